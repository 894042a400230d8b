import type { Command } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { lockPlanItems } from "./plan-items.js";
import { emitPlan, holdItems, lockPlan, NO_SUCH_PLAN, obstaclesToChange } from "./plan-rows.js";

export interface PaymentPlanActivateInput {
  readonly paymentPlanId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Makes a proposed plan the one by which its items are paid. The items are looked at again: what became of them since it
 * was proposed may keep it from becoming active.
 */
export const activatePaymentPlan: Command<PaymentPlanActivateInput, { paymentPlanId: string }> = {
  name: "paymentPlanActivate",
  scope: "adjustments:write",
  async run(context, { paymentPlanId, expectedVersion }) {
    const { tx, tenant, today } = context;
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const refusals = obstaclesToChange(plan, ["PROPOSED"], "activated", expectedVersion);
    if (refusals.length > 0) return new Refused(refusals);
    const { total, refusals: wrong } = await lockPlanItems(context, plan.itemIds, () => "paymentPlanId");
    refusals.push(...wrong);
    if (!total.eq(plan.amount)) {
      const [open, planned] = [total, plan.amount].map((amount) => formatAmount(amount, plan.currency));
      const message = `The plan is over ${planned} ${plan.currency}; its items have ${open} open now. Amend it first.`;
      refusals.push(refusal("INVALID_STATE", "paymentPlanId", message));
    }
    if (plan.firstDueDate < today) {
      const message = `The first instalment was due on ${plan.firstDueDate}. Amend the plan first.`;
      refusals.push(refusal("INVALID_STATE", "paymentPlanId", message));
    }
    if (refusals.length > 0) return new Refused(refusals);
    await tx.rows(sql`
      update payment_plan set status = 'ACTIVE', activated_on = ${today}, version = version + 1
      where tenant_id = ${tenant.id} and id = ${paymentPlanId}`);
    await holdItems(context, paymentPlanId, true);
    emitPlan(context, "PAYMENT_PLAN_ACTIVATED", plan, { amount: formatAmount(plan.amount, plan.currency) });
    return { paymentPlanId };
  },
};
