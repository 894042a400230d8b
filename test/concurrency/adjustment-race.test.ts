import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { given, type Payload, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook. */
const stories = storybook();

let story: Story;
let deadlocksBefore: number;
beforeEach(async () => {
  story = await stories.begin();
  deadlocksBefore = await deadlocksSoFar(story.api);
});
afterEach(async () => {
  expect(await deadlocksSoFar(story.api)).toBe(deadlocksBefore);
});

const done = (payload: Payload): boolean => payload.userErrors.length === 0;
const codes = (payloads: readonly Payload[]) =>
  payloads.flatMap(({ userErrors }) => userErrors.map((error) => error.code));

describe("adjustments at the same moment", () => {
  it("write one item off once, however many ask", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        story.attempt("writeOffRequest", { openItemId, amount: "60.00", reasonCode: "UNCOLLECTIBLE" }),
      ),
    );
    expect(asked.filter(done)).toHaveLength(1);
    expect(new Set(codes(asked))).toEqual(new Set(["AMOUNT_EXCEEDS_BALANCE"]));
    expect(await story.instalments(invoice)).toEqual(["40.00"]);
  });

  it("approve a write-off or pay the item: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    const specialist = await story.api.tokenOf("sam", ["AR_SPECIALIST"], story.tenant);
    const manager = await story.api.tokenOf("mia", ["AR_MANAGER"], story.tenant);
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "2000.00" });
      const openItemId = await story.itemOf(invoice);
      const receipt = await story.receipt({ customerId, amount: "2000.00" });
      const { approval } = await story.does(
        "writeOffRequest",
        { openItemId, reasonCode: "UNCOLLECTIBLE" },
        specialist,
      );
      const [approved, paid] = await Promise.all([
        story.attempt("approvalApprove", { approvalId: given(approval).id }, manager),
        story.attempt("paymentApply", {
          receiptId: receipt.id,
          applications: [{ openItemId, amount: "2000.00" }],
        }),
      ]);
      expect([approved, paid].filter(done)).toHaveLength(1);
      expect(await story.instalments(invoice)).toEqual(["0.00"]);
      expect(await story.unapplied(receipt)).toBe(done(paid) ? "0.00" : "2000.00");
    }
  });

  it("credit a line by no more than it is, however many memos are made at once", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const { invoice: read } = await story.ask<{ invoice: { lines: { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
      { id: invoice.id },
    );
    const lines = [{ invoiceLineId: given(read.lines[0]).id, netAmount: "30.00" }];
    const memos = await Promise.all(
      Array.from({ length: 10 }, () =>
        story.attempt("creditMemoCreate", { invoiceId: invoice.id, lines, reasonCode: "PRICE" }),
      ),
    );
    expect(memos.filter(done)).toHaveLength(3);
    expect(new Set(codes(memos))).toEqual(new Set(["AMOUNT_EXCEEDS_BALANCE"]));
    expect(await story.instalments(invoice)).toEqual(["10.00"]);
  });

  it("write a part off and credit the whole: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "900.00" });
      const openItemId = await story.itemOf(invoice);
      const both = await Promise.all([
        story.attempt("writeOffRequest", { openItemId, amount: "500.00", reasonCode: "UNCOLLECTIBLE" }),
        story.attempt("creditMemoCreate", { invoiceId: invoice.id, reasonCode: "RETURN" }),
      ]);
      expect(both.filter(done)).toHaveLength(1);
      expect(await story.instalments(invoice)).toEqual([done(both[0]) ? "400.00" : "0.00"]);
    }
  });

  it("pay a refund out or cancel it: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    for (let round = 0; round < 5; round++) {
      const receipt = await story.receipt({ customerId, amount: "50.00" });
      const { refund } = await story.does("refundRequest", {
        receiptId: receipt.id,
        reasonCode: "OVERPAYMENT",
      });
      const refundId = given(refund).id;
      const both = await Promise.all(
        ["refundPay", "refundCancel"].map((mutation) => story.attempt(mutation, { refundId })),
      );
      expect(both.filter(done)).toHaveLength(1);
      expect(codes(both)).toEqual(["INVALID_STATE"]);
      const isPaid = both.some((payload) => done(payload) && payload.refund?.status === "PAID");
      expect(await story.unapplied(receipt)).toBe(isPaid ? "0.00" : "50.00");
    }
  });

  it("take a chargeback back or pay it: exactly one of the two happens", async () => {
    const customerId = await story.customer();
    for (let round = 0; round < 5; round++) {
      const invoice = await story.invoice({ customerId, amount: "100.00" });
      const shortPaid = { openItemId: await story.itemOf(invoice), amount: "30.00", reasonCode: "SHORTAGE" };
      const { charge } = await story.does("chargebackCreate", shortPaid);
      const { id: chargeId, openItem } = given(charge);
      const receipt = await story.receipt({ customerId, amount: "30.00" });
      const applications = [{ openItemId: openItem.id, amount: "30.00" }];
      const [reversed, paid] = await Promise.all([
        story.attempt("chargeReverse", { chargeId }),
        story.attempt("paymentApply", { receiptId: receipt.id, applications }),
      ]);
      expect([reversed, paid].filter(done)).toHaveLength(1);
      expect(await story.instalments(invoice)).toEqual([done(reversed) ? "100.00" : "70.00"]);
    }
  });

  it("pay what is left of a payment plan once, however many pay it, past it too", async () => {
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const openItemId = await story.itemOf(invoice);
    const { paymentPlan } = await story.does("paymentPlanPropose", {
      openItemIds: [openItemId],
      charge: { kind: "FEE", amount: "5.00" },
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-04-01" } },
      contactName: "Jo Doe",
    });
    const paymentPlanId = given(paymentPlan).id;
    const activations = await Promise.all(
      Array.from({ length: 5 }, () => story.attempt("paymentPlanActivate", { paymentPlanId })),
    );
    expect(activations.filter(done)).toHaveLength(1);
    expect(await story.account("Late-fee income", "USD")).toMatchObject({ amount: "-5.00" });
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => story.receipt({ customerId, amount: "105.00" })),
    );
    const payments = await Promise.all(
      receipts.map(({ id: receiptId }, n) =>
        n % 4 === 3
          ? story.attempt("paymentApply", { receiptId, applications: [{ openItemId, amount: "100.00" }] })
          : story.attempt("paymentPlanPay", { paymentPlanId, receiptId, amount: "105.00" }),
      ),
    );
    expect(payments.filter(done)).toHaveLength(1);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });
});
