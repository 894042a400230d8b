import { Decimal } from "../platform/money.js";

/** A rate or a number of days with how it was found. */
export interface MatchMetric {
  /** Rounded half-up: rates in per cent to four decimals, days to two. Null when it cannot be told; `reason` says why. */
  readonly value: string | null;
  readonly formula: string;
  readonly numerator: MatchMetricTerm;
  readonly denominator: MatchMetricTerm;
  readonly reason: string | null;
}

export interface MatchMetricTerm {
  /** Its name in the formula. */
  readonly name: string;
  readonly value: Decimal;
}

/** Counts of lines and receipts of one period. A line is money of one receipt on one item. */
export interface MatchFigures {
  /** Lines that matching said something of, or that a person chose, and that are decided. */
  readonly linesDecided: Decimal;
  /** Of these, applied untouched and not found wrong since, or confirmed as proposed. */
  readonly linesRight: Decimal;
  /** Lines that money was put on. */
  readonly linesApplied: Decimal;
  /** Of these, applied untouched, also those found wrong since. */
  readonly linesUntouched: Decimal;
  /** Of these, undone since because they were wrong. */
  readonly linesWrong: Decimal;
  readonly receiptsMatched: Decimal;
  /** Of these, applied whole and untouched, and nothing of it undone since because it was wrong. */
  readonly receiptsUntouched: Decimal;
  readonly applications: Decimal;
  readonly applicationDays: Decimal;
  /** Σ amount in functional currency at the receipt's rate. */
  readonly appliedAmount: Decimal;
  /** Σ amount × days. */
  readonly appliedAmountDays: Decimal;
}

/** Hit rate = lines that matching said right ÷ lines decided × 100. */
export function hitRate(f: MatchFigures): MatchMetric {
  return rate(
    "Hit rate = lines matched right ÷ lines decided × 100",
    ["linesRight", f.linesRight],
    ["linesDecided", f.linesDecided],
    "No line was decided in the period.",
  );
}

/** Straight-through rate = lines applied untouched, not found wrong since ÷ lines applied × 100. */
export function straightThroughRate(f: MatchFigures): MatchMetric {
  return rate(
    "Straight-through rate = (lines applied untouched − lines found wrong) ÷ lines applied × 100",
    ["linesUntouched − linesWrong", f.linesUntouched.minus(f.linesWrong)],
    ["linesApplied", f.linesApplied],
    "No line was applied by a match in the period.",
  );
}

/** The same by receipts: applied whole and untouched ÷ receipts received in the period that were matched × 100. */
export function straightThroughReceipts(f: MatchFigures): MatchMetric {
  return rate(
    "Straight-through rate by receipt = receipts applied whole and untouched ÷ receipts matched × 100",
    ["receiptsUntouched", f.receiptsUntouched],
    ["receiptsMatched", f.receiptsMatched],
    "No receipt of the period was matched.",
  );
}

/** False-apply rate = lines applied untouched and found wrong since ÷ lines applied untouched × 100. */
export function falseApplyRate(f: MatchFigures): MatchMetric {
  return rate(
    "False-apply rate = lines found wrong ÷ lines applied untouched × 100",
    ["linesWrong", f.linesWrong],
    ["linesUntouched", f.linesUntouched],
    "No line was applied untouched in the period.",
  );
}

/** Days to apply = Σ days from received to applied ÷ applications. */
export function daysToApply(f: MatchFigures): MatchMetric {
  return quotient(
    "Days to apply = Σ (applied on − received on) ÷ applications",
    ["days", f.applicationDays],
    ["applications", f.applications],
    NOTHING_APPLIED,
    DAYS_DECIMALS,
  );
}

/** Weighted days to apply = Σ amount × days from received to applied ÷ Σ amount. */
export function weightedDaysToApply(f: MatchFigures): MatchMetric {
  return quotient(
    "Weighted days to apply = Σ amount × (applied on − received on) ÷ Σ amount",
    ["amountDays", f.appliedAmountDays],
    ["amount", f.appliedAmount],
    NOTHING_APPLIED,
    DAYS_DECIMALS,
  );
}

const NOTHING_APPLIED = "Nothing of a receipt was applied in the period.";
const RATE_DECIMALS = 4;
const DAYS_DECIMALS = 2;

type Term = readonly [name: string, value: Decimal];

function rate(formula: string, numerator: Term, denominator: Term, whenZero: string): MatchMetric {
  const [name, value] = numerator;
  const metric = quotient(formula, [name, value.times(100)], denominator, whenZero, RATE_DECIMALS);
  return { ...metric, numerator: { name, value } };
}

function quotient(
  formula: string,
  [name, value]: Term,
  [divisorName, divisor]: Term,
  whenZero: string,
  decimals: number,
): MatchMetric {
  const terms = { numerator: { name, value }, denominator: { name: divisorName, value: divisor } };
  if (divisor.isZero()) return { value: null, formula, ...terms, reason: whenZero };
  const found = value.div(divisor).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return { value: found.toFixed(decimals), formula, ...terms, reason: null };
}
