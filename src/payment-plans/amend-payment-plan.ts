import { lockItems } from "../ledger/index.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { formatAmount } from "../platform/money.js";
import { disputedItems, openOf } from "./plan-items.js";
import {
  emitPlan,
  insertSchedule,
  lockPlan,
  NO_SUCH_PLAN,
  obstaclesToChange,
  waitingActivation,
} from "./plan-rows.js";
import type { PlannedSchedule } from "./propose-payment-plan.js";
import { buildSchedule, type ScheduleRequest } from "./schedule.rules.js";

export interface PaymentPlanAmendInput {
  readonly paymentPlanId: string;
  readonly schedule: ScheduleRequest;
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

/**
 * Gives what is left of a plan another schedule, from today on. The schedules before stay as its history, and so do the
 * instalments that were missed: an amended plan has no more misses to go than it had.
 */
export const amendPaymentPlan: Command<PaymentPlanAmendInput, PlannedSchedule> = {
  name: "paymentPlanAmend",
  scope: "adjustments:write",
  async run(context, input) {
    const { tx, tenant, today } = context;
    const { paymentPlanId, reason } = input;
    const plan = await lockPlan(context, paymentPlanId);
    if (!plan) return refuse(NO_SUCH_PLAN);
    const checks = new InputChecks().text(reason, "reason", "a reason", 1_000);
    checks.refusals.push(
      ...obstaclesToChange(plan, ["PROPOSED", "ACTIVE"], "amended", input.expectedVersion),
      ...(await waitingActivation(context, plan)),
    );
    const items = await lockItems(
      context,
      plan.itemIds.map((id) => ({ id, from: today })),
    );
    const disputed = await disputedItems(context, items);
    checks.refusals.push(...disputed.map(({ why }) => refusal("INVALID_STATE", "paymentPlanId", why)));
    const { currency } = plan;
    // Before it is active its interest or fee is not an item yet.
    const amount = openOf(items).plus(plan.chargeId === null ? (plan.chargeAmount ?? 0) : 0);
    if (openOf(items).isZero()) {
      checks.add(
        "INVALID_STATE",
        "paymentPlanId",
        `Nothing of what ${plan.number} is over is open any more.`,
      );
      return new Refused(checks.refusals);
    }
    const instalments = buildSchedule(input.schedule, { amount, currency, today }, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const scheduleNo = plan.scheduleNo + 1;
    await insertSchedule(context, {
      planId: paymentPlanId,
      scheduleNo,
      currency,
      amount,
      reason,
      instalments,
    });
    await tx.rows(sql`
      update payment_plan set version = version + 1 where tenant_id = ${tenant.id} and id = ${paymentPlanId}`);
    emitPlan(context, "PAYMENT_PLAN_AMENDED", plan, {
      scheduleNo,
      amount: formatAmount(amount, currency),
      reason,
    });
    return { paymentPlanId, currency, instalments, chargeAmount: plan.chargeAmount };
  },
};
