import type { FileFindings, RecordPlace } from "../file-findings.js";
import { columns, dollars, number } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import type { EntryFields } from "./nacha-entry.js";

const HASH_MODULUS = 10_000_000_000n;

/** What entries and addenda amount to: of one batch, or of the file. Amounts in cents. */
export class NachaTotals {
  /** Entries and addenda together, as the rules count. */
  records = 0n;
  hash = 0n;
  credits = 0n;
  debits = 0n;
  /** Whether an amount of that side cannot be read, so that its total proves only that it is not less. */
  creditsUnread = false;
  debitsUnread = false;

  addEntry({ bank, side, cents }: EntryFields): void {
    this.records += 1n;
    if (/^\d{8}$/.test(bank)) this.hash += BigInt(bank);
    if (side !== "DEBIT") this.#add("CREDIT", side === null ? null : cents);
    if (side !== "CREDIT") this.#add("DEBIT", side === null ? null : cents);
  }

  #add(side: "CREDIT" | "DEBIT", cents: bigint | null): void {
    if (side === "CREDIT") {
      if (cents === null) this.creditsUnread = true;
      else this.credits += cents;
    } else if (cents === null) this.debitsUnread = true;
    else this.debits += cents;
  }

  addAddenda(): void {
    this.records += 1n;
  }

  addBatch(batch: NachaTotals): void {
    this.records += batch.records;
    this.hash += batch.hash;
    this.credits += batch.credits;
    this.debits += batch.debits;
    this.creditsUnread ||= batch.creditsUnread;
    this.debitsUnread ||= batch.debitsUnread;
  }
}

/** Columns of a control record, each from and to. */
export interface ControlLayout {
  readonly type: "8" | "9";
  readonly records: readonly [number, number];
  readonly hash: readonly [number, number];
  readonly debits: readonly [number, number];
  readonly credits: readonly [number, number];
}

export const BATCH_CONTROL: ControlLayout = {
  type: "8",
  records: [5, 10],
  hash: [11, 20],
  debits: [21, 32],
  credits: [33, 44],
};

export const ADVICE_BATCH_CONTROL: ControlLayout = { ...BATCH_CONTROL, debits: [21, 40], credits: [41, 60] };

export const FILE_CONTROL: ControlLayout = {
  type: "9",
  records: [14, 21],
  hash: [22, 31],
  debits: [32, 43],
  credits: [44, 55],
};

export const ADVICE_FILE_CONTROL: ControlLayout = { ...FILE_CONTROL, debits: [32, 51], credits: [52, 71] };

/**
 * Compares a control record with what stands before it. Any disagreement rejects the file: records were lost, added or
 * changed. Where an amount cannot be read, its side's total must only not be less than the others are.
 */
export function checkControl(
  record: FixedRecord,
  layout: ControlLayout,
  totals: NachaTotals,
  findings: FileFindings,
): void {
  const what = layout.type === "8" ? "batch" : "file";
  const place = (at: readonly [number, number]): RecordPlace => ({
    type: layout.type,
    line: record.line,
    columns: at,
  });
  const reject = (at: readonly [number, number], message: string): void =>
    findings.add(
      "REJECT_FILE",
      "CONTROL_TOTAL_MISMATCH",
      place(at),
      `${message} Records were lost, added or changed: nothing may be posted. Ask the bank for the complete file.`,
    );
  const compare = (at: readonly [number, number], found: bigint, name: string, isMoney: boolean): void => {
    const stated = number(record, ...at);
    if (stated === found) return;
    const shown = isMoney && stated !== null ? dollars(stated) : columns(record, ...at).trim();
    const own = isMoney ? dollars(found) : found.toString();
    reject(at, `the ${what} states ${name} ${shown}, its entries make ${own}.`);
  };
  const side = (at: readonly [number, number], found: bigint, unread: boolean, name: string): void => {
    const stated = number(record, ...at);
    if (!unread || stated === null || stated < found) compare(at, found, name, true);
  };
  compare(layout.records, totals.records, "entries and addenda", false);
  compare(layout.hash, totals.hash % HASH_MODULUS, "an entry hash of", false);
  side(layout.debits, totals.debits, totals.debitsUnread, "debits of");
  side(layout.credits, totals.credits, totals.creditsUnread, "credits of");
}
