import { BankFileError } from "../bank-file.error.js";
import type { BankEntry } from "../bank-file.model.js";
import { countedReferences } from "../counted-reference.js";
import type { FileFindings } from "../file-findings.js";
import { columns, field, number } from "../fixed-columns.rules.js";
import { type FixedRecord, fixedRecords } from "../fixed-records.js";
import { type NachaBatch, readBatch } from "./nacha-batch.js";
import { RECORD_WIDTH, RECORDS_PER_BLOCK } from "./nacha-codes.js";
import { checkEntry } from "./nacha-entry.checks.js";
import { entryOf, fieldsOf } from "./nacha-entry.js";
import { type NachaHeader, readHeader } from "./nacha-header.js";
import {
  ADVICE_BATCH_CONTROL,
  ADVICE_FILE_CONTROL,
  BATCH_CONTROL,
  checkControl,
  FILE_CONTROL,
  NachaTotals,
} from "./nacha-totals.js";

/** Batches and entries together that are taken from one file, as with the other formats. */
const MAX_PARTS = 500_000;
/** After so many records out of place the rest says nothing new. */
/** CTX allows 9,999 addenda; more belong to no entry. */
const MAX_ADDENDA = 9_999;

/** What the reader yields, in the order of the file; a batch's entries follow its header. */
export type NachaPart =
  | { readonly kind: "FILE"; readonly header: NachaHeader }
  | { readonly kind: "BATCH"; readonly batch: NachaBatch }
  | { readonly kind: "ENTRY"; readonly entry: BankEntry; readonly batch: NachaBatch };

/**
 * Reads an ACH file record by record and yields its parts as soon as they are complete, so that no more than one entry
 * with its addenda is held. What is wrong goes to `findings`; control totals are compared as they are met.
 * @throws BankFileError TOO_MANY_RECORDS, and WRONG_STRUCTURE when too many records are out of place.
 */
export function* readNacha(content: Buffer, findings: FileFindings): Generator<NachaPart> {
  const reader = new NachaReader(findings);
  for (const record of fixedRecords(content, RECORD_WIDTH)) yield* reader.take(record);
  yield* reader.end();
}

/** How short a record may be: blanks at the end may be missing, values may not. */
const SHORTEST: Readonly<Record<string, number>> = { "1": 40, "5": 94, "6": 94, "7": 94, "8": 94, "9": 55 };

class NachaReader {
  private header: NachaHeader | undefined;
  private batch: NachaBatch | undefined;
  private pending: { record: FixedRecord; addenda: FixedRecord[] } | undefined;
  private totals = new NachaTotals();
  private readonly fileTotals = new NachaTotals();
  private readonly referenceOf = countedReferences();
  private control: FixedRecord | undefined;
  private readonly entryClasses = new Set<string>();
  private parts = 0;
  private entries = 0;
  private batches = 0n;
  private records = 0n;
  private lastTrace = "";
  private lastBatch = "";

  constructor(private readonly findings: FileFindings) {}

  *take(record: FixedRecord): Generator<NachaPart> {
    this.records += 1n;
    const type = record.text[0] ?? "";
    if (this.control) {
      if (!/^9+\s*$/.test(record.text))
        this.findings.misplaced(record, "stands behind the file's control record (9)");
      return;
    }
    this.checkShape(record, type);
    if (type === "7" && this.pending) {
      this.addAddenda(record, this.pending.addenda);
      return;
    }
    yield* this.flush();
    if (type === "1") yield* this.takeHeader(record);
    else if (type === "5") yield* this.takeBatch(record);
    else if (type === "6" && this.batch) this.pending = { record, addenda: [] };
    else if (type === "8" && this.batch) this.takeBatchControl(record, this.batch);
    else if (type === "9") this.takeFileControl(record);
    else this.findings.misplaced(record, whyMisplaced(type));
  }

