import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lateFees, policy } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook("2026-03-10");

let story: Story;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin();
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

describe("late fees at the same moment", () => {
  it("are charged once, however many runs are started", async () => {
    await policy(story);
    for (let n = 0; n < 5; n++) {
      const customerId = await story.customer();
      await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
    }
    const runs = await Promise.all(Array.from({ length: 6 }, () => story.does("lateFeeRun", {})));
    expect(runs.filter(({ totals }) => given(totals).length > 0)).toHaveLength(1);
    expect((await lateFees(story)).map(({ amount }) => amount.amount)).toEqual(Array(5).fill("81.00"));
  });

  it("are waived by no more than they are, and a payment of the fee takes part in that", async () => {
    await policy(story);
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
    await story.does("lateFeeRun", {});
    const fee = given((await lateFees(story))[0]);
    const receipt = await story.receipt({ customerId, amount: "50.00" });
    const payment = {
      receiptId: receipt.id,
      applications: [{ openItemId: fee.openItem.id, amount: "50.00" }],
      effectiveDate: "2026-03-10",
    };
    const waiver = { lateFeeId: fee.id, amount: "50.00", reasonCode: "GOODWILL" };
    const asked = await Promise.all([
      ...Array.from({ length: 5 }, () => story.attempt("lateFeeWaive", waiver)),
      story.attempt("paymentApply", payment),
    ]);
    expect(asked.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect((await lateFees(story))[0]).toMatchObject({ openItem: { openAmount: { amount: "31.00" } } });
  });
});
