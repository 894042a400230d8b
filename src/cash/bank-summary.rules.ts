import { formatAmount } from "../platform/money.js";
import type { BankMoney, BankMoneyRow, HeldEntry } from "./bank-batch-summary.queries.js";

/** What became of a bank file, in words: a line for each kind of money that is in it, with its sums per currency. */
export function bankSummary(rows: readonly BankMoneyRow[]): string[] {
  return Object.entries(LABELS).flatMap(([what, label]) => {
    const own = rows.filter((row) => row.what === what);
    if (own.length === 0) return [];
    const count = own.reduce((sum, row) => sum + row.count, 0);
    const sums = own.map(({ currency, amount }) => money(currency, amount)).join(", ");
    return `${label.padEnd(LABEL_WIDTH)} ${String(count).padStart(COUNT_WIDTH)}   ${sums}`;
  });
}

/** A warning about what is held back, with the entries that are told and how many more there are; nothing when none is. */
export function heldBack(count: number, told: readonly HeldEntry[]): string[] {
  if (count === 0) return [];
  const lines = told.map(({ line, currency, amount, reason }) => {
    const where = line === null ? "without a line" : `line ${line}`;
    // Many reasons name the line themselves.
    const why = reason?.replace(/^Entry at line \d+: /, "") ?? "no reason given";
    return `  ${where}: ${money(currency, amount)}, ${why}`;
  });
  const more = count - told.length;
  return [
    `Warning: ${count === 1 ? "one entry is" : `${count} entries are`} held back and not posted: look at each, and record receipts by hand.`,
    ...lines,
    ...(more > 0
      ? [`  and ${more} more: ask for the bank batch's entries with the outcome QUARANTINED`]
      : []),
  ];
}

/** In the order in which they are told. */
const LABELS: Readonly<Record<BankMoney, string>> = {
  RECEIPTS: "Receipts recorded",
  APPLIED: "  applied to invoices",
  UNAPPLIED: "  not applied yet",
  UNIDENTIFIED: "  payer not known yet",
  REVERSED: "Receipts reversed (returned)",
  OUT: "Money out, nothing to post",
  NO_PAYMENT: "Money in, not a payment",
  DUPLICATE: "Taken in before",
  PENDING: "Not booked by the bank yet",
  LEFT_TO_STATEMENT: "Left to the statement",
  HELD: "Held back",
};
const LABEL_WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length));
const COUNT_WIDTH = 6;

function money(currency: string, amount: string | null): string {
  if (currency === "" || amount === null) return "an amount that the file does not tell";
  return `${currency} ${formatAmount(amount, currency)}`;
}
