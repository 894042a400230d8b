import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

interface Told {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const told = ({ userErrors }: Told) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

async function office() {
  const story = await book.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-10" });
  return { story, customerId, invoice };
}

describe("Everything that is wrong is told at once", () => {
  it("of a credit memo: its reason, its date and its amount", async () => {
    const { story, customerId, invoice } = await office();
    const { invoice: read } = await story.ask<{ invoice: { lines: { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
      { id: invoice.id },
    );
    const credit = {
      invoiceId: invoice.id,
      reasonCode: "NONE",
      documentDate: "2020-01-01",
      lines: [{ invoiceLineId: given(read.lines[0]).id, netAmount: "500.00" }],
    };
    expect(told(await story.attempt("creditMemoCreate", credit))).toEqual([
      "INVALID_VALUE reasonCode",
      "INVALID_DATE documentDate",
      "AMOUNT_EXCEEDS_BALANCE lines.0.netAmount",
    ]);
    const onAccount = { customerId, reasonCode: "NONE", currency: "EUR", amount: "-1.00" };
    expect(told(await story.attempt("creditMemoCreate", onAccount))).toEqual([
      "INVALID_VALUE reasonCode",
      "INVALID_AMOUNT amount",
      "NO_EXCHANGE_RATE currency",
    ]);
  });

  it("of a credit memo in a closed month, at its own date", async () => {
    const { story, invoice } = await office();
    await story.does("periodClose", { startsOn: "2026-02-01", status: "CLOSED", overrideReason: "Test" });
    const credit = { invoiceId: invoice.id, reasonCode: "RETURN", documentDate: "2026-02-20" };
    expect(told(await story.attempt("creditMemoCreate", credit))).toEqual(["PERIOD_CLOSED documentDate"]);
  });

  it("of a refund: its reason, its date and its amount", async () => {
    const { story, customerId } = await office();
    const receipt = await story.receipt({ customerId, amount: "5.00" });
    const refund = {
      receiptId: receipt.id,
      reasonCode: "NONE",
      effectiveDate: "2020-01-01",
      amount: "500.00",
    };
    expect(told(await story.attempt("refundRequest", refund))).toEqual([
      "INVALID_VALUE reasonCode",
      "INVALID_DATE effectiveDate",
      "AMOUNT_EXCEEDS_BALANCE amount",
    ]);
  });

  it("of a plan: the items that are wrong beside an id that cannot be read", async () => {
    const { story, customerId, invoice } = await office();
    const other = await story.customer();
    const theirs = await story.invoice({ customerId: other, amount: "10.00" });
    const paid = await story.invoice({ customerId, amount: "10.00" });
    const receipt = await story.receipt({ customerId, amount: "10.00" });
    await story.apply(receipt, [{ invoiceId: paid.id, amount: "10.00" }]);
    const openItemIds = [await story.itemOf(invoice), "nonsense"];
    openItemIds.push(await story.itemOf(theirs), await story.itemOf(paid));
    const offer = {
      openItemIds,
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-04-01" } },
      graceDays: 91,
      contactName: "Jo Doe",
    };
    expect(told(await story.attempt("paymentPlanPropose", offer))).toEqual([
      "INVALID_ID openItemIds.1",
      "INVALID_VALUE graceDays",
      "INVALID_STATE openItemIds.3",
      "CUSTOMER_MISMATCH openItemIds.2",
    ]);
  });
});
