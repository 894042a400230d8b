import { BankFileError } from "./bank-file.error.js";
import type { Finding, Severity } from "./bank-file.model.js";
import type { FixedRecord } from "./fixed-records.js";

/** Findings of one kind that are kept; those that hold an entry back are always kept. */
const KEPT_PER_CODE = 100;

/** Records out of place after which the file is not read on. */
const MAX_MISPLACED = 20;

/** Where in a file of records something is: type of the record, its line, and its columns from 1. */
export interface RecordPlace {
  readonly type: string;
  readonly line: number;
  readonly columns?: readonly [from: number, to: number];
}

/** Gathers what is wrong with a file while it is read, in bounded memory. */
export class FileFindings {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<string, number>();
  #misplaced = 0;

  /** What and where; the message says what to do. `entryIndex` for QUARANTINE_ENTRY, and for what concerns one entry. */
  add(severity: Severity, code: string, place: RecordPlace, message: string, entryIndex?: number): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (severity !== "QUARANTINE_ENTRY" && count > KEPT_PER_CODE) return;
    this.#findings.push({
      severity,
      code,
      message: `Record ${place.type} at line ${place.line}: ${message}`,
      line: place.line,
      path: pathOf(place),
      ...(entryIndex === undefined ? {} : { entryIndex }),
    });
  }

  /** A record that may not stand where it does. @throws BankFileError WRONG_STRUCTURE when there are too many of them */
  misplaced({ text, line }: FixedRecord, why: string): void {
    this.#misplaced += 1;
    const place = { type: text[0] ?? "", line };
    this.add("REJECT_FILE", "WRONG_STRUCTURE", place, `it ${why}. Ask the bank for the complete file.`);
    if (this.#misplaced < MAX_MISPLACED) return;
    const many = `The file has ${MAX_MISPLACED} records out of place, the last at line ${line}. Ask the bank for the complete file.`;
    throw new BankFileError("WRONG_STRUCTURE", many, line);
  }

  /** A record with control characters, or bytes that are no text. */
  cleaned(place: RecordPlace): void {
    this.add("WARN", "CONTROL_CHARACTER", place, "it holds control characters, which are read as blanks.");
  }

  /** Everything found; kinds of which there were too many end with one that counts the rest. */
  all(): Finding[] {
    const more =
      this.#findings.length === 0 ? [] : [...this.#counts].flatMap(([code, n]) => this.#rest(code, n));
    return [...this.#findings, ...more];
  }

  #rest(code: string, count: number): Finding[] {
    const kept = this.#findings.filter((finding) => finding.code === code).length;
    if (kept >= count) return [];
    const message = `The file has ${count - kept} more findings of the kind ${code}.`;
    return [{ severity: "WARN", code, message }];
  }
}

function pathOf({ type, columns }: RecordPlace): string {
  return columns ? `record ${type}, columns ${columns[0]}-${columns[1]}` : `record ${type}`;
}
