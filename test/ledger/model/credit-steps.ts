import { applyCreditMemo } from "../../../src/adjustments/apply-credit-memo.js";
import { createCreditMemo } from "../../../src/adjustments/create-credit-memo.js";
import { requestRefund } from "../../../src/adjustments/request-refund.js";
import { cancelRefund, payRefund } from "../../../src/adjustments/settle-refund.js";
import { voidCreditMemo } from "../../../src/adjustments/void-credit-memo.js";
import { applyPayment } from "../../../src/cash/apply-payment.js";
import { sql } from "../../../src/platform/database/sql.js";
import { availableOf, decimal, fits, laterOf, type ModelRefund } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { keepApplications, ofMemo, ofReceipt, planned, targetOf } from "./planned-applications.js";
import { after, currencyOf, dayOf2026, mostly, pickOf, type Step } from "./step.js";

export async function credit(ledger: ModelledBooks, step: Step): Promise<void> {
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return;
  const currency = currencyOf(step);
  const documentDate = dayOf2026(step.day);
  const allowed = ledger.isOpen([documentDate]) && ledger.hasRate(currency, documentDate);
  const made = await ledger.execute(allowed, createCreditMemo, {
    customerId,
    currency,
    amount: decimal(step.cents),
    reasonCode: "GOODWILL",
    documentDate,
    applyToInvoice: true,
  });
  if (!made) return;
  const [item] = await ledger.newItems(sql`credit_memo_id = ${made.creditMemoId}`, documentDate);
  if (item) ledger.creditMemos.push({ id: made.creditMemoId, item, isVoid: false });
}

export async function voidCredit(ledger: ModelledBooks, step: Step): Promise<void> {
  const memo = mostly(ledger.creditMemos, (one) => !one.isVoid, step.pick);
  if (!memo) return;
  const { item } = memo;
  const effectiveDate = after(item.documentDate, step.later);
  const proposed = [{ item, day: effectiveDate, cents: -item.original }];
  const allowed =
    !memo.isVoid &&
    effectiveDate >= item.documentDate &&
    availableOf(item, effectiveDate) === -item.original &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const done = await ledger.execute(allowed, voidCreditMemo, { creditMemoId: memo.id, effectiveDate });
  if (!done) return;
  memo.isVoid = true;
  ledger.move(proposed);
}

/** A receipt or a credit memo on one item by itself, whatever its document is. */
export async function payItem(ledger: ModelledBooks, step: Step): Promise<void> {
  const credits = [
    ...ledger.receipts.map((receipt) => ({ receipt, memo: null, ...ofReceipt(receipt) })),
    ...ledger.creditMemos.map((memo) => ({ receipt: null, memo, ...ofMemo(memo) })),
  ];
  const pairs = credits.flatMap((payer) => ledger.debits().map((item) => ({ payer, item })));
  const { payer, item } =
    mostly(
      pairs,
      (pair) =>
        pair.payer.isUsable &&
        pair.payer.credit.customerId === pair.item.customerId &&
        pair.payer.credit.currency === pair.item.currency,
      step.pick,
    ) ?? {};
  if (!payer || !item) return;
  const { credit, receipt, memo } = payer;
  const effectiveDate = after(laterOf(credit.documentDate, item.documentDate), step.later);
  const most = Math.min(availableOf(credit, effectiveDate), availableOf(item, effectiveDate));
  const cents = step.day % 9 === 0 ? step.cents : Math.max(1, Math.min(step.cents, most));
  const parts = planned(ledger, payer, [{ ...targetOf(item), cents }], effectiveDate);
  const input = { applications: [{ openItemId: item.id, amount: decimal(cents) }], effectiveDate };
  const done = memo
    ? await ledger.execute(parts !== null, applyCreditMemo, { creditMemoId: memo.id, ...input })
    : await ledger.execute(parts !== null, applyPayment, { receiptId: receipt.id, ...input });
  if (done && parts) keepApplications(ledger, receipt, parts, done.applicationIds, effectiveDate);
}

export async function refund(ledger: ModelledBooks, step: Step): Promise<void> {
  const credits = [
    ...ledger.receipts.map((receipt) => ({ of: { receiptId: receipt.id }, ...ofReceipt(receipt) })),
    ...ledger.creditMemos.map((memo) => ({ of: { creditMemoId: memo.id }, ...ofMemo(memo) })),
  ];
  const found = mostly(
    credits,
    (one) => one.isUsable && availableOf(one.credit, one.credit.documentDate) > 0,
    step.pick,
  );
  if (!found) return;
  const { credit: item, isUsable, of } = found;
  const effectiveDate = after(item.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(item, effectiveDate), 1));
  const proposed = [{ item, day: effectiveDate, cents }];
  const allowed =
    isUsable &&
    effectiveDate >= item.documentDate &&
    availableOf(item, effectiveDate) >= cents &&
    ledger.isOpen([effectiveDate]) &&
    fits(proposed);
  const input = { ...of, amount: decimal(cents), reasonCode: "OVERPAYMENT", effectiveDate };
  const done = await ledger.execute(allowed, requestRefund, input);
  if (!done) return;
  ledger.move(proposed);
  ledger.refunds.push({ id: done.refundId, item, cents, day: effectiveDate, status: "REQUESTED" });
}

/** Pays a refund out, or takes it back. */
export async function settleRefund(ledger: ModelledBooks, step: Step): Promise<void> {
  const found = mostly(ledger.refunds, (one) => one.status === "REQUESTED", step.pick);
  if (!found) return;
  const day = after(found.day, step.later);
  const allowed = found.status === "REQUESTED" && day >= found.day && ledger.isOpen([day]);
  if (step.cents % 2 === 0) await pay(ledger, found, day, allowed);
  else await cancel(ledger, found, day, allowed);
}

async function pay(
  ledger: ModelledBooks,
  found: ModelRefund,
  paidOn: string,
  allowed: boolean,
): Promise<void> {
  const canPay = allowed && ledger.hasRate(found.item.currency, paidOn);
  const done = await ledger.execute(canPay, payRefund, { refundId: found.id, paidOn });
  if (done) found.status = "PAID";
}

async function cancel(
  ledger: ModelledBooks,
  found: ModelRefund,
  effectiveDate: string,
  allowed: boolean,
): Promise<void> {
  const proposed = [{ item: found.item, day: effectiveDate, cents: -found.cents }];
  const done = await ledger.execute(allowed && fits(proposed), cancelRefund, {
    refundId: found.id,
    effectiveDate,
  });
  if (!done) return;
  found.status = "CANCELLED";
  ledger.move(proposed);
}
