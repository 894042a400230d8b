import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

/** What is wrong with a mutation, each with the field at fault. */
async function refusalsOf(story: Story, mutation: string, input: object): Promise<string[]> {
  const { userErrors } = await story.attempt(mutation, input);
  return userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("a date more than a year after today", () => {
  it("is a year typed wrong: nothing is posted on it, nor has it a rate", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const late = await story.draft({ customerId, amount: "5.00", documentDate: "2027-03-11" });
    const receipt = { customerId, amount: "5.00", currency: "USD", method: "CASH" };
    const memo = { customerId, amount: "5.00", documentDate: "2099-03-10" };
    const kept = await story.receipt({ customerId, amount: "5.00" });

    const told = [
      await refusalsOf(story, "receiptRecord", { ...receipt, receivedOn: "2027-03-11" }),
      await refusalsOf(story, "writeOffRequest", {
        ...{ openItemId, reasonCode: "UNCOLLECTIBLE", effectiveDate: "2099-03-10" },
      }),
      await refusalsOf(story, "creditMemoCreate", { ...memo, reasonCode: "GOODWILL" }),
      await refusalsOf(story, "debitMemoCreate", { ...memo, reasonCode: "FREIGHT", account: "REVENUE" }),
      await refusalsOf(story, "receiptReverse", {
        ...{ receiptId: kept.id, reason: "Bounced", effectiveDate: "2099-03-10" },
      }),
      await refusalsOf(story, "smallBalanceWriteOffRun", {
        ...{ tolerances: [{ currency: "USD", amount: "1.00" }], asOf: "2099-03-10" },
      }),
      await refusalsOf(story, "invoiceIssue", { invoiceId: late.id }),
      await refusalsOf(story, "exchangeRateSet", { currency: "EUR", rateDate: "2027-03-11", rate: "1.1" }),
    ];

    expect(told).toEqual([
      ["INVALID_DATE receivedOn"],
      ["INVALID_DATE effectiveDate"],
      ["INVALID_DATE documentDate"],
      ["INVALID_DATE documentDate"],
      ["INVALID_DATE effectiveDate"],
      ["INVALID_DATE asOf"],
      ["INVALID_DATE invoiceId"],
      ["INVALID_DATE rateDate"],
    ]);
    const { userErrors } = await story.attempt("receiptRecord", { ...receipt, receivedOn: "2099-03-10" });
    expect(given(userErrors[0]).message).toContain("the last date possible is 2027-03-10");
    await story.does("receiptRecord", { ...receipt, receivedOn: "2027-03-10" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2027-03-10", rate: "1.1" });
  });
});
