import { readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { receivablesSchema } from "../../src/schema.js";

const guide = readFileSync("docs/guides/adjust-and-approve.md", "utf8");
const documents = [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

describe("the guide to adjustments and late fees", () => {
  it("has documents", () => {
    expect(documents.length).toBeGreaterThan(5);
  });

  it.each(documents)("shows what the schema takes: %s", (document) => {
    expect(validate(receivablesSchema().schema, parse(document))).toEqual([]);
  });
});
