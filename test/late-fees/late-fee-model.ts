import type { DayCount } from "../../src/late-fees/late-fee-policy.queries.js";
import { addDays, type BusinessDate, endOfMonth } from "../../src/platform/business-date.js";
import { Decimal } from "../../src/platform/money.js";

export interface LateCase {
  /** From which day on which rate, in order; a later one of the same day replaces it. */
  readonly rates: readonly { readonly day: number; readonly rate: string }[];
  readonly dayCount: DayCount;
  readonly graceDays: number;
  readonly graceDaysFree: boolean;
  readonly minimumFee: string | null;
  readonly maximumFee: string | null;
  readonly items: readonly { readonly day: number; readonly amount: string }[];
  readonly payments: readonly { readonly day: number; readonly item: number; readonly percent: number }[];
  readonly runs: readonly number[];
}

export interface ModelItem {
  readonly invoiceId: string;
  readonly due: BusinessDate;
  /** What is open at the beginning of a day and from then on, in order. */
  readonly balances: { readonly from: BusinessDate; readonly open: Decimal }[];
}

/** What the runs charge in all, and what of it is interest: day by day, without SQL. */
export function expectedFees(start: BusinessDate, told: LateCase, items: readonly ModelItem[]) {
  let interest = new Decimal(0);
  let total = new Decimal(0);
  let month = "";
  let before = new Decimal(0);
  let charged = new Decimal(0);
  for (const day of told.runs.toSorted((a, b) => a - b)) {
    const asOf = addDays(start, day);
    // Without a policy on its day a run is refused.
    if (rateOn(start, told, asOf) === null) continue;
    if (asOf.slice(0, 7) !== month) {
      month = asOf.slice(0, 7);
      before = interest;
      charged = new Decimal(0);
    }
    interest = items.reduce((sum, item) => sum.plus(interestOf(start, told, item, asOf)), new Decimal(0));
    const wanted = clamp(interest.minus(before), told);
    total = total.plus(Decimal.max(0, wanted.minus(charged)));
    charged = Decimal.max(charged, wanted);
  }
  return { total: total.toFixed(2), interest: interest.toFixed(2) };
}

function clamp(accrued: Decimal, { minimumFee, maximumFee }: LateCase): Decimal {
  if (accrued.isZero()) return accrued;
  const raised = Decimal.max(accrued, minimumFee ?? accrued);
  return Decimal.min(raised, maximumFee ?? raised);
}

/** An item's interest up to a day; nothing before its grace is over. */
function interestOf(start: BusinessDate, told: LateCase, item: ModelItem, asOf: BusinessDate): Decimal {
  const graceEnd = addDays(item.due, told.graceDays);
  if (asOf <= graceEnd) return new Decimal(0);
  const stillOpen = openOn(item, addDays(graceEnd, 1));
  let sum = new Decimal(0);
  const first = told.graceDaysFree ? addDays(graceEnd, 1) : addDays(item.due, 1);
  for (let day = first; day <= asOf; day = addDays(day, 1)) {
    const open = openOn(item, day);
    const principal = day <= graceEnd ? Decimal.min(open, stillOpen) : open;
    // In 36,500 × 360 parts, so that nothing is lost by dividing.
    const weight = told.dayCount === "ACTUAL_365" ? 360 : 365 * weightOf360(day);
    sum = sum.plus(principal.times(rateOn(start, told, day) ?? 0).times(weight));
  }
  return sum.div(36_500 * 360).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** What a day is of a month of 30: the 31st nothing, the last of February what is missing. */
function weightOf360(day: BusinessDate): number {
  const dayOfMonth = Number(day.slice(8));
  if (dayOfMonth === 31) return 0;
  return day === endOfMonth(day) ? 31 - dayOfMonth : 1;
}

function openOn(item: ModelItem, day: BusinessDate): Decimal {
  return item.balances.findLast(({ from }) => from <= day)?.open ?? new Decimal(0);
}

function rateOn(start: BusinessDate, { rates }: LateCase, day: BusinessDate): string | null {
  return rates.findLast((one) => addDays(start, one.day) <= day)?.rate ?? null;
}
