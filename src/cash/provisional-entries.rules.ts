import { addDays, type BusinessDate } from "../platform/business-date.js";
import { Decimal } from "../platform/money.js";
import type { BankEntry } from "./bank-files/index.js";

/** Days by which a statement may book an entry later than it was announced: over a weekend with holidays. */
export const DAYS_LATER_MOST = 5;

/** An entry that was posted from an intraday report or a notification, and that no statement has told again. */
export interface PostedEarly {
  readonly account: string;
  readonly bankReference: string | null;
  readonly side: BankEntry["side"];
  readonly currency: string;
  readonly amount: string;
  readonly bookingDate: BusinessDate;
}

export interface StatedEntry {
  readonly account: string;
  readonly entry: BankEntry;
}

/**
 * Which entries of a statement may be ones that were posted early under another key, each with those that it may be.
 * A statement knows an entry that was posted early by its key; where the bank gives it another reference or day, or
 * books several in one sum, the amount gives it away:
 *
 * 1. one of the same account, or of the same reference, with the amount of the entry or of one of its transactions;
 * 2. all of the account and day, together of the entry's amount.
 *
 * Each is held against one entry, so that a second payment of the same amount is posted.
 */
export function possibleDuplicates<T extends StatedEntry>(
  stated: readonly T[],
  postedEarly: readonly PostedEarly[],
): Map<T, PostedEarly[]> {
  const left = new Set(postedEarly);
  const byAmount = Map.groupBy(postedEarly, (one) => keyOf(one, one.amount));
  const byDay = Map.groupBy(
    postedEarly,
    (one) => `${one.account} ${one.side} ${one.currency} ${one.bookingDate}`,
  );
  const bySum = Map.groupBy(byDay.values(), ([first, ...others]) =>
    first ? keyOf(first, sumOf([first, ...others])) : "",
  );
  const found = new Map<T, PostedEarly[]>();
  for (const one of stated) {
    const { entry } = one;
    const of = { side: entry.side, currency: entry.currency ?? "" };
    const isNear = (early: PostedEarly) => left.has(early) && isInTime(early, entry);
    const amounts = [entry.amount, ...entry.details.map((detail) => detail.amount)];
    const single = amounts
      .flatMap((amount) => (amount ? (byAmount.get(keyOf(of, amount)) ?? []) : []))
      .filter((early) => isNear(early) && (early.account === one.account || isNamed(early, entry)));
    const together = (bySum.get(keyOf(of, entry.amount ?? "0")) ?? []).find(
      (day) => day.every(isNear) && day[0]?.account === one.account,
    );
    const duplicates = entry.details.length > 1 ? [...new Set(single)] : single.slice(0, 1);
    const held = duplicates.length > 0 ? duplicates : (together ?? []);
    if (held.length === 0) continue;
    found.set(one, held);
    for (const early of held) left.delete(early);
  }
  return found;
}

function keyOf(of: { readonly side: string; readonly currency: string }, amount: string): string {
  return `${of.side} ${of.currency} ${new Decimal(amount).toFixed()}`;
}

function sumOf(entries: readonly PostedEarly[]): string {
  return entries.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();
}

/** A statement books on the announced day or soon after, never before. */
function isInTime({ bookingDate }: PostedEarly, entry: BankEntry): boolean {
  const date = entry.bookingDate ?? entry.valueDate;
  return date !== null && bookingDate <= date && date <= addDays(bookingDate, DAYS_LATER_MOST);
}

function isNamed({ bankReference }: PostedEarly, entry: BankEntry): boolean {
  if (bankReference === null) return false;
  return (
    entry.bankReference === bankReference ||
    entry.details.some((detail) => detail.bankReference === bankReference)
  );
}
