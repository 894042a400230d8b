import { requestRefund } from "../../../src/adjustments/request-refund.js";
import { cancelRefund, payRefund } from "../../../src/adjustments/settle-refund.js";
import { availableOf, decimal, fits, type ModelRefund } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import { ofMemo, ofReceipt } from "./planned-applications.js";
import type { AskedFor } from "./requests.js";
import { after, mostly, type Step } from "./step.js";

export async function refund(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = refundAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

export function refundAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof requestRefund> | null {
  const credits = [
    ...ledger.receipts.map((receipt) => ({ of: { receiptId: receipt.id }, now: () => ofReceipt(receipt) })),
    ...ledger.creditMemos.map((memo) => ({ of: { creditMemoId: memo.id }, now: () => ofMemo(memo) })),
  ];
  const found = mostly(
    credits,
    ({ now }) => now().isUsable && availableOf(now().credit, now().credit.documentDate) > 0,
    step.pick,
  );
  if (!found) return null;
  const { of, now } = found;
  const effectiveDate = after(now().credit.documentDate, step.later);
  const cents = Math.min(step.cents, Math.max(availableOf(now().credit, effectiveDate), 1));
  const proposed = () => [{ item: now().credit, day: effectiveDate, cents }];
  return {
    command: requestRefund,
    input: { ...of, amount: decimal(cents), reasonCode: "OVERPAYMENT", effectiveDate },
    canBeDone: (areOpen) =>
      now().isUsable &&
      effectiveDate >= now().credit.documentDate &&
      availableOf(now().credit, effectiveDate) >= cents &&
      areOpen([effectiveDate]) &&
      fits(proposed()),
    maker: "AR_SPECIALIST",
    waits: () => now().credit.currency === "EUR",
    keep({ refundId }) {
      ledger.move(proposed());
      const item = now().credit;
      ledger.refunds.push({ id: refundId, item, cents, day: effectiveDate, status: "REQUESTED" });
    },
  };
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
