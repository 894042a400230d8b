import { type BusinessDate } from "../../../platform/business-date.js";
import { field, number } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { readShortDate } from "../short-dates.rules.js";

/** Longest line that any bank is known to send; the layout itself has 80 columns, and banks write names behind them. */
export const LONGEST_RECORD = 400;

/** Record 5: a lockbox and the day of its deposit. */
export interface LockboxDeposit {
  readonly line: number;
  readonly lockbox: string;
  readonly depositedOn: BusinessDate | null;
  /** The day as written. */
  readonly dateText: string;
}

export function readDeposit(record: FixedRecord): LockboxDeposit {
  const dateText = field(record, 15, 20);
  return {
    line: record.line,
    lockbox: field(record, 8, 14),
    depositedOn: readShortDate(dateText),
    dateText,
  };
}

/** Record 6: a cheque. */
export interface Cheque {
  readonly batch: string;
  readonly item: string;
  /** In cents; null when it is not a number. */
  readonly cents: bigint | null;
  /** Routing number of the payer's bank, nine digits. */
  readonly routing: string;
  readonly account: string;
  readonly number: string;
  /** Day written on the cheque; null when none or no readable one is. */
  readonly date: BusinessDate | null;
  readonly dateText: string;
  readonly remitter: string;
}

export function readCheque(record: FixedRecord): Cheque {
  const dateText = field(record, 47, 52);
  return {
    batch: field(record, 2, 4),
    item: field(record, 5, 7),
    cents: number(record, 8, 17),
    routing: field(record, 18, 26),
    account: field(record, 27, 36),
    number: field(record, 37, 46),
    date: readShortDate(dateText.slice(4) + dateText.slice(0, 4)),
    dateText,
    remitter: field(record, 53, 82),
  };
}

/** Record 4: what did not fit into the cheque's record. */
export interface Overflow {
  readonly batch: string;
  readonly item: string;
  /** The type of the record that it continues: "6". */
  readonly of: string;
  readonly sequence: string;
  readonly isLast: boolean;
  readonly text: string;
}

export function readOverflow(record: FixedRecord): Overflow {
  return {
    batch: field(record, 2, 4),
    item: field(record, 5, 7),
    of: field(record, 8, 8),
    sequence: field(record, 9, 10),
    isLast: field(record, 11, 11) === "9",
    text: record.text.slice(11).trim(),
  };
}

/** Records 7 and 8: how many cheques there are, and their sum in cents. Null where no number stands. */
export interface LockboxTotal {
  readonly batch: string;
  readonly lockbox: string;
  readonly count: bigint | null;
  readonly cents: bigint | null;
}

export function readBatchTotal(record: FixedRecord): LockboxTotal {
  return { ...totalOf(record), count: number(record, 21, 23), cents: number(record, 24, 33) };
}

export function readLockboxTotal(record: FixedRecord): LockboxTotal {
  return { ...totalOf(record), count: number(record, 21, 24), cents: number(record, 25, 34) };
}

function totalOf(record: FixedRecord) {
  return { batch: field(record, 2, 4), lockbox: field(record, 8, 14) };
}