  *end(): Generator<NachaPart> {
    yield* this.flush();
    if (this.batch)
      this.missing("MISSING_BATCH_CONTROL", this.batch.line, "5", "its batch has no control record (8)");
    if (!this.control) this.missing("MISSING_FILE_CONTROL", 1, "1", "the file has no control record (9)");
    if (!this.header) this.missing("NO_FILE_HEADER", 1, "1", "the file has no header (record 1)");
    if (!this.control) return;
    const blocks = (this.records + BigInt(RECORDS_PER_BLOCK) - 1n) / BigInt(RECORDS_PER_BLOCK);
    const stated = number(this.control, 8, 13);
    if (stated !== blocks) {
      const message = `it states ${stated ?? "no number of"} blocks, and the file has ${blocks}.`;
      this.findings.add(
        "WARN",
        "BLOCK_COUNT",
        { type: "9", line: this.control.line, columns: [8, 13] },
        message,
      );
    }
    if (this.records % BigInt(RECORDS_PER_BLOCK) === 0n) return;
    const message = `the file has ${this.records} records, which is no multiple of ${RECORDS_PER_BLOCK}: it is not filled up with nines.`;
    this.findings.add("WARN", "BLOCKING_FACTOR", { type: "9", line: this.control.line }, message);
  }

  private addAddenda(record: FixedRecord, addenda: FixedRecord[]): void {
    this.totals.addAddenda();
    if (addenda.length < MAX_ADDENDA) addenda.push(record);
    else this.findings.misplaced(record, `is addenda ${MAX_ADDENDA + 1} of its entry`);
  }

  private *flush(): Generator<NachaPart> {
    const { pending, batch } = this;
    if (!pending || !batch) return;
    this.pending = undefined;
    this.countPart(pending.record.line);
    const raw = { ...pending, batch, index: this.entries };
    const fields = fieldsOf(pending.record, batch.entryClass);
    const entry = entryOf(raw, fields, this.referenceOf);
    this.entries += 1;
    this.totals.addEntry(fields);
    checkEntry(raw, fields, entry, this.findings);
    this.checkTrace(pending.record, fields.trace, batch);
    yield { kind: "ENTRY", entry, batch };
  }

  /** Trace numbers rise within a batch; advices of the operator have none. */
  private checkTrace(record: FixedRecord, trace: string, { entryClass }: NachaBatch): void {
    if (entryClass !== "ADV" && trace <= this.lastTrace) {
      const message = `the trace number ${trace} does not follow ${this.lastTrace}: they rise within a batch.`;
      this.findings.add("WARN", "TRACE_ORDER", { type: "6", line: record.line, columns: [80, 94] }, message);
    }
    this.lastTrace = trace;
  }

  private *takeHeader(record: FixedRecord): Generator<NachaPart> {
    if (this.header || this.records > 1n) {
      this.findings.misplaced(record, "is a file header (1), which stands only at the beginning");
      return;
    }
    this.header = readHeader(record, this.findings);
    yield { kind: "FILE", header: this.header };
  }

  private countPart(line: number): void {
    this.parts += 1;
    if (this.parts <= MAX_PARTS) return;
    const message = `The file has more than ${MAX_PARTS} batches and entries (reached at line ${line}). Ask the bank to split it into several files.`;
    throw new BankFileError("TOO_MANY_RECORDS", message, line);
  }

  private *takeBatch(record: FixedRecord): Generator<NachaPart> {
    this.countPart(record.line);
    if (this.batch)
      this.missing("MISSING_BATCH_CONTROL", record.line, "5", "the batch before has no control record (8)");
    this.batch = readBatch(record, this.header?.created ?? null, this.findings);
    const { number: no, entryClass } = this.batch;
    if (no <= this.lastBatch) {
      const message = `the batch number ${no} does not follow ${this.lastBatch}: they rise within a file.`;
      this.findings.add("WARN", "BATCH_ORDER", { type: "5", line: record.line, columns: [88, 94] }, message);
    }
    this.lastBatch = no;
    this.lastTrace = "";
    this.totals = new NachaTotals();
    this.entryClasses.add(entryClass);
    yield { kind: "BATCH", batch: this.batch };
  }

