import { reverseCharge } from "../adjustments/index.js";
import { holdPendingRequest, withdrawHeld } from "../approvals/index.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refuse } from "../platform/commands/refusal.js";
import { emitPlan, endPlan, lockPlan, NO_SUCH_PLAN, obstaclesToChange } from "./plan-rows.js";

export interface PaymentPlanCancelInput {
  readonly paymentPlanId: string;
  readonly reason: string;
  /** Takes its interest or fee back too; it stays owed if not given. */
  readonly reverseCharge?: boolean | null;
  readonly expectedVersion?: number | null;
}

/**
 * Gives a plan up. What its items still have open is collected as usual, by their own due dates. Its interest or fee was
 * agreed and is one of these items; it is taken back only when asked, and only whole: what was paid on it is unapplied first.
 * A request to activate it is withdrawn with it.
 */
export const cancelPaymentPlan: Command<PaymentPlanCancelInput, { paymentPlanId: string }> = {
  name: "paymentPlanCancel",
  scope: "adjustments:write",
  postingDateAt: "reverseCharge",
  async run(context, { paymentPlanId, reason, expectedVersion, ...input }) {
    // Before the plan, as when it is approved.
    const waiting = await holdPendingRequest(context, "paymentPlanActivate", "paymentPlanId", paymentPlanId);
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const checks = new InputChecks().text(reason, "reason", "a reason", 1_000);
    checks.refusals.push(...obstaclesToChange(plan, ["PROPOSED", "ACTIVE"], "cancelled", expectedVersion));
    const chargeId = input.reverseCharge ? plan.chargeId : null;
    if (input.reverseCharge && chargeId === null)
      checks.add(
        "INVALID_STATE",
        "reverseCharge",
        `${plan.number} has charged nothing that could be reversed.`,
      );
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    if (chargeId !== null) {
      const why = `Payment plan ${plan.number} cancelled: ${reason}`;
      const reversed = await reverseCharge.run(context, { chargeId, reason: why });
      if (reversed instanceof Refused) {
        return new Refused(reversed.refusals.map((one) => ({ ...one, path: ["reverseCharge"] })));
      }
    }
    if (waiting) await withdrawHeld(context, waiting, `Payment plan ${plan.number} cancelled: ${reason}`);
    await endPlan(context, paymentPlanId, "CANCELLED", reason);
    emitPlan(context, "PAYMENT_PLAN_CANCELLED", plan, { reason });
    return { paymentPlanId };
  },
};
