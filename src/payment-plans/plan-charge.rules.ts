import type { PlanChargeKind } from "../adjustments/index.js";
import { type BusinessDate, daysBetween } from "../platform/business-date.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Decimal, formatAmount, roundMoney } from "../platform/money.js";
import {
  buildSchedule,
  type PlannedInstalment,
  type PlanTotal,
  type ScheduleRequest,
} from "./schedule.rules.js";

/** What a plan costs the customer beside its items: an amount, or interest at a rate. */
export interface PlanChargeRequest {
  readonly kind: PlanChargeKind;
  /** Positive, in the plan's currency. */
  readonly amount?: string | null;
  /** Per cent a year, more than 0 and at most 100. */
  readonly annualRatePercent?: string | null;
}

export interface PlanChargeAsked {
  readonly kind: PlanChargeKind;
  /** Positive, with the currency's decimals. */
  readonly amount: string;
  readonly annualRatePercent: string | null;
}

/**
 * The amount that is asked for, by itself or as interest on a plan of equal instalments. What is wrong with the request is
 * told to the checks, under `charge`; null then, and when nothing is asked for.
 */
export function planCharge(
  request: PlanChargeRequest | null | undefined,
  principal: PlanTotal,
  schedule: ScheduleRequest,
  checks: InputChecks,
): PlanChargeAsked | null {
  if (!request) return null;
  const { kind, amount, annualRatePercent: rate } = request;
  const before = checks.refusals.length;
  if ((amount == null) === (rate == null))
    checks.add("REQUIRED", "charge", "Give either its `amount` or its `annualRatePercent`.");
  else if (amount != null) checks.amount(amount, principal.currency, "charge.amount");
  else if (rate != null) checkRate(kind, rate, schedule, checks);
  if (checks.refusals.length > before) return null;
  const asked = amount ?? interestOn(principal, rate ?? "0", schedule).toFixed();
  if (rate != null && new Decimal(asked).isZero()) {
    // A schedule that is wrong is told by itself.
    const message = `At ${rate} per cent a year, the interest comes to nothing.`;
    if (principalParts(principal, schedule).length > 0)
      checks.add("INVALID_VALUE", "charge.annualRatePercent", message);
    return null;
  }
  return { kind, amount: formatAmount(asked, principal.currency), annualRatePercent: rate ?? null };
}

function checkRate(kind: PlanChargeKind, rate: string, schedule: ScheduleRequest, checks: InputChecks): void {
  const at = "charge.annualRatePercent";
  if (kind !== "INTEREST")
    checks.add("INVALID_VALUE", at, "Only interest has a rate; name the fee's amount.");
  const percent = new Decimal(rate);
  if (percent.lte(0) || percent.gt(100))
    checks.add("INVALID_VALUE", at, `A rate is more than 0 and at most 100 per cent a year, not ${rate}.`);
  if (!schedule.equal) {
    const message = "Interest at a rate needs `equal` instalments; with a list of them, name its amount.";
    checks.add("INVALID_VALUE", at, message);
  }
}

/**
 * Simple interest on what is left of the principal from today to the last instalment, as if the instalments were of the
 * principal alone: Σ left × rate × days ÷ 365 (actual/365), rounded half-up once.
 */
export function interestOn(
  principal: PlanTotal,
  annualRatePercent: string,
  schedule: ScheduleRequest,
): Decimal {
  let left = principal.amount;
  let since: BusinessDate = principal.today;
  let amountDays = new Decimal(0);
  for (const { amount, dueDate } of principalParts(principal, schedule)) {
    amountDays = amountDays.plus(left.times(daysBetween(since, dueDate)));
    left = left.minus(amount);
    since = dueDate;
  }
  return roundMoney(amountDays.times(annualRatePercent).div(100).div(365), principal.currency);
}

function principalParts(principal: PlanTotal, schedule: ScheduleRequest): PlannedInstalment[] {
  const checks = new InputChecks();
  const parts = buildSchedule(schedule, principal, checks);
  return checks.refusals.length > 0 ? [] : parts;
}
