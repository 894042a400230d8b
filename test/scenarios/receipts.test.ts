import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

describe("a cheque", () => {
  it("that bounces opens the invoice again, from the day it bounced", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const cheque = await story.receipt({
      customerId,
      amount: "100.00",
      receivedOn: "2026-02-10",
      method: "CHEQUE",
    });
    await story.apply(cheque, [{ invoiceId: invoice.id, amount: "100.00" }], "2026-02-10");
    const paid = await story.aging({ asOf: "2026-02-15" });

    const { receipt } = await story.does("receiptReverse", {
      receiptId: cheque.id,
      effectiveDate: "2026-02-20",
      reason: "insufficient funds",
    });

    expect(given(receipt).status).toBe("REVERSED");
    expect(await story.instalments(invoice)).toEqual(["100.00"]);
    expect(await story.instalments(invoice, "2026-02-19")).toEqual(["0.00"]);
    expect(await story.unapplied(cheque)).toBe("0.00");
    expect(await story.account("Cash clearing", "USD")).toEqual({ amount: "0.00", functional: "0.00" });
    const again = await story.aging({ asOf: "2026-02-15" });
    expect({ ...again, knownAt: paid.knownAt }).toEqual(paid);
  });

  it("cannot bounce twice, nor before it came", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const cheque = await story.receipt({
      customerId,
      amount: "100.00",
      receivedOn: "2026-02-10",
      method: "CHEQUE",
    });
    const reverse = { receiptId: cheque.id };
    expect(await story.isRefused("receiptReverse", { ...reverse, effectiveDate: "2026-02-09" })).toEqual([
      "INVALID_DATE",
    ]);
    await story.does("receiptReverse", reverse);
    expect(await story.isRefused("receiptReverse", reverse)).toEqual(["INVALID_STATE"]);
    const applications = [
      { invoiceId: (await story.invoice({ customerId, amount: "1.00" })).id, amount: "1.00" },
    ];
    expect(await story.isRefused("paymentApply", { receiptId: cheque.id, applications })).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("that bounces after a part of it was unapplied takes back only what stands", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const first = await story.invoice({ customerId, amount: "60.00", documentDate: "2026-02-01" });
    const second = await story.invoice({ customerId, amount: "70.00", documentDate: "2026-02-01" });
    const cheque = await story.receipt({ customerId, amount: "100.00", receivedOn: "2026-02-10" });
    const [undone] = await story.apply(cheque, [
      { invoiceId: first.id, amount: "60.00" },
      { invoiceId: second.id, amount: "40.00" },
    ]);
    await story.does("paymentUnapply", { applicationIds: [undone] });
    await story.does("receiptReverse", { receiptId: cheque.id });
    expect(await story.instalments(first)).toEqual(["60.00"]);
    expect(await story.instalments(second)).toEqual(["70.00"]);
  });
});

describe("a receipt whose payer is not known", () => {
  it("waits as unidentified cash, is identified, and then pays the customer's invoice", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "75.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId: null, amount: "75.00", receivedOn: "2026-02-10" });
    const applications = [{ invoiceId: invoice.id, amount: "75.00" }];
    expect(await story.account("Unidentified cash", "USD")).toMatchObject({ amount: "-75.00" });
    expect(await story.isRefused("paymentApply", { receiptId: receipt.id, applications })).toEqual([
      "INVALID_STATE",
    ]);

    await story.does("receiptIdentify", { receiptId: receipt.id, customerId, effectiveDate: "2026-02-12" });
    expect(await story.account("Unidentified cash", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.account("Unapplied cash", "USD")).toMatchObject({ amount: "-75.00" });
    expect(await story.unapplied(receipt)).toBe("75.00");

    await story.apply(receipt, applications, "2026-02-12");
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.unapplied(receipt)).toBe("0.00");
    expect(await story.isRefused("receiptIdentify", { receiptId: receipt.id, customerId })).toEqual([
      "INVALID_STATE",
    ]);
  });

  it("goes back as a whole when it bounces, even when it was identified and applied", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "75.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId: null, amount: "100.00", receivedOn: "2026-02-10" });
    await story.does("receiptIdentify", { receiptId: receipt.id, customerId, effectiveDate: "2026-02-12" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "75.00" }], "2026-02-12");
    await story.does("receiptReverse", { receiptId: receipt.id, effectiveDate: "2026-02-20" });
    expect(await story.instalments(invoice)).toEqual(["75.00"]);
    for (const account of ["Unidentified cash", "Unapplied cash", "Cash clearing"]) {
      expect(await story.account(account, "USD")).toMatchObject({ amount: "0.00" });
    }
  });
});

describe("an invoice that should not have been issued", () => {
  it("is voided by the mirror image of its posting, from the day on which it is void", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const { invoice: voided } = await story.does("invoiceVoid", {
      invoiceId: invoice.id,
      effectiveDate: "2026-02-05",
    });
    expect(given(voided)).toMatchObject({ status: "VOID", number: invoice.number });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await story.account("Revenue", "USD")).toMatchObject({ amount: "0.00" });
    expect(await story.isRefused("invoiceVoid", { invoiceId: invoice.id })).toEqual(["INVALID_STATE"]);
  });

  it("is not voided while a payment stands on it, nor on a day on which one stood", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId, amount: "30.00", receivedOn: "2026-02-10" });
    const applicationIds = await story.apply(
      receipt,
      [{ invoiceId: invoice.id, amount: "30.00" }],
      "2026-02-10",
    );
    expect(await story.isRefused("invoiceVoid", { invoiceId: invoice.id })).toEqual(["INVALID_STATE"]);

    await story.does("paymentUnapply", { applicationIds, effectiveDate: "2026-02-20" });
    expect(
      await story.isRefused("invoiceVoid", { invoiceId: invoice.id, effectiveDate: "2026-02-15" }),
    ).toEqual(["INVALID_DATE"]);
    await story.does("invoiceVoid", { invoiceId: invoice.id, effectiveDate: "2026-02-20" });
    expect(await story.unapplied(receipt)).toBe("30.00");
  });
});
