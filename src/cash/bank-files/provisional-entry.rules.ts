import type { BankEntry, BankStatement } from "./bank-file.model.js";

/**
 * Why a booked entry of an intraday report or a notification is not posted but left to the statement of account, in
 * words; null when it may be posted now.
 *
 * It comes again in the statement, so it is posted early only where the statement's copy is certain to be known again:
 * with the bank's own reference and the booking date, which with account, side, amount and currency make the key.
 * Numbers of lines differ from report to report, and contents are often told with other words later.
 */
export function leftToStatement(entry: BankEntry, { report }: BankStatement): string | null {
  if (report === undefined || entry.status !== "BOOKED") return null;
  const what = report === "INTRADAY" ? "an intraday report" : "a notification";
  const lacks =
    entry.referencedBy === "BANK"
      ? entry.bookingDate === null
        ? "booking date"
        : null
      : "reference of the bank's own";
  if (lacks === null) return null;
  return `It is announced by ${what} without a ${lacks}, so it could not be known again: it comes again in the account's statement, which posts it.`;
}
