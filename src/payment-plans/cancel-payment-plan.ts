import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refuse } from "../platform/commands/refusal.js";
import { emitPlan, endPlan, lockPlan, NO_SUCH_PLAN, obstaclesToChange } from "./plan-rows.js";

export interface PaymentPlanCancelInput {
  readonly paymentPlanId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

/** Gives a plan up. What its items still have open is collected as usual, by their own due dates. */
export const cancelPaymentPlan: Command<PaymentPlanCancelInput, { paymentPlanId: string }> = {
  name: "paymentPlanCancel",
  scope: "adjustments:write",
  async run(context, { paymentPlanId, reason, expectedVersion }) {
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const checks = new InputChecks().text(reason, "reason", "a reason", 1_000);
    checks.refusals.push(...obstaclesToChange(plan, ["PROPOSED", "ACTIVE"], "cancelled", expectedVersion));
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await endPlan(context, paymentPlanId, "CANCELLED", reason);
    emitPlan(context, "PAYMENT_PLAN_CANCELLED", plan, { reason });
    return { paymentPlanId };
  },
};
