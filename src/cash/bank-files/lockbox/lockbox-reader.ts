import { BankFileError } from "../bank-file.error.js";
import type { BankEntry } from "../bank-file.model.js";
import { countedReferences } from "../counted-reference.js";
import type { FileFindings } from "../file-findings.js";
import { dollars, field, number } from "../fixed-columns.rules.js";
import { type FixedRecord, fixedRecords } from "../fixed-records.js";
import { checkCheque } from "./cheque.checks.js";
import { entryOf } from "./lockbox-entry.js";
import {
  LONGEST_RECORD,
  type LockboxDeposit,
  type LockboxTotal,
  readBatchTotal,
  readCheque,
  readDeposit,
  readLockboxTotal,
  readOverflow,
} from "./lockbox-records.js";

/** Lockboxes and cheques together that are taken from one file. */
const MAX_PARTS = 500_000;
/** The sequence of overflow records has two digits. */
const MAX_OVERFLOW = 99;

/** What the reader yields, in the order of the file; the cheques of a deposit follow it. */
export type LockboxPart =
  | { readonly kind: "FILE"; readonly record: FixedRecord }
  | { readonly kind: "DEPOSIT"; readonly deposit: LockboxDeposit }
  | { readonly kind: "ENTRY"; readonly entry: BankEntry };

/**
 * Reads a lockbox file record by record and yields its parts as they are complete. What is wrong goes to `findings`;
 * control totals are compared as they are met.
 * @throws BankFileError TOO_MANY_RECORDS, and WRONG_STRUCTURE when too many records are out of place.
 */
export function* readLockbox(content: Buffer, findings: FileFindings): Generator<LockboxPart> {
  const reader = new LockboxReader(findings);
  for (const record of fixedRecords(content, LONGEST_RECORD)) yield* reader.take(record);
  yield* reader.end();
}

interface Sum {
  count: bigint;
  cents: bigint;
  /** Whether an amount cannot be read, so that the total proves only that it is not less. */
  unread: boolean;
}

const nothing = (): Sum => ({ count: 0n, cents: 0n, unread: false });

/** How long a record must at least be for its values to be there. */
const SHORTEST: Readonly<Record<string, number>> = {
  "1": 29,
  "4": 11,
  "5": 20,
  "6": 46,
  "7": 33,
  "8": 34,
  "9": 7,
};

class LockboxReader {
  private hasHeader = false;
  private deposit: LockboxDeposit | undefined;
  private pending: { record: FixedRecord; overflow: FixedRecord[] } | undefined;
  private control: FixedRecord | undefined;
  private batch = nothing();
  private batchNumber: string | undefined;
  private lockbox = nothing();
  private readonly referenceOf = countedReferences();
  private records = 0n;
  private parts = 0;
  private entries = 0;

  constructor(private readonly findings: FileFindings) {}

  *take(record: FixedRecord): Generator<LockboxPart> {
    if (this.control) {
      if (!/^9*\s*$/.test(record.text))
        this.findings.misplaced(record, "stands behind the file's last record (9)");
      return;
    }
    this.records += 1n;
    const type = record.text[0] ?? "";
    this.checkShape(record, type);
    if (type === "4" && this.pending) {
      this.takeOverflow(record, this.pending);
      return;
    }
    yield* this.flush();
    if (type === "1" && this.records === 1n) {
      this.hasHeader = true;
      yield { kind: "FILE", record };
    } else if (type === "2" && !this.deposit) return;
    else if (type === "5") yield* this.takeDeposit(record);
    else if (type === "6" && this.deposit) this.takeCheque(record);
    else if (type === "7" && this.deposit) this.takeBatchTotal(record, this.deposit);
    else if (type === "8" && this.deposit) this.takeLockboxTotal(record, this.deposit);
    else if (type === "9") this.takeFileControl(record);
    else
      this.findings.misplaced(
        record,
        "is of no type that may stand here (1, 2, 5, 6, 4, 7, 8, 9 in this order)",
      );
  }

  *end(): Generator<LockboxPart> {
    yield* this.flush();
    if (this.deposit) this.missing("5", this.deposit.line, "its lockbox has no total (8)");
    if (!this.control) this.missing("1", 1, "the file has no last record (9)");
    if (!this.hasHeader) this.missing("1", 1, "the file has no header (record 1)");
  }

  private countPart(line: number): void {
    this.parts += 1;
    if (this.parts <= MAX_PARTS) return;
    const message = `The file has more than ${MAX_PARTS} lockboxes and cheques (reached at line ${line}). Ask the bank to split it into several files.`;
    throw new BankFileError("TOO_MANY_RECORDS", message, line);
  }

  private *takeDeposit(record: FixedRecord): Generator<LockboxPart> {
    this.countPart(record.line);
    if (this.deposit) this.missing("5", record.line, "the lockbox before has no total (8)");
    const deposit = readDeposit(record);
    this.deposit = deposit;
    this.batch = nothing();
    this.lockbox = nothing();
    this.batchNumber = undefined;
    yield { kind: "DEPOSIT", deposit };
  }

