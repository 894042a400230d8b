import { addDays, type BusinessDate, endOfMonth, parseBusinessDate } from "../platform/business-date.js";
import type { InputChecks } from "../platform/commands/input-checks.js";
import { allocate, Decimal, formatAmount, minorUnits } from "../platform/money.js";

export type PlanFrequency = "WEEKLY" | "EVERY_TWO_WEEKS" | "MONTHLY";

/** How a plan is to be paid: equal instalments at a frequency, or an explicit list; a down payment before either. */
export interface ScheduleRequest {
  readonly downPayment?: RequestedInstalment | null;
  readonly equal?: EqualInstalments | null;
  readonly instalments?: readonly RequestedInstalment[] | null;
}

export interface EqualInstalments {
  /** 1 to 120. */
  readonly count: number;
  readonly frequency: PlanFrequency;
  readonly firstDueDate: string;
}

export interface RequestedInstalment {
  readonly dueDate: string;
  /** Positive, in the plan's currency. */
  readonly amount: string;
}

/** A part of a plan's amount and the day on which it is due. The down payment is number 0. */
export interface PlannedInstalment {
  readonly instalmentNo: number;
  readonly dueDate: BusinessDate;
  /** Positive, with the currency's decimals. */
  readonly amount: string;
}

export interface PlanTotal {
  readonly amount: Decimal;
  readonly currency: string;
  /** No instalment is due before. */
  readonly today: BusinessDate;
}

/** At most so many instalments: ten years of months. */
export const INSTALMENTS_MAX = 120;

/**
 * The instalments that a request makes of the amount, summing to it to the last unit: equal ones by largest remainder,
 * the larger first. What is wrong with the request is told to the checks, under `schedule`.
 */
export function buildSchedule(
  request: ScheduleRequest,
  total: PlanTotal,
  checks: InputChecks,
): PlannedInstalment[] {
  const before = checks.refusals.length;
  const { downPayment, equal, instalments } = request;
  if ((equal == null) === (instalments == null)) {
    checks.add("REQUIRED", "schedule", "Give either `equal` instalments or the list of `instalments`.");
  }
  const down = downPayment ? explicit([downPayment], 0, total, "schedule.downPayment", checks) : [];
  const rest = total.amount.minus(sumOf(down));
  if (down.length > 0 && rest.lte(0)) {
    const message = `The down payment leaves nothing of the plan's ${shown(total.amount, total)} for instalments.`;
    checks.add("INVALID_AMOUNT", "schedule.downPayment.amount", message);
  }
  const parts = equal
    ? equalParts(equal, { ...total, amount: rest }, checks)
    : explicit(instalments ?? [], 1, total, "schedule.instalments", checks);
  if (instalments) checkList(parts, instalments.length, rest, total, checks);
  const schedule = [...down, ...parts];
  if (checks.refusals.length === before) checkOrder(schedule, checks);
  return schedule;
}

function equalParts(
  { count, frequency, firstDueDate }: EqualInstalments,
  total: PlanTotal,
  checks: InputChecks,
): PlannedInstalment[] {
  const at = "schedule.equal";
  const first = checks.date(firstDueDate, `${at}.firstDueDate`);
  if (first && first < total.today) {
    checks.add("INVALID_DATE", `${at}.firstDueDate`, `Instalments are due from ${total.today} on.`);
  }
  if (count < 1 || count > INSTALMENTS_MAX) {
    checks.add("INVALID_VALUE", `${at}.count`, `A plan has 1 to ${INSTALMENTS_MAX} instalments.`);
    return [];
  }
  if (!first || total.amount.lte(0)) return [];
  const unit = new Decimal(10).pow(-minorUnits(total.currency));
  if (total.amount.lt(unit.times(count))) {
    const message = `${shown(total.amount, total)} cannot be paid in ${count} instalments.`;
    checks.add("INVALID_VALUE", `${at}.count`, message);
    return [];
  }
  if (parseBusinessDate(dueDateOf(first, frequency, count - 1)) === null) {
    const message = "The last instalment would be due after 9999-12-31.";
    checks.add("INVALID_DATE", `${at}.firstDueDate`, message);
    return [];
  }
  return allocate(total.amount, Array<number>(count).fill(1), total.currency).map((amount, i) => ({
    instalmentNo: i + 1,
    dueDate: dueDateOf(first, frequency, i),
    amount: formatAmount(amount, total.currency),
  }));
}

/** The n-th date of a frequency, from 0. A month that has no such day has its last one instead. */
export function dueDateOf(first: BusinessDate, frequency: PlanFrequency, n: number): BusinessDate {
  if (frequency === "WEEKLY") return addDays(first, 7 * n);
  if (frequency === "EVERY_TWO_WEEKS") return addDays(first, 14 * n);
  const last = endOfMonth(first, n);
  return parseBusinessDate(`${last.slice(0, 8)}${first.slice(8)}`) ?? last;
}

function explicit(
  requested: readonly RequestedInstalment[],
  firstNo: number,
  { currency, today }: PlanTotal,
  at: string,
  checks: InputChecks,
): PlannedInstalment[] {
  return requested.slice(0, INSTALMENTS_MAX).flatMap(({ dueDate, amount }, i) => {
    const path = firstNo === 0 ? at : `${at}.${i}`;
    checks.amount(amount, currency, `${path}.amount`);
    const date = checks.date(dueDate, `${path}.dueDate`);
    if (date && date < today)
      checks.add("INVALID_DATE", `${path}.dueDate`, `Instalments are due from ${today} on.`);
    return date ? [{ instalmentNo: firstNo + i, dueDate: date, amount: formatAmount(amount, currency) }] : [];
  });
}

function checkList(
  parts: readonly PlannedInstalment[],
  asked: number,
  rest: Decimal,
  total: PlanTotal,
  checks: InputChecks,
): void {
  const at = "schedule.instalments";
  if (asked === 0) checks.add("REQUIRED", at, "Give at least one instalment.");
  if (asked > INSTALMENTS_MAX)
    checks.add("LIMIT_EXCEEDED", at, `A plan has at most ${INSTALMENTS_MAX} instalments.`);
  // Of a list that could not be read whole the sum would mislead.
  if (parts.length !== asked || asked === 0) return;
  const sum = sumOf(parts);
  if (!sum.eq(rest)) {
    const message = `The instalments sum to ${shown(sum, total)}; the plan is over ${shown(rest, total)} after its down payment.`;
    checks.add("INVALID_AMOUNT", at, message);
  }
}

function checkOrder(schedule: readonly PlannedInstalment[], checks: InputChecks): void {
  const late = schedule.find((one, i) => i > 0 && one.dueDate <= (schedule[i - 1]?.dueDate ?? ""));
  if (!late) return;
  const what = `Instalment ${late.instalmentNo} is due on ${late.dueDate}, not after the one before it.`;
  checks.add("INVALID_DATE", "schedule", what);
}

function sumOf(parts: readonly PlannedInstalment[]): Decimal {
  return parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

function shown(amount: Decimal, { currency }: PlanTotal): string {
  return `${formatAmount(amount, currency)} ${currency}`;
}
