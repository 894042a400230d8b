import type { BusinessDate } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";

/** A figure with how it was found. */
export interface Metric {
  /** Rounded half-up to two decimals; null when it cannot be told, and then `reason` says why. */
  readonly value: Decimal | null;
  /** The formula's name and expression. */
  readonly formula: string;
  readonly inputs: readonly MetricInput[];
  readonly reason: string | null;
}

export interface MetricInput {
  readonly name: string;
  readonly value: Decimal;
  /** Amounts, and amounts × days, have the currency's decimals; numbers of days and months are whole. */
  readonly unit: "AMOUNT" | "NUMBER";
}

/** Credit sales of a calendar month, or of as much of it as lies before the period's end. */
export interface MonthSales {
  /** The month's first day. */
  readonly month: BusinessDate;
  readonly days: number;
  readonly sales: Decimal;
}

/** What the metrics of one period are made of. Amounts are in one currency; debits positive. */
export interface PeriodFigures {
  /** Calendar days of the period, both ends included. */
  readonly days: number;
  readonly beginningAr: Decimal;
  readonly endingAr: Decimal;
  /** Of the ending AR, what is not past due. */
  readonly endingCurrentAr: Decimal;
  /** Of the ending AR, what is more than 90 days past due. */
  readonly endingOver90Ar: Decimal;
  readonly creditSales: Decimal;
  /** Months back from the period's end, the latest first, to the first with sales. */
  readonly monthsBack: readonly MonthSales[];
}

/** What was settled in a period: Σ amount, Σ amount × days from document to settlement, Σ amount × days late. */
export interface SettledFigures {
  readonly amount: Decimal;
  readonly amountDaysToPay: Decimal;
  readonly amountDaysLate: Decimal;
}

/** Days sales outstanding = ending AR ÷ credit sales × days. */
export function daysSalesOutstanding(f: PeriodFigures): Metric {
  return quotient(
    "DSO = ending AR ÷ credit sales × days",
    f.endingAr.times(f.days),
    f.creditSales,
    NO_SALES,
    [input("endingAr", f.endingAr), input("creditSales", f.creditSales), number("days", f.days)],
  );
}

/** Best possible DSO = ending current AR ÷ credit sales × days: what DSO would be if nothing were past due. */
export function bestPossibleDso(f: PeriodFigures): Metric {
  const formula = "BPDSO = ending current AR ÷ credit sales × days";
  return quotient(formula, f.endingCurrentAr.times(f.days), f.creditSales, NO_SALES, [
    input("endingCurrentAr", f.endingCurrentAr),
    input("creditSales", f.creditSales),
    number("days", f.days),
  ]);
}

/** Average days delinquent = DSO − best possible DSO, taken before either is rounded. */
export function averageDaysDelinquent(f: PeriodFigures): Metric {
  const pastDue = f.endingAr.minus(f.endingCurrentAr);
  const formula = "ADD = DSO − BPDSO = (ending AR − ending current AR) ÷ credit sales × days";
  return quotient(formula, pastDue.times(f.days), f.creditSales, NO_SALES, [
    input("endingAr", f.endingAr),
    input("endingCurrentAr", f.endingCurrentAr),
    input("creditSales", f.creditSales),
    number("days", f.days),
  ]);
}

/**
 * Countback DSO: months are walked back from the end; while the AR that is left is at least a month's sales, the
 * month's days count in full and its sales are taken off; the remainder counts as its share of the next month.
 */
export function countbackDso(f: PeriodFigures): Metric {
  const formula =
    "Countback DSO = Σ days of the months whose sales the ending AR covers + remainder ÷ sales × days";
  const inputs = [input("endingAr", f.endingAr)];
  if (f.endingAr.isNegative()) return untold(formula, inputs, "The ending AR is negative.");
  let left = f.endingAr;
  let days = new Decimal(0);
  for (const month of f.monthsBack) {
    if (left.isZero()) break;
    inputs.push(input(`sales ${month.month.slice(0, 7)}`, month.sales));
    if (left.lt(month.sales)) {
      days = days.plus(left.div(month.sales).times(month.days));
      left = new Decimal(0);
      break;
    }
    days = days.plus(month.days);
    left = left.minus(month.sales);
  }
  if (left.gt(0)) return untold(formula, inputs, "The ending AR is more than all credit sales before it.");
  return told(formula, days, inputs);
}

