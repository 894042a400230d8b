import { readFile } from "node:fs/promises";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receivablesSchema } from "../src/schema.js";
import { startApi, type TestApi } from "./support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const documents = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = ""]) => ({
  name: /(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? "",
  text,
}));

describe("the tour in the README", () => {
  it("has documents for a portal, for BI, for a partner, for a specialist and for a controller", () => {
    const names = ["Portal", "Figures", "Payments", "Pay", "SmallBalances", "Close"];
    expect(documents.map((document) => document.name)).toEqual(names);
  });

  it.each(documents)("$name fits the schema", ({ text }) => {
    expect(validate(receivablesSchema().schema, parse(text))).toEqual([]);
  });

  it.each(documents.filter((document) => document.name !== "Payments"))(
    "$name is answered",
    async ({ text }) => {
      const answer = await api.ask<Record<string, unknown>>(text);
      expect(answer.errors).toBeUndefined();
      expect(Object.values(answer.data).every((value) => value !== null)).toBe(true);
    },
  );
});
