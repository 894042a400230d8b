import { v7 as uuidv7 } from "uuid";
import { accountOf, chartOf, JournalEntry, lockItems, post, rateOn, reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount, roundMoney } from "../platform/money.js";

export interface RefundPayInput {
  readonly refundId: string;
  /** Today if not given, never before the refund's own date. */
  readonly paidOn?: string | null;
  /** How the bank knows the payment. */
  readonly reference?: string | null;
}

export interface RefundCancelInput {
  readonly refundId: string;
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
}

interface RefundRow {
  readonly number: string;
  readonly customerId: string;
  readonly itemId: string;
  readonly currency: string;
  readonly amount: string;
  readonly functionalAmount: string;
  readonly effectiveDate: BusinessDate;
  readonly entryId: string;
  readonly status: "REQUESTED" | "PAID" | "CANCELLED";
}

/** Pays a refund out: Dr refunds payable / Cr cash clearing, with what the exchange rate made of it meanwhile. */
export const payRefund: Command<RefundPayInput, { refundId: string }> = {
  name: "refundPay",
  scope: "adjustments:write",
  postingDateAt: "paidOn",
  async run(context, { refundId, paidOn, reference }) {
    const { tx, tenant } = context;
    const found = await requested(context, refundId, paidOn, "paidOn");
    if (found instanceof Refused) return found;
    const { refund, date } = found;
    const rate = await rateOn(tx, tenant, refund.currency, date, "paidOn");
    if (rate instanceof Refused) return rate;
    const entryId = await postPayment(context, refundId, refund, date, rate);
    await tx.rows(sql`
      update refund set payment_entry_id = ${entryId}, paid_on = ${date}, payment_reference = ${reference ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${refundId}`);
    emit(context, "REFUND_PAID", refundId, refund, date);
    return { refundId };
  },
};

/** Takes a refund back that is not paid yet: the credit is unapplied again. */
export const cancelRefund: Command<RefundCancelInput, { refundId: string }> = {
  name: "refundCancel",
  scope: "adjustments:write",
  async run(context, { refundId, effectiveDate, reason }) {
    const { tx, tenant } = context;
    const found = await requested(context, refundId, effectiveDate, "effectiveDate");
    if (found instanceof Refused) return found;
    const { refund, date } = found;
    await lockItems(context, [{ id: refund.itemId, from: date }]);
    const reversalId = uuidv7();
    const description = `Refund ${refund.number} cancelled`;
    await reverse(context, [{ entryId: refund.entryId, reversalId, effectiveDate: date, description }]);
    await tx.rows(sql`
      update refund set cancel_entry_id = ${reversalId}, cancelled_on = ${date}, cancel_reason = ${reason ?? null},
             version = version + 1
      where tenant_id = ${tenant.id} and id = ${refundId}`);
    emit(context, "REFUND_CANCELLED", refundId, refund, date);
    return { refundId };
  },
};

/** The refund, locked, which is neither paid nor cancelled; and the day on which that changes. */
async function requested(
  { tx, tenant, today }: CommandContext,
  id: string,
  asked: string | null | undefined,
  path: string,
): Promise<{ readonly refund: RefundRow; readonly date: BusinessDate } | Refused> {
  const checks = new InputChecks();
  const date = checks.date(asked ?? today, path);
  const [refund] = await tx.rows<RefundRow>(sql`
    select number, customer_id as "customerId", item_id as "itemId", currency, amount, functional_amount as "functionalAmount",
           effective_date as "effectiveDate", entry_id as "entryId",
           case when payment_entry_id is not null then 'PAID' when cancel_entry_id is not null then 'CANCELLED' else 'REQUESTED' end as status
    from refund where tenant_id = ${tenant.id} and id = ${id} for update`);
  if (!refund) checks.add("NOT_FOUND", "refundId", "There is no such refund.");
  else if (refund.status !== "REQUESTED")
    checks.add("INVALID_STATE", "refundId", `Refund ${refund.number} is ${refund.status} already.`);
  if (refund && date && date < refund.effectiveDate)
    checks.add("INVALID_DATE", path, `Refund ${refund.number} is dated ${refund.effectiveDate}.`);
  if (!refund || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
  return { refund, date };
}

async function postPayment(
  context: CommandContext,
  refundId: string,
  { number, currency, customerId, ...its }: RefundRow,
  date: BusinessDate,
  rate: string,
): Promise<string> {
  const { tx, tenant } = context;
  const chart = await chartOf(tx, tenant.id);
  const amount = new Decimal(its.amount);
  const booked = new Decimal(its.functionalAmount);
  const paid = roundMoney(amount.times(rate), tenant.functionalCurrency);
  const gain = booked.minus(paid);
  const realised = accountOf(chart, gain.isNegative() ? "FX_LOSS_REALISED" : "FX_GAIN_REALISED");
  const entry = new JournalEntry({
    id: uuidv7(),
    effectiveDate: date,
    kind: "REFUND_PAYMENT",
    description: `Refund ${number} paid`,
    documentId: refundId,
  })
    .line(accountOf(chart, "REFUNDS_PAYABLE"), currency, amount, booked, customerId)
    .line(accountOf(chart, "CASH_CLEARING"), currency, amount.negated(), paid.negated(), customerId)
    .line(realised, currency, new Decimal(0), gain.negated(), customerId);
  await post(context, [entry]);
  return entry.header.id;
}

function emit(
  context: CommandContext,
  type: string,
  refundId: string,
  { number, customerId, itemId, amount, currency }: RefundRow,
  effectiveDate: BusinessDate,
): void {
  const money = { amount: formatAmount(amount, currency), currency };
  const payload = { refundId, number, openItemId: itemId, ...money, effectiveDate };
  context.emit({ type, subjectId: refundId, customerId, payload });
}
