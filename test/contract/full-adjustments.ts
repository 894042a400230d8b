import { given, type Story } from "../support/stories.js";

/** A credit memo of which a part is applied, a write-off, and one that waits for somebody else's word. */
export async function tellAdjustments(story: Story, customerId: string, marker: string) {
  const credited = await story.invoice({ customerId, amount: "20.00" });
  const paid = await story.receipt({ customerId, amount: "5.00" });
  await story.apply(paid, [{ invoiceId: credited.id, amount: "5.00" }]);
  const { creditMemo, applications } = await story.does("creditMemoCreate", {
    invoiceId: credited.id,
    reasonCode: "RETURN",
    note: marker,
  });
  const doubtful = await story.invoice({ customerId, amount: "3000.00" });
  const openItemId = await story.itemOf(doubtful);
  const { writeOff } = await story.does("writeOffRequest", {
    openItemId,
    amount: "1.00",
    reasonCode: "UNCOLLECTIBLE",
    note: marker,
  });
  const specialist = await story.api.tokenOf(marker, ["AR_SPECIALIST"], story.tenant);
  const request = { openItemId, amount: "2000.00", reasonCode: "UNCOLLECTIBLE", note: marker };
  const { approval } = await story.does("writeOffRequest", request, specialist);
  return {
    creditMemo: given(creditMemo).id,
    creditApplication: given(given(applications)[0]).id,
    writeOff: given(writeOff).id,
    approval: given(approval).id,
  };
}

/** A refund that is not paid yet, a debit memo, a chargeback and a run over a small balance. */
export async function tellRefundsAndCharges(story: Story, customerId: string, marker: string) {
  const overpaid = await story.receipt({ customerId, amount: "8.00" });
  const { refund } = await story.does("refundRequest", {
    receiptId: overpaid.id,
    amount: "3.00",
    reasonCode: "OVERPAYMENT",
    note: marker,
  });
  const memo = { customerId, amount: "6.00", reasonCode: "FREIGHT", note: marker };
  const { charge: debitMemo } = await story.does("debitMemoCreate", memo);
  const openItemId = await story.itemOf(await story.invoice({ customerId, amount: "40.00" }));
  const shortage = { openItemId, amount: "4.00", reasonCode: "SHORTAGE", note: marker };
  const { charge: chargeback } = await story.does("chargebackCreate", shortage);
  await story.invoice({ customerId, amount: "0.50" });
  const tolerances = [{ currency: "EUR", amount: "0.50" }];
  const { run } = await story.does("smallBalanceWriteOffRun", { tolerances });
  await story.does("letterheadSet", { paymentInstructions: marker, idempotencyKey: undefined });
  await story.does("discountPolicySet", { reducesTax: true, idempotencyKey: undefined });
  return {
    refund: given(refund).id,
    debitMemo: given(debitMemo).id,
    chargeback: given(chargeback).id,
    smallBalanceRun: given(run).id,
  };
}

/** Loss rates by region, a specific provision that counts from February on, and a run of January. */
export async function tellAllowance(story: Story, customerId: string, marker: string) {
  const lossPercents = ["1", "2", "3", "4", "5"];
  await story.does("provisionMatrixSet", {
    effectiveFrom: "2026-01-01",
    segmentBy: "REGION",
    segments: [{ lossPercents }, { segment: marker, lossPercents: [...lossPercents].reverse() }],
    note: marker,
  });
  await story.does("specificProvisionSet", {
    customerId,
    percent: "50",
    reason: marker,
    effectiveFrom: "2026-02-01",
  });
  const { allowanceRun } = await story.does("allowanceRun", { asOf: "2026-01-31", note: marker });
  return { allowanceRun: given(allowanceRun).id };
}
