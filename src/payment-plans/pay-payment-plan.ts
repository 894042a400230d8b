import { type ApplicationInput, applyCredit } from "../cash/index.js";
import { type ItemState, lockItems } from "../ledger/index.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { openOf } from "./plan-items.js";
import { type LockedPlan, lockPlan, NO_SUCH_PLAN } from "./plan-rows.js";
import { reopenPlans } from "./reopen-payment-plans.js";
import { reviewPlan } from "./review-payment-plans.js";

export interface PaymentPlanPayInput {
  readonly paymentPlanId: string;
  readonly receiptId: string;
  /** In the plan's currency, positive. */
  readonly amount: string;
  /** Today if not given. */
  readonly effectiveDate?: string | null;
}

/**
 * Applies a receipt to a plan: to its items, the oldest due first, which settles its instalments, the oldest first. Of a
 * plan in default all that is left may be paid.
 */
export const payPaymentPlan: Command<
  PaymentPlanPayInput,
  { paymentPlanId: string; applicationIds: string[] }
> = {
  name: "paymentPlanPay",
  scope: "cash:write",
  async run(context, { paymentPlanId, receiptId, amount, effectiveDate }) {
    const { tx, tenant } = context;
    // What bounced a moment ago may be paid before the next review.
    await reopenPlans(context, sql`p.id = ${paymentPlanId}`);
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const checks = new InputChecks();
    const date = checks.date(effectiveDate ?? context.today, "effectiveDate");
    if (plan.status !== "ACTIVE" && plan.status !== "DEFAULTED") {
      const message = `Payment plan ${plan.number} is ${plan.status}; only one that is active or in default is paid.`;
      checks.add("INVALID_STATE", "paymentPlanId", message);
    }
    checks.amount(amount, plan.currency, "amount");
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const credits = await tx.rows<{ id: string }>(
      sql`select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${receiptId}`,
    );
    // The receipt with the items: in the one order of locks.
    const ids = [...credits.map(({ id }) => id), ...plan.itemIds];
    const locked = await lockItems(
      context,
      ids.map((id) => ({ id, from: date })),
    );
    const spread = spreadOver(
      locked.filter((item) => !item.original.isNegative()),
      new Decimal(amount),
    );
    if (spread.length === 0) return refuse(tooMuch(plan, amount, openOf(locked.filter(isDebit))));
    const applied = await applyCredit(
      context,
      { applications: spread, effectiveDate: date },
      {
        where: sql`i.receipt_id = ${receiptId} and exists (
          select from receipt r where r.tenant_id = i.tenant_id and r.id = i.receipt_id and r.reversal_entry_id is null)`,
        missing: refusal("NOT_FOUND", "receiptId", "There is no such receipt, or it was reversed."),
      },
    );
    if (applied instanceof Refused) return new Refused(applied.refusals.map(atAmount));
    await reviewPlan(context, paymentPlanId);
    return { paymentPlanId, applicationIds: applied };
  },
};

const isDebit = (item: ItemState): boolean => !item.original.isNegative();

/** The amount over items in their order; empty when they have less open. */
function spreadOver(items: readonly ItemState[], amount: Decimal): ApplicationInput[] {
  const parts: ApplicationInput[] = [];
  let left = amount;
  for (const item of items) {
    const part = Decimal.min(left, item.available);
    if (part.gt(0)) parts.push({ openItemId: item.id, amount: part.toFixed() });
    left = left.minus(part);
  }
  return left.isZero() ? parts : [];
}

function tooMuch({ number, currency }: LockedPlan, asked: string, open: Decimal): Refusal {
  const balance = formatAmount(open, currency);
  const message = `${formatAmount(asked, currency)} ${currency} is more than the ${balance} ${currency} that the items of ${number} have open.`;
  return refusal("AMOUNT_EXCEEDS_BALANCE", "amount", message, { balance, currency });
}

/** The client named no applications: what is wrong with them is wrong with the amount. */
function atAmount(one: Refusal): Refusal {
  return one.path[0] === "applications" ? { ...one, path: ["amount"] } : one;
}
