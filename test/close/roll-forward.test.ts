import { expect, it } from "vitest";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

interface RollForward {
  readonly isReconciled: boolean;
  readonly lines: readonly {
    readonly figures: readonly {
      readonly figure: string;
      readonly amount: MoneyValue;
      readonly entryCount: number;
    }[];
  }[];
}

/** What each figure of March moved on all control accounts together, those of which nothing is told left out. */
async function figuresOfMarch(story: Story): Promise<Record<string, string>> {
  const { arRollForward } = await story.ask<{ arRollForward: RollForward }>(
    `{ arRollForward(startsOn: "2026-03-01") { isReconciled lines { figures { figure entryCount amount { amount } } } } }`,
  );
  expect(arRollForward.isReconciled).toBe(true);
  const told = arRollForward.lines.flatMap((line) => line.figures.filter(({ entryCount }) => entryCount > 0));
  return Object.fromEntries(told.map(({ figure, amount }) => [figure, amount.amount]));
}

it("credit memos, write-offs and recoveries each have their line in the roll-forward, less what is taken back", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  const item = async (amount: string) =>
    story.itemOf(await story.invoice({ customerId, amount, documentDate: "2026-02-05" }));
  const writtenOff = async (amount: string) => {
    const request = { openItemId: await item(amount), reasonCode: "UNCOLLECTIBLE" };
    return given((await story.does("writeOffRequest", request)).writeOff).id;
  };

  const memo = await story.does("creditMemoCreate", { customerId, amount: "40.00", reasonCode: "GOODWILL" });
  const other = await story.does("creditMemoCreate", { customerId, amount: "7.00", reasonCode: "GOODWILL" });
  await story.does("creditMemoVoid", { creditMemoId: given(other.creditMemo).id });
  expect(given(memo.creditMemo).unappliedAmount.amount).toBe("40.00");
  const writeOffId = await writtenOff("100.00");
  await story.does("writeOffReverse", { writeOffId: await writtenOff("9.00"), reason: "They will pay" });
  expect(await figuresOfMarch(story)).toEqual({ CREDITS: "-40.00", WRITE_OFFS: "-100.00" });

  const receipt = await story.receipt({ customerId, amount: "60.00", receivedOn: "2026-02-20" });
  await story.does("writeOffRecover", { writeOffId, receiptId: receipt.id, amount: "60.00" });
  expect(await figuresOfMarch(story)).toMatchObject({
    CREDITS: "-40.00",
    WRITE_OFFS: "-100.00",
    RECOVERIES: "60.00",
  });
  expect(Object.keys(await figuresOfMarch(story))).not.toContain("OTHER");
});
