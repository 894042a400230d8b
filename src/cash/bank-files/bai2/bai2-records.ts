import { BankFileError } from "../bank-file.error.js";
import type { Finding } from "../bank-file.model.js";
import { linesOf } from "../text-file.js";

export type Bai2Code = "01" | "02" | "03" | "16" | "49" | "98" | "99";

/** A record with its continuations (88); texts are without code and ending slash. */
export interface Bai2Record {
  readonly code: Bai2Code;
  readonly line: number;
  /** The record's own text, then that of each 88 with its line. */
  readonly parts: readonly Bai2Part[];
}

export interface Bai2Part {
  readonly text: string;
  readonly line: number;
}

/** Continuations of one record; real ones have some dozens. */
const MAX_PARTS = 2_000;

const CODE = /^(01|02|03|16|49|88|98|99),(.*)$/s;

/** A slash ends a record, and the next may begin on the same line. */
const BOUNDARY = /\/\s+(?=(?:01|02|03|16|49|88|98|99),)/;

/**
 * The records of a file, one after the other, each with its continuations. A line that begins with no code goes on
 * with the text of the record before, when that text has not ended: some programs break long lines.
 * @throws BankFileError WRONG_STRUCTURE when a line is no record and belongs to none.
 */
export function* recordsOf(content: Buffer, findings: Finding[]): Generator<Bai2Record> {
  const reader = new RecordReader(findings);
  for (const line of linesOf(content)) {
    for (const text of line.text.replace(/^\uFEFF/, "").split(BOUNDARY)) {
      const complete = reader.take(text, line.no);
      if (complete) yield complete;
    }
  }
  const last = reader.end();
  if (last) yield last;
}

class RecordReader {
  private current: { code: Bai2Code; line: number; parts: { text: string; line: number }[] } | undefined;
  private hasEnded = false;

  constructor(private readonly findings: Finding[]) {}

  take(written: string, line: number): Bai2Record | undefined {
    const text = written.trim();
    if (text === "") return undefined;
    const [, code, rest] = CODE.exec(text) ?? [];
    const part = { text: withoutSlash(rest ?? text), line };
    const wasEnded = this.hasEnded;
    this.hasEnded = text.endsWith("/");
    if (code === undefined) {
      this.goOn(part, wasEnded);
      return undefined;
    }
    if (code === "88") {
      this.addPart(part);
      return undefined;
    }
    const complete = this.current;
    if (isRecordCode(code)) this.current = { code, line, parts: [part] };
    return complete;
  }

  end(): Bai2Record | undefined {
    return this.current;
  }

  private addPart(part: Bai2Part): void {
    if (!this.current) throw notARecord(part.line, "88 continues no record");
    if (this.current.parts.length >= MAX_PARTS)
      throw notARecord(part.line, `more than ${MAX_PARTS} continuations`);
    this.current.parts.push(part);
  }

  private goOn(part: Bai2Part, wasEnded: boolean): void {
    const last = this.current?.code === "16" ? this.current.parts.at(-1) : undefined;
    if (!last || wasEnded || last.text.length > 10_000)
      throw notARecord(part.line, `"${part.text.slice(0, 30)}" begins with no record code`);
    last.text += ` ${part.text}`;
    const message = `Line ${part.line} begins with no record code: it is read as text of the record at line ${this.current?.line}.`;
    this.findings.push({ severity: "WARN", code: "LINE_BROKEN", message, line: part.line });
  }
}

function isRecordCode(code: string): code is Bai2Code {
  return code !== "88";
}

function withoutSlash(text: string): string {
  return text.endsWith("/") ? text.slice(0, -1) : text;
}

function notARecord(line: number, what: string): BankFileError {
  return new BankFileError(
    "WRONG_STRUCTURE",
    `Line ${line}: ${what}. A part of the file is missing or damaged: ask the bank for the complete file.`,
    line,
  );
}

/** The fields of a record: its parts are split at commas, and a continuation begins with a new field. */
export function fieldsOf(record: Bai2Record): string[] {
  return record.parts.flatMap(({ text }) => text.split(",")).map((field) => field.trim());
}
