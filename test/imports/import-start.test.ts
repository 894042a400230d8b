import { describe, expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const book = storybook();

describe("An import that is started", () => {
  it("goes by one profile: none is told as missing, two as contradictory", async () => {
    const story = await book.begin();
    const file = { fileName: "c.csv", content: Buffer.from("number,name\n").toString("base64") };
    const errorsOf = async (input: object) => {
      const answer = await story.ask<{ importStart: { userErrors: readonly object[] } }>(
        "mutation ($input: ImportStartInput!) { importStart(input: $input) { userErrors { code path message } } }",
        { input: { ...file, ...input } },
      );
      return answer.importStart.userErrors;
    };
    expect(await errorsOf({})).toEqual([
      {
        code: "REQUIRED",
        path: ["profile"],
        message: "Name a shipped profile, or give your own as `profileText`.",
      },
    ]);
    expect(await errorsOf({ profile: "receivables-customers", profileText: "what: customers" })).toEqual([
      {
        code: "INVALID_VALUE",
        path: ["profileText"],
        message: "Two profiles are given: leave out the name of a shipped one, or your own text.",
      },
    ]);
  });
});
