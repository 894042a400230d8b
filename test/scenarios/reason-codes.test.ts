import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");
const RECALL = { kind: "CREDIT_MEMO", code: "RECALL" };

const codesOf = async (story: Story) =>
  (
    await story.ask<{ reasonCodes: readonly { code: string }[] }>(
      "{ reasonCodes(kind: CREDIT_MEMO) { code } }",
    )
  ).reasonCodes.map((one) => one.code);

describe("A reason code", () => {
  it("is added by an administrator, renamed, and retired: old documents keep it, new ones do not get it", async () => {
    const story = await book.begin();
    const credit = { customerId: await story.customer(), amount: "5.00", reasonCode: "RECALL" };
    expect(await story.isRefused("creditMemoCreate", credit)).toEqual(["INVALID_VALUE"]);
    await set(story, { ...RECALL, name: "Product recall" });
    const memo = given((await story.does("creditMemoCreate", credit)).creditMemo);
    expect(await codesOf(story)).toContain("RECALL");
    await set(story, { ...RECALL, name: "Recall" });
    const { reasonCodes } = await set(story, { ...RECALL, isActive: false });
    expect(reasonCodes).toContainEqual({ code: "RECALL", name: "Recall", isActive: false });
    expect(await codesOf(story)).not.toContain("RECALL");
    expect(await story.isRefused("creditMemoCreate", credit)).toEqual(["INVALID_VALUE"]);
    const read = await story.ask<{ creditMemo: object }>(
      "query ($id: ID!) { creditMemo(id: $id) { reasonCode status } }",
      { id: memo.id },
    );
    expect(read.creditMemo).toEqual({ reasonCode: "RECALL", status: "POSTED" });
  });

  it("belongs to a kind that has reasons, has a name, and that of small balances stays", async () => {
    const story = await book.begin();
    const refused = (input: object) => story.isRefused("reasonCodeSet", input);
    expect(await refused({ kind: "ALLOWANCE", code: "not a code" })).toEqual([
      "REQUIRED",
      "INVALID_VALUE",
      "INVALID_VALUE",
    ]);
    expect(await refused({ kind: "WRITE_OFF", code: "SMALL_BALANCE", isActive: false })).toEqual([
      "INVALID_STATE",
    ]);
  });
});

const set = (story: Story, input: object) => story.does("reasonCodeSet", input);
