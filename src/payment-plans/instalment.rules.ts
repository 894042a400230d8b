import { addDays, type BusinessDate } from "../platform/business-date.js";
import { Decimal, formatAmount } from "../platform/money.js";
import type { PlannedInstalment } from "./schedule.rules.js";

export type InstalmentStatus = "PAID" | "PARTIAL" | "OPEN" | "MISSED";

/** The schedule in force at a date, and what of it is settled by then. */
export interface PlanState {
  readonly planId: string;
  readonly scheduleNo: number;
  readonly currency: string;
  /** The day that it is told for. */
  readonly asOf: BusinessDate;
  readonly graceDays: number;
  /** Zero or more: the schedule's amount less what the plan's items have open at the date. */
  readonly settled: string;
  /** What the plan's items have open at the date. */
  readonly outstanding: string;
  /** In their order. */
  readonly instalments: readonly PlannedInstalment[];
}

/** An instalment as it stands at a date. */
export interface InstalmentState extends PlannedInstalment {
  readonly currency: string;
  readonly paidAmount: string;
  readonly openAmount: string;
  readonly status: InstalmentStatus;
}

/**
 * Spreads what is settled over the instalments, the oldest first. One that is not paid whole is missed once its grace
 * days are over, whether a part of it was paid or not.
 */
export function instalmentsAt(plan: PlanState): InstalmentState[] {
  let left = new Decimal(plan.settled);
  return plan.instalments.map((instalment) => {
    const amount = new Decimal(instalment.amount);
    const paid = Decimal.min(amount, left);
    left = left.minus(paid);
    return {
      ...instalment,
      currency: plan.currency,
      paidAmount: formatAmount(paid, plan.currency),
      openAmount: formatAmount(amount.minus(paid), plan.currency),
      status: statusOf(instalment, paid, plan),
    };
  });
}

function statusOf({ amount, dueDate }: PlannedInstalment, paid: Decimal, plan: PlanState): InstalmentStatus {
  if (paid.eq(amount)) return "PAID";
  if (addDays(dueDate, plan.graceDays) < plan.asOf) return "MISSED";
  return paid.isZero() ? "OPEN" : "PARTIAL";
}