  private takeCheque(record: FixedRecord): void {
    const number = field(record, 2, 4);
    if (this.batchNumber !== undefined && this.batchNumber !== number)
      this.missing("6", record.line, `batch ${this.batchNumber} before it has no total (7)`);
    this.batchNumber = number;
    this.pending = { record, overflow: [] };
  }

  private takeOverflow(record: FixedRecord, pending: { record: FixedRecord; overflow: FixedRecord[] }): void {
    const [{ batch, item, of, sequence }, cheque] = [readOverflow(record), readCheque(pending.record)];
    if (batch !== cheque.batch || item !== cheque.item || of !== "6") {
      const message = `it continues item ${item} of batch ${batch}, and stands behind item ${cheque.item} of batch ${cheque.batch}. Ask the bank for the complete file.`;
      this.findings.add(
        "REJECT_FILE",
        "WRONG_STRUCTURE",
        { type: "4", line: record.line, columns: [2, 8] },
        message,
      );
    }
    const expected = pending.overflow.length + 1;
    if (Number(sequence) !== expected) {
      const message = `its number is ${sequence}, it is the ${expected}. of its cheque: text may be missing.`;
      this.findings.add(
        "WARN",
        "OVERFLOW_SEQUENCE",
        { type: "4", line: record.line, columns: [9, 10] },
        message,
      );
    }
    if (expected <= MAX_OVERFLOW) pending.overflow.push(record);
    else this.findings.misplaced(record, `is overflow ${expected} of its cheque`);
  }

  private *flush(): Generator<LockboxPart> {
    const { pending, deposit } = this;
    if (!pending || !deposit) return;
    this.pending = undefined;
    this.countPart(pending.record.line);
    const cheque = readCheque(pending.record);
    const entry = entryOf({ ...pending, deposit, index: this.entries }, cheque, this.referenceOf);
    this.entries += 1;
    for (const sum of [this.batch, this.lockbox]) {
      sum.count += 1n;
      if (cheque.cents === null) sum.unread = true;
      else sum.cents += cheque.cents;
    }
    checkCheque(pending, cheque, entry, this.findings);
    yield { kind: "ENTRY", entry };
  }

  private takeBatchTotal(record: FixedRecord, deposit: LockboxDeposit): void {
    const total = readBatchTotal(record);
    this.compare(record, total, this.batch, "batch", deposit);
    if (this.batchNumber !== undefined && total.batch !== this.batchNumber)
      this.reject(
        record,
        [2, 4],
        `it ends batch ${total.batch}, but the cheques before it are of batch ${this.batchNumber}.`,
      );
    this.batch = nothing();
    this.batchNumber = undefined;
  }

  private takeLockboxTotal(record: FixedRecord, deposit: LockboxDeposit): void {
    if (this.batchNumber !== undefined)
      this.missing("8", record.line, `batch ${this.batchNumber} before it has no total (7)`);
    this.compare(record, readLockboxTotal(record), this.lockbox, "lockbox", deposit);
    this.deposit = undefined;
  }

  private compare(
    record: FixedRecord,
    total: LockboxTotal,
    found: Sum,
    what: string,
    deposit: LockboxDeposit,
  ): void {
    if (total.lockbox !== deposit.lockbox)
      this.reject(
        record,
        [8, 14],
        `it is of lockbox ${total.lockbox}, the cheques are of ${deposit.lockbox}.`,
      );
    if (total.count !== found.count)
      this.reject(
        record,
        [21, 24],
        `the ${what} states ${total.count ?? "no number of"} cheques, the file holds ${found.count}.`,
      );
    const agrees = found.unread
      ? total.cents !== null && total.cents >= found.cents
      : total.cents === found.cents;
    if (agrees) return;
    const stated = total.cents === null ? "no sum" : dollars(total.cents);
    this.reject(record, [24, 34], `the ${what} states ${stated}, its cheques make ${dollars(found.cents)}.`);
  }

  private takeFileControl(record: FixedRecord): void {
    this.control = record;
    const stated = number(record, 2, 7);
    if (stated !== this.records)
      this.reject(
        record,
        [2, 7],
        `the file states ${stated ?? "no number of"} records, and holds ${this.records}.`,
      );
  }

  private checkShape(record: FixedRecord, type: string): void {
    const place = { type, line: record.line };
    const least = SHORTEST[type];
    if (record.excess === "TEXT" || (least !== undefined && record.written < least)) {
      const message = `it has ${record.written} characters, ${least ?? 1} to ${LONGEST_RECORD} are read. Ask the bank for the complete file.`;
      this.findings.add("REJECT_FILE", "TRUNCATED_RECORD", place, message);
    }
    if (record.cleaned) this.findings.cleaned(place);
  }

  private reject(record: FixedRecord, columns: readonly [number, number], message: string): void {
    const place = { type: record.text[0] ?? "", line: record.line, columns };
    const rest =
      "Records were lost, added or changed: nothing may be posted. Ask the bank for the complete file.";
    this.findings.add("REJECT_FILE", "CONTROL_TOTAL_MISMATCH", place, `${message} ${rest}`);
  }

  private missing(type: string, line: number, what: string): void {
    const message = `${what}, so the file is not complete. Ask the bank for the complete file.`;
    this.findings.add("REJECT_FILE", "MISSING_TOTAL", { type, line }, message);
  }
}
