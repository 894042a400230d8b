import { postPlanCharge } from "../adjustments/index.js";
import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { lockPlanItems } from "./plan-items.js";
import {
  emitPlan,
  holdItems,
  type LockedPlan,
  lockPlan,
  NO_SUCH_PLAN,
  obstaclesToChange,
  waitingActivation,
} from "./plan-rows.js";

export interface PaymentPlanActivateInput {
  readonly paymentPlanId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Makes a proposed plan the one by which its items are paid. The items are looked at again: what became of them since it
 * was proposed may keep it from becoming active. Its interest or fee is posted now, as one more of its items; above the
 * limit for debit memos it waits for approval.
 */
export const activatePaymentPlan = approvable<PaymentPlanActivateInput, { paymentPlanId: string }>({
  name: "paymentPlanActivate",
  scope: "adjustments:write",
  postingDateAt: "paymentPlanId",
  async run(context, { paymentPlanId, expectedVersion }) {
    const { tx, tenant, today } = context;
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const refusals = obstaclesToChange(plan, ["PROPOSED"], "activated", expectedVersion);
    refusals.push(...(await waitingActivation(context, plan)));
    if (refusals.length > 0) return new Refused(refusals);
    const held = await lockPlanItems(context, plan.itemIds, () => "paymentPlanId");
    refusals.push(...held.refusals);
    const total = held.total.plus(plan.chargeAmount ?? 0);
    if (!total.eq(plan.amount)) {
      const [open, planned] = [total, plan.amount].map((amount) => formatAmount(amount, plan.currency));
      const message = `The plan is over ${planned} ${plan.currency}; its items${plan.chargeKind ? ` and its ${plan.chargeKind.toLowerCase()}` : ""} come to ${open} now. Amend it first.`;
      refusals.push(refusal("INVALID_STATE", "paymentPlanId", message));
    }
    if (plan.firstDueDate < today) {
      const message = `The first instalment was due on ${plan.firstDueDate}. Amend the plan first.`;
      refusals.push(refusal("INVALID_STATE", "paymentPlanId", message));
    }
    if (refusals.length > 0) return new Refused(refusals);
    const chargeId = await chargeFor(context, plan);
    if (chargeId instanceof Refused) return chargeId;
    await tx.rows(sql`
      update payment_plan set status = 'ACTIVE', activated_on = ${today}, charge_id = ${chargeId}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${paymentPlanId}`);
    await holdItems(context, paymentPlanId, true);
    emitPlan(context, "PAYMENT_PLAN_ACTIVATED", plan, { amount: formatAmount(plan.amount, plan.currency) });
    return { paymentPlanId };
  },
});

/** Posts the plan's interest or fee, due with its first instalment, and makes it one of its items. */
async function chargeFor(context: CommandContext, plan: LockedPlan): Promise<string | null | Refused> {
  const { tx, tenant } = context;
  const { chargeKind: kind, chargeAmount: amount, customerId, currency, number: planNumber } = plan;
  if (kind === null || amount === null) return null;
  const its = { kind, amount, customerId, currency, planNumber, dueDate: plan.firstDueDate };
  const posted = await postPlanCharge(context, its);
  if (posted instanceof Refused) return posted;
  await tx.rows(sql`
    insert into payment_plan_item (tenant_id, plan_id, item_id)
    select tenant_id, ${plan.id}, item_id from charge where tenant_id = ${tenant.id} and id = ${posted.chargeId}`);
  return posted.chargeId;
}