/**
 * Collection effectiveness index = (beginning AR + credit sales ÷ N − ending total AR) ÷ (beginning AR + credit
 * sales ÷ N − ending current AR) × 100, N months.
 */
export function collectionEffectivenessIndex(f: PeriodFigures, months: number): Metric {
  const collectable = f.beginningAr.plus(f.creditSales.div(months));
  const formula =
    "CEI = (beginning AR + credit sales ÷ N − ending AR) ÷ (beginning AR + credit sales ÷ N − ending current AR) × 100";
  const dividend = collectable.minus(f.endingAr).times(100);
  return quotient(
    formula,
    dividend,
    collectable.minus(f.endingCurrentAr),
    "Nothing was there to be collected.",
    [
      input("beginningAr", f.beginningAr),
      input("creditSales", f.creditSales),
      number("n", months),
      input("endingAr", f.endingAr),
      input("endingCurrentAr", f.endingCurrentAr),
    ],
  );
}

/** AR turnover = credit sales ÷ average AR, the average of the beginning and the ending AR. */
export function arTurnover(f: PeriodFigures): Metric {
  const average = f.beginningAr.plus(f.endingAr).div(2);
  const formula = "AR turnover = credit sales ÷ ((beginning AR + ending AR) ÷ 2)";
  return quotient(formula, f.creditSales, average, "The average AR is zero.", [
    input("creditSales", f.creditSales),
    input("beginningAr", f.beginningAr),
    input("endingAr", f.endingAr),
  ]);
}

/** Percent current = ending current AR ÷ ending AR × 100. */
export function percentCurrent(f: PeriodFigures): Metric {
  const formula = "Percent current = ending current AR ÷ ending AR × 100";
  return quotient(formula, f.endingCurrentAr.times(100), f.endingAr, NO_AR, [
    input("endingCurrentAr", f.endingCurrentAr),
    input("endingAr", f.endingAr),
  ]);
}

/** Percent over 90 = ending AR that is more than 90 days past due ÷ ending AR × 100. */
export function percentOver90(f: PeriodFigures): Metric {
  const formula = "Percent over 90 = ending AR over 90 days past due ÷ ending AR × 100";
  return quotient(formula, f.endingOver90Ar.times(100), f.endingAr, NO_AR, [
    input("endingOver90Ar", f.endingOver90Ar),
    input("endingAr", f.endingAr),
  ]);
}

/** Weighted average days to pay = Σ amount × days from document to settlement ÷ Σ amount. */
export function averageDaysToPay(s: SettledFigures): Metric {
  const formula = "Weighted average days to pay = Σ amount × (settled on − document date) ÷ Σ amount";
  return quotient(formula, s.amountDaysToPay, s.amount, NOTHING_SETTLED, [
    input("amountDays", s.amountDaysToPay),
    input("amount", s.amount),
  ]);
}

/** Weighted average days late = Σ amount × days from due date to settlement ÷ Σ amount; negative is early. */
export function averageDaysLate(s: SettledFigures): Metric {
  const formula = "Weighted average days late = Σ amount × (settled on − due date) ÷ Σ amount";
  return quotient(formula, s.amountDaysLate, s.amount, NOTHING_SETTLED, [
    input("amountDays", s.amountDaysLate),
    input("amount", s.amount),
  ]);
}

const NO_SALES = "There are no credit sales in the period.";
const NO_AR = "The ending AR is zero.";
const NOTHING_SETTLED = "Nothing was settled in the period.";

function input(name: string, value: Decimal): MetricInput {
  return { name, value, unit: "AMOUNT" };
}

function number(name: string, value: number): MetricInput {
  return { name, value: new Decimal(value), unit: "NUMBER" };
}

function quotient(
  formula: string,
  dividend: Decimal,
  divisor: Decimal,
  whenZero: string,
  inputs: readonly MetricInput[],
): Metric {
  return divisor.isZero() ? untold(formula, inputs, whenZero) : told(formula, dividend.div(divisor), inputs);
}

function told(formula: string, value: Decimal, inputs: readonly MetricInput[]): Metric {
  return { value: value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP), formula, inputs, reason: null };
}

function untold(formula: string, inputs: readonly MetricInput[], reason: string): Metric {
  return { value: null, formula, inputs, reason };
}
