import type { BusinessDate } from "../platform/business-date.js";
import type { BankEntry } from "./bank-files/index.js";
import type { EntryDeposit } from "./deposit.rules.js";

export type BankEntryOutcome =
  | "RECEIPT_RECORDED"
  | "RECEIPT_REVERSED"
  | "NOT_A_RECEIPT"
  | "PENDING"
  | "DUPLICATE"
  | "QUARANTINED"
  | "LEFT_TO_STATEMENT";

/** Why an entry waits although the file is right about it: no rate was there on its day. */
export const NO_RATE = "NO_EXCHANGE_RATE";

/** Why a statement's entry waits: it may be what was posted from an intraday report or a notification. */
export const POSSIBLE_DUPLICATE = "POSSIBLE_DUPLICATE";

/** Why an entry waits: the accounting period of its day is closed to whoever took it in. */
export const PERIOD_CLOSED = "PERIOD_CLOSED";

/** Why an entry waits: its day is more than a year ahead. */
export const DATED_TOO_LATE = "DATED_TOO_LATE";

/** Why an entry waits: it takes a payment back, and its receipt could not be reversed. */
export const RETURN_NOT_CARRIED_OUT = "RETURN_NOT_CARRIED_OUT";

/** An entry of a bank file with what became of it. */
export interface TakenEntry {
  readonly id: string;
  readonly account: string;
  readonly entry: BankEntry;
  /** Whether it is of an intraday report or a notification, and comes again in the statement. */
  readonly isProvisional: boolean;
  outcome: BankEntryOutcome;
  reason: string | null;
  /** While it is quarantined: the code of the finding that holds it, or one of those above. */
  obstacle: string | null;
  /** What it has to do with a deposit, if anything. */
  deposit?: EntryDeposit | null;
  /** A person has done what it was there for: nothing is to be done. */
  readonly isDoneByHand?: boolean;
  /** Of an entry that took a payment back: the receipt that was reversed for it. */
  returnedReceiptId?: string;
  /** Functional currency for one unit of the entry's, on its day. */
  rate: string;
}

/** Whether an entry takes an earlier payment back. What other ACH notices say of returns is for a person. */
export function isReturn(entry: BankEntry): boolean {
  if (entry.notice && entry.notice.kind !== "RETURN" && entry.notice.kind !== "REVERSAL") return false;
  return (
    entry.side === "DEBIT" && (entry.reversal || entry.details.some((d) => d.returnReason !== undefined))
  );
}

/** The bank's booking date: the day on which the money counts in the ledger. */
export function receivedOn(entry: BankEntry): BusinessDate {
  const date = entry.bookingDate ?? entry.valueDate;
  if (!date) throw new Error("a booked entry without a date was not quarantined");
  return date;
}
