import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");
const DOCUMENT_DATE = "2026-03-05";

/** An invoice at 2/10 net 30, dated 5 March: its discount can be taken until 15 March. */
async function offered(amount: string, more: { currency?: string } = {}) {
  const story = await book.begin();
  if (more.currency) await rate(story, "2026-03-01", "1.2");
  const customerId = await story.customer({ currency: more.currency });
  const its = { customerId, amount, terms: "2/10NET30", documentDate: DOCUMENT_DATE, ...more };
  return { story, customerId, invoice: await story.invoice(its) };
}

const rate = (story: Story, rateDate: string, of: string) =>
  story.does("exchangeRateSet", { currency: "EUR", rateDate, rate: of });

async function pay(story: Story, customerId: string, invoice: { id: string }, amount: string, more = {}) {
  const receivedOn = "2026-03-08";
  const receipt = await story.receipt({ customerId, amount, receivedOn, ...more });
  const [applicationId = ""] = await story.apply(receipt, [{ invoiceId: invoice.id, amount }]);
  return { receipt, applicationId };
}

describe("An early-payment discount", () => {
  it("of 2 % makes 400.00 paid on 1,000.00 settle 408.16 and leave 591.84", async () => {
    const { story, customerId, invoice } = await offered("1000.00");
    const { applicationId } = await pay(story, customerId, invoice, "400.00");
    expect(await story.instalments(invoice)).toEqual(["591.84"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "8.16" });
    const { node } = await story.ask<{ node: object }>(
      "query ($id: ID!) { node(id: $id) { ... on Application { amount { amount } discount { amount } } } }",
      { id: applicationId },
    );
    expect(node).toEqual({ amount: { amount: "400.00" }, discount: { amount: "8.16" } });
    await pay(story, customerId, invoice, "580.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "20.00" });
  });

  it("settles the whole by what is due less the discount, and is not taken by who pays all", async () => {
    const { story, customerId, invoice } = await offered("1000.00");
    const { applicationId } = await pay(story, customerId, invoice, "980.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    await story.does("paymentUnapply", { applicationIds: [applicationId] });
    expect(await story.instalments(invoice)).toEqual(["1000.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "0.00" });
    await pay(story, customerId, invoice, "1000.00");
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("is for money that came in time, whenever it is applied, and for nobody who leaves it", async () => {
    const { story, customerId, invoice } = await offered("1000.00");
    const late = await story.receipt({ customerId, amount: "98.00", receivedOn: "2026-03-16" });
    await story.apply(late, [{ invoiceId: invoice.id, amount: "98.00" }], "2026-03-16");
    expect(await story.instalments(invoice)).toEqual(["902.00"]);
    const last = await story.receipt({ customerId, amount: "196.00", receivedOn: "2026-03-15" });
    const left = [{ invoiceId: invoice.id, amount: "98.00", takeDiscount: false }];
    await story.apply(last, left, "2026-03-20");
    expect(await story.instalments(invoice)).toEqual(["804.00"]);
    await story.apply(last, [{ invoiceId: invoice.id, amount: "98.00" }], "2026-03-20");
    expect(await story.instalments(invoice)).toEqual(["704.00"]);
  });

  it("never comes to more than the per cent of the original, in however many parts it is paid", async () => {
    const { story, customerId, invoice } = await offered("1.00");
    const receipt = await story.receipt({ customerId, amount: "1.00", receivedOn: "2026-03-08" });
    const part = { invoiceId: invoice.id, amount: "0.25" };
    await story.apply(receipt, [part, part, part]);
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "0.23" }]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "0.02" });
  });

  it("is for all that was paid in time together, so that parts settle what one payment does", async () => {
    const { story, customerId, invoice } = await offered("1081.00");
    const parts = [];
    for (const amount of ["333.33", "333.33", "333.33", "59.39"])
      parts.push(await pay(story, customerId, invoice, amount));
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "21.62" });
    // Undone in the middle, and paid again: what the others leave of it.
    const [, middle] = parts;
    await story.does("paymentUnapply", { applicationIds: [given(middle).applicationId] });
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "14.81" });
    await pay(story, customerId, invoice, "333.33");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "21.62" });
    const other = await story.invoice({
      customerId,
      amount: "1000.00",
      terms: "2/10NET30",
      documentDate: DOCUMENT_DATE,
    });
    for (const amount of ["333.33", "333.33", "313.34"]) await pay(story, customerId, other, amount);
    expect(await story.instalments(other)).toEqual(["0.00"]);
  });

  it("of parts that are too small for any by themselves is that of their sum, applied at once or one by one", async () => {
    const { story, customerId, invoice } = await offered("1000.00");
    const receipt = await story.receipt({ customerId, amount: "110.00", receivedOn: "2026-03-08" });
    const part = { invoiceId: invoice.id, amount: "0.25" };
    await story.apply(
      receipt,
      Array.from({ length: 400 }, () => part),
    );
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "2.04" });
    const left = { ...part, takeDiscount: false };
    await story.apply(receipt, [{ ...left, amount: "1.00" }]);
    for (const amount of ["0.25", "0.25", "0.25", "0.25"])
      await story.apply(receipt, [{ invoiceId: invoice.id, amount }]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "2.06" });
  });

  it("goes with the receipt when that is reversed, and is given again for the next", async () => {
    const { story, customerId, invoice } = await offered("1000.00");
    const { receipt } = await pay(story, customerId, invoice, "980.00");
    await story.does("receiptReverse", { receiptId: receipt.id, reason: "Bounced" });
    expect(await story.instalments(invoice)).toEqual(["1000.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "0.00" });
    await pay(story, customerId, invoice, "980.00");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("takes back its share of the tax where the tenant's rule says so", async () => {
    const { story, customerId } = await offered("1.00");
    await story.does("discountPolicySet", { reducesTax: true });
    const lines = [
      {
        product: "Goods",
        quantity: "1",
        unitPrice: "1000.00",
        taxes: [{ name: "VAT", ratePercent: "19" }],
      },
    ];
    const termsId = await story.terms("2/10NET30");
    const draft = await story.does("invoiceCreate", {
      customerId,
      documentDate: DOCUMENT_DATE,
      termsId,
      lines,
    });
    const { invoice } = await story.does("invoiceIssue", { invoiceId: given(draft.invoice).id });
    await pay(story, customerId, given(invoice), "1166.20");
    expect(await story.instalments(given(invoice))).toEqual(["0.00"]);
    expect(await story.account("Discounts given", "USD")).toMatchObject({ amount: "20.00" });
    expect(await story.account("Tax payable", "USD")).toMatchObject({ amount: "-186.20" });
  });

  it("is booked at the rate of the item, so that nothing is left in either currency in any order", async () => {
    const { story, customerId, invoice } = await offered("1000.00", { currency: "EUR" });
    await rate(story, "2026-03-06", "1.1");
    const first = await pay(story, customerId, invoice, "400.00", { currency: "EUR" });
    await rate(story, "2026-03-09", "1.37");
    const receivedOn = "2026-03-09";
    const second = await pay(story, customerId, invoice, "580.00", { currency: "EUR", receivedOn });
    const nothing = { amount: "0.00", functional: "0.00" };
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Accounts receivable", "EUR")).toEqual(nothing);
    expect(await story.account("Discounts given", "EUR")).toEqual({ amount: "20.00", functional: "24.00" });
    await story.does("paymentUnapply", { applicationIds: [first.applicationId] });
    expect(await story.instalments(invoice)).toEqual(["408.16"]);
    await story.apply(first.receipt, [{ invoiceId: invoice.id, amount: "400.00" }]);
    await story.does("paymentUnapply", { applicationIds: [second.applicationId] });
    await story.apply(second.receipt, [{ invoiceId: invoice.id, amount: "580.00" }]);
    expect(await story.account("Accounts receivable", "EUR")).toEqual(nothing);
    expect(await story.account("Unapplied cash", "EUR")).toEqual(nothing);
  });
});
