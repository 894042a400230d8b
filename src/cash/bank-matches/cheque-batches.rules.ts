import { daysBetween } from "../../platform/business-date.js";
import { Decimal } from "../../platform/money.js";
import type { CashMovement, StatementLine } from "./bank-match.model.js";

/** Days until the bank has booked what was brought to it: a long weekend and its own days. */
const DAYS_MOST = 10;

/** What is carried to the bank together. */
const CARRIED: ReadonlySet<string | null> = new Set(["CHEQUE", "CASH"]);

export interface ChequeBatch {
  readonly kind: "BATCH";
  readonly line: StatementLine;
  readonly movements: readonly CashMovement[];
  readonly evidence: string;
}

/**
 * Lines that equal all cheques, or all cash, of one day: of several customers as a rule, so that no name leads to them.
 * Only where one line and one day fit each other.
 */
export function chequeBatches(
  lines: readonly StatementLine[],
  movements: readonly CashMovement[],
): ChequeBatch[] {
  const carried = movements.filter(
    ({ method, isReversal, amount }) => CARRIED.has(method) && !isReversal && amount.isPositive(),
  );
  const days = [...Map.groupBy(carried, ({ method, date }) => `${method} ${date}`).values()];
  const fits = days
    .filter((day) => day.length > 1)
    .flatMap((day) => lines.filter((line) => isDeposit(line, day)).map((line) => ({ line, day })));
  return fits
    .filter((fit) =>
      fits.every((other) => other === fit || (other.line !== fit.line && other.day !== fit.day)),
    )
    .map(({ line, day }) => ({ kind: "BATCH", line, movements: day, evidence: wordsOf(line, day) }));
}

function isDeposit(line: StatementLine, day: readonly CashMovement[]): boolean {
  const [first] = day;
  const days = first ? daysBetween(first.date, line.date) : -1;
  const sum = day.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
  return days >= 0 && days <= DAYS_MOST && sum.eq(line.amount);
}

function wordsOf(line: StatementLine, day: readonly CashMovement[]): string {
  const [first] = day;
  if (!first) throw new Error("a day without cheques");
  const what = first.method === "CHEQUE" ? "cheques" : "receipts in cash";
  const days = daysBetween(first.date, line.date);
  return `all ${day.length} ${what} of ${first.date} add up to the bank's amount; ${days} days apart`;
}
