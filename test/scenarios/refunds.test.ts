import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");
const reasonCode = "OVERPAYMENT";

async function overpaid(currency = "USD") {
  const story = await book.begin();
  if (currency !== "USD")
    await story.does("exchangeRateSet", { currency, rateDate: "2026-01-01", rate: "1.2" });
  const customerId = await story.customer({ currency });
  const receipt = await story.receipt({ customerId, amount: "100.00", currency, receivedOn: "2026-03-10" });
  return { story, customerId, receipt, receiptId: receipt.id };
}

describe("A refund", () => {
  it("of unapplied money is owed to the customer, then paid out", async () => {
    const { story, receipt, receiptId } = await overpaid();
    const { refund } = await story.does("refundRequest", { receiptId, amount: "60.00", reasonCode });
    expect(given(refund)).toMatchObject({ number: "RF-000001", status: "REQUESTED" });
    expect(await story.unapplied(receipt)).toBe("40.00");
    expect(await story.account("Refunds payable", "USD")).toMatchObject({ amount: "-60.00" });
    const refundId = given(refund).id;
    expect((await story.does("refundPay", { refundId, reference: "T-1" })).refund).toMatchObject({
      status: "PAID",
    });
    expect(await story.account("Refunds payable", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.account("Cash clearing", "USD")).toMatchObject({ amount: "40.00" });
    expect(await story.isRefused("refundPay", { refundId })).toEqual(["INVALID_STATE"]);
    expect(await story.isRefused("refundCancel", { refundId })).toEqual(["INVALID_STATE"]);
    const more = { receiptId, amount: "40.01", reasonCode };
    expect(await story.isRefused("refundRequest", more)).toEqual(["AMOUNT_EXCEEDS_BALANCE"]);
    expect(await story.isRefused("receiptReverse", { receiptId })).toEqual(["INVALID_STATE"]);
  });

  it("is told of its credit's item whatever else is asked of it", async () => {
    const { story, receiptId } = await overpaid();
    const { refund } = await story.does("refundRequest", { receiptId, amount: "60.00", reasonCode });
    const { openItems } = await story.ask<{ openItems: { nodes: object[] } }>(
      "{ openItems { nodes { refunds { id } writeOffs { id } } } }",
    );
    expect(openItems.nodes).toEqual([{ refunds: [{ id: given(refund).id }], writeOffs: [] }]);
  });

  it("of a credit memo takes what is left of it, and gives it back when it is cancelled", async () => {
    const story = await book.begin();
    const customerId = await story.customer();
    const credit = { customerId, amount: "50.00", reasonCode: "GOODWILL" };
    const { creditMemo } = await story.does("creditMemoCreate", credit);
    const creditMemoId = given(creditMemo).id;
    const { refund } = await story.does("refundRequest", { creditMemoId, reasonCode: "CREDIT_BALANCE" });
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "0.00" });
    expect((await story.attempt("creditMemoVoid", { creditMemoId })).userErrors).toMatchObject([
      {
        code: "INVALID_STATE",
        path: ["creditMemoId"],
        message: "Credit memo CM-000001 is used. Cancel its refund RF-000001 first.",
      },
    ]);
    const again = { creditMemoId, reasonCode: "CREDIT_BALANCE" };
    expect(await story.isRefused("refundRequest", again)).toEqual(["INVALID_STATE"]);
    await story.does("refundCancel", { refundId: given(refund).id, reason: "Wants to keep it" });
    expect(await story.account("Accounts receivable", "USD")).toMatchObject({ amount: "-50.00" });
    await story.does("creditMemoVoid", { creditMemoId });
  });

  it("stands in the way of reversing its receipt, by name, until it is cancelled", async () => {
    const { story, receiptId, receipt } = await overpaid();
    const reverse = () => story.attempt("receiptReverse", { receiptId });
    const refund = given(
      (await story.does("refundRequest", { receiptId, amount: "60.00", reasonCode })).refund,
    );
    const because = (why: string) => [
      {
        code: "INVALID_STATE",
        path: ["receiptId"],
        message: `Receipt ${receipt.number} is not only applied. ${why}`,
      },
    ];
    expect((await reverse()).userErrors).toMatchObject(because("Cancel its refund RF-000001 first."));
    await story.does("refundCancel", { refundId: refund.id });
    const { refund: paid } = await story.does("refundRequest", { receiptId, amount: "40.00", reasonCode });
    await story.does("refundPay", { refundId: given(paid).id });
    const why =
      "Its refund RF-000002 is paid out and cannot be cancelled; charge the customer by a debit memo instead.";
    expect((await reverse()).userErrors).toMatchObject(because(why));
  });

  it("in a foreign currency leaves nothing in either, and realises what the rate made of it", async () => {
    const { story, receiptId } = await overpaid("EUR");
    const { refund } = await story.does("refundRequest", { receiptId, reasonCode });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-03-12", rate: "1.25" });
    await story.does("refundPay", { refundId: given(refund).id, paidOn: "2026-03-12" });
    const nothing = { amount: "0.00", functional: "0.00" };
    expect(await story.account("Unapplied cash", "EUR")).toEqual(nothing);
    expect(await story.account("Refunds payable", "EUR")).toEqual(nothing);
    expect(await story.account("Realised FX loss", "EUR")).toMatchObject({ functional: "5.00" });
  });

  it("and an application of the same money at once: one of them wins, never both", async () => {
    for (let n = 0; n < 4; n += 1) {
      const { story, customerId, receipt, receiptId } = await overpaid();
      const invoice = await story.invoice({ customerId, amount: "100.00" });
      const applications = [{ invoiceId: invoice.id, amount: "100.00" }];
      const both = await Promise.all([
        story.attempt("refundRequest", { receiptId, amount: "100.00", reasonCode }),
        story.attempt("paymentApply", { receiptId, applications }),
      ]);
      const codes = both.flatMap((one) => one.userErrors.map((error) => error.code));
      expect(codes).toHaveLength(1);
      expect(["AMOUNT_EXCEEDS_BALANCE", "INVALID_STATE"]).toContain(codes[0]);
      expect(await story.unapplied(receipt)).toBe("0.00");
    }
  });

  it("tells everything that is wrong at once", async () => {
    const { story, receiptId } = await overpaid();
    const wrong = { receiptId, amount: "0.001", reasonCode: "NONE" };
    expect(await story.isRefused("refundRequest", wrong)).toEqual(["INVALID_VALUE", "INVALID_AMOUNT"]);
    expect(await story.isRefused("refundRequest", { reasonCode })).toEqual(["REQUIRED"]);
    const early = { receiptId, reasonCode, effectiveDate: "2026-03-09" };
    expect(await story.isRefused("refundRequest", early)).toEqual(["INVALID_DATE"]);
  });
});
