import { BankFileError } from "../bank-file.error.js";
import type { Finding } from "../bank-file.model.js";
import { linesOf, type TextLine } from "../text-file.js";

/** A field of a message with its lines; the first one without the tag. */
export interface MtField {
  readonly tag: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** One message: its fields between the envelope's blocks, or from one :20: to the next. */
export interface MtMessage {
  /** "940" or "942" when the envelope or a line before the message says so. */
  readonly type: string | undefined;
  readonly line: number;
  readonly fields: readonly MtField[];
}

/** Entries of a file, as in every format. */
const MAX_ENTRIES = 500_000;

/** Lines of one field; :86: has six, banks send up to some dozens. */
const MAX_FIELD_LINES = 1_000;

const TAG = /^:(\d\d[A-Z]?|NS):(.*)$/;

/** Fields of MT940 and MT942. Anything else with colons within a free text is text. */
export const KNOWN_TAGS = new Set([
  ...["13", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F", "62M"],
  ...["64", "65", "86", "90C", "90D", "NS"],
]);
const END = /^-(?:\}.*|XXX|\p{Cc}*)$/u;
const ENVELOPE = /^\{1:/;
/** What banks put before the first field: control characters, addresses of the network, the message's type. */
const PREAMBLE = /^(?:[\s\p{Cc}]*|\d{4} \d\d[A-Z0-9]{8,}.*|:?94[02](?: ?\d\d|:)?)$/u;

/**
 * Reads the messages of a file one after the other. A message begins with an envelope {1:…}{2:…}{4: or with :20:, and
 * ends with "-", with the envelope, or where the next begins.
 * @throws BankFileError WRONG_STRUCTURE when something stands outside of a message, so that a message has lost its
 * head; OTHER_MESSAGE for other messages than MT940 and MT942,
 * TOO_MANY_RECORDS.
 */
export function* messagesOf(content: Buffer, findings: Finding[]): Generator<MtMessage> {
  const reader = new MessageReader(findings);
  for (const line of linesOf(content)) {
    const complete = reader.take(line);
    if (complete) yield complete;
  }
  const last = reader.end();
  if (last) yield last;
}

interface OpenField {
  readonly tag: string;
  readonly line: number;
  readonly lines: string[];
}

class MessageReader {
  private fields: OpenField[] = [];
  private type: string | undefined;
  private entries = 0;

  constructor(private readonly findings: Finding[]) {}

  /** Takes a line; returns the message that is complete by it. */
  take({ text, no }: TextLine): MtMessage | undefined {
    const line = no === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (ENVELOPE.test(line)) return this.envelope(line, no);
    if (END.test(line)) return this.end();
    const [, tag, rest] = TAG.exec(line) ?? [];
    if (tag === undefined || rest === undefined || this.isText(tag)) {
      this.continuation(line, no);
      return undefined;
    }
    if (line.length > 200) this.warnLength(line, no);
    if (tag !== "20") {
      if (this.fields.length === 0) throw outside(no, `the field :${tag}:`);
      if (tag === "61") this.countEntry(no);
      this.fields.push({ tag, line: no, lines: [rest] });
      return undefined;
    }
    const { type } = this;
    const complete = this.end();
    // The envelope's type is of this message when nothing stood between.
    if (!complete) this.type = type;
    this.fields = [{ tag, line: no, lines: [rest] }];
    return complete;
  }

  end(): MtMessage | undefined {
    const { fields, type } = this;
    const [first] = fields;
    this.fields = [];
    this.type = undefined;
    return first && { type, line: first.line, fields };
  }

  private countEntry(line: number): void {
    this.entries += 1;
    if (this.entries <= MAX_ENTRIES) return;
    const message = `The file has more than ${MAX_ENTRIES} entries (reached at line ${line}). Ask the bank to split it into several files.`;
    throw new BankFileError("TOO_MANY_RECORDS", message, line);
  }

  private isText(tag: string): boolean {
    const open = this.fields.at(-1)?.tag;
    return !KNOWN_TAGS.has(tag) && (open === "86" || open === "NS" || open === "61");
  }

  private envelope(line: string, no: number): MtMessage | undefined {
    const complete = this.end();
    const type = /\{2:[IO](\d{3})/.exec(line)?.[1];
    if (type !== undefined && type !== "940" && type !== "942") {
      throw new BankFileError(
        "OTHER_MESSAGE",
        `The message at line ${no} is MT${type}, which is no statement that is read. Import MT940 or MT942.`,
        no,
      );
    }
    this.type = type;
    return complete;
  }

  private continuation(line: string, no: number): void {
    const field = this.fields.at(-1);
    if (field) {
      if (field.lines.length >= MAX_FIELD_LINES) {
        const message = `The field :${field.tag}: at line ${field.line} has more than ${MAX_FIELD_LINES} lines. The file is damaged: fetch it from the bank again.`;
        throw new BankFileError("WRONG_STRUCTURE", message, no);
      }
      field.lines.push(line);
      return;
    }
    if (!PREAMBLE.test(line)) throw outside(no, `"${line.slice(0, 30)}"`);
    const type = /94[02]/.exec(line)?.[0];
    if (type !== undefined && /^:?94/.test(line)) this.type = type;
  }

  private warnLength(line: string, no: number): void {
    const message = `Line ${no} has ${line.length} characters; SWIFT allows 65 a line. It is taken whole.`;
    this.findings.push({ severity: "WARN", code: "LINE_TOO_LONG", message, line: no });
  }
}

function outside(line: number, what: string): BankFileError {
  return new BankFileError(
    "WRONG_STRUCTURE",
    `At line ${line} ${what} stands outside of a message, which begins with :20:. A part of the file is missing or damaged: ask the bank for the complete file.`,
    line,
  );
}