  private takeBatchControl(record: FixedRecord, batch: NachaBatch): void {
    checkControl(
      record,
      batch.entryClass === "ADV" ? ADVICE_BATCH_CONTROL : BATCH_CONTROL,
      this.totals,
      this.findings,
    );
    this.checkSameBatch(record, batch);
    this.fileTotals.addBatch(this.totals);
    this.batches += 1n;
    this.batch = undefined;
  }

  private checkSameBatch(record: FixedRecord, batch: NachaBatch): void {
    const add = (severity: "REJECT_FILE" | "WARN", at: readonly [number, number], message: string): void =>
      this.findings.add(severity, "BATCH_MISMATCH", { type: "8", line: record.line, columns: at }, message);
    const no = field(record, 88, 94);
    if (no !== batch.number)
      add(
        "REJECT_FILE",
        [88, 94],
        `it ends batch ${no}, but batch ${batch.number} began at line ${batch.line}. Ask the bank for the complete file.`,
      );
    if (field(record, 2, 4) !== batch.serviceClass)
      add(
        "WARN",
        [2, 4],
        `its service class is ${field(record, 2, 4)}, that of the batch's header ${batch.serviceClass}.`,
      );
    const company = batch.entryClass === "ADV" ? "" : field(record, 45, 54);
    if (company !== "" && company !== batch.companyId)
      add(
        "WARN",
        [45, 54],
        `it names company ${field(record, 45, 54)}, the batch's header ${batch.companyId}.`,
      );
    if (field(record, 80, 87) !== batch.originatingBank)
      add(
        "WARN",
        [80, 87],
        `it names bank ${field(record, 80, 87)}, the batch's header ${batch.originatingBank}.`,
      );
  }

  private takeFileControl(record: FixedRecord): void {
    this.control = record;
    if (this.batch) return;
    const onlyAdvices = this.entryClasses.size === 1 && this.entryClasses.has("ADV");
    checkControl(record, onlyAdvices ? ADVICE_FILE_CONTROL : FILE_CONTROL, this.fileTotals, this.findings);
    if (number(record, 2, 7) === this.batches) return;
    const message = `the file states ${columns(record, 2, 7)} batches, and holds ${this.batches}. Ask the bank for the complete file.`;
    this.findings.add(
      "REJECT_FILE",
      "CONTROL_TOTAL_MISMATCH",
      { type: "9", line: record.line, columns: [2, 7] },
      message,
    );
  }

  private checkShape(record: FixedRecord, type: string): void {
    const place = { type, line: record.line };
    const least = SHORTEST[type];
    if (record.excess === "TEXT") {
      const message = `it has more than ${RECORD_WIDTH} characters. Ask the bank for a file of fixed records.`;
      this.findings.add("REJECT_FILE", "RECORD_TOO_LONG", place, message);
    } else if (record.excess === "BLANKS") {
      this.findings.add("WARN", "LONG_RECORD", place, `it has blanks behind its ${RECORD_WIDTH} characters.`);
    } else if (least !== undefined && record.written < least) {
      const message = `it ends after ${record.written} characters, so values are missing. Ask the bank for the complete file.`;
      this.findings.add("REJECT_FILE", "TRUNCATED_RECORD", place, message);
    } else if (record.written < RECORD_WIDTH) {
      this.findings.add(
        "WARN",
        "SHORT_RECORD",
        place,
        `it lacks its last ${RECORD_WIDTH - record.written} blanks.`,
      );
    }
    if (record.cleaned) this.findings.cleaned(place);
  }

  private missing(code: string, line: number, type: string, what: string): void {
    const message = `${what}, so it is not complete. Ask the bank for the complete file.`;
    this.findings.add("REJECT_FILE", code, { type, line }, message);
  }
}

function whyMisplaced(type: string): string {
  if (type === "6" || type === "8") return "stands outside of a batch: no batch header (5) is before it";
  if (type === "7") return "is addenda without an entry (6) before it";
  return "is of no type that there is (1, 5, 6, 7, 8, 9)";
}
