import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

describe("A payment plan that is offered", () => {
  it("over more items than a plan takes is told that alone, however often an item is named", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const item = await story.itemOf(await story.invoice({ customerId, amount: "100.00" }));
    const { userErrors } = await story.attempt("paymentPlanPropose", {
      openItemIds: Array(1_001).fill(item),
      contactName: "Jo Doe",
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-04-01" } },
    });
    expect(userErrors).toMatchObject([{ code: "LIMIT_EXCEEDED", path: ["openItemIds"] }]);
  });

  it.each([
    ["MONTHLY", "9999-12-01"],
    ["WEEKLY", "9999-12-30"],
  ])("%s from %s has no instalment after the last day that there is", async (frequency, firstDueDate) => {
    const story = await book.begin();
    const customerId = await story.customer();
    const item = await story.itemOf(await story.invoice({ customerId, amount: "100.00" }));
    const { userErrors } = await story.attempt("paymentPlanPropose", {
      openItemIds: [item],
      contactName: "Jo Doe",
      schedule: { equal: { count: 2, frequency, firstDueDate } },
    });
    expect(userErrors).toMatchObject([{ code: "INVALID_DATE", path: ["schedule", "equal", "firstDueDate"] }]);
    expect(given(userErrors[0]).message).toBe("The last instalment would be due after 9999-12-31.");
  });
});
