import { isAscii, isUtf8 } from "node:buffer";

/** One record of a file of fixed columns. */
export interface FixedRecord {
  /** Columns from 0; control characters are blanks. Shorter than the format's width when the file cuts blanks. */
  readonly text: string;
  /** Line of the file, from 1. Records that stand behind one another without line breaks are all on line 1. */
  readonly line: number;
  /** Characters as written, without the line break; at most the width. */
  readonly written: number;
  /** What stands behind the width. */
  readonly excess: "NOTHING" | "BLANKS" | "TEXT";
  /** Whether a control character, or a byte that is no text, was read as a blank. */
  readonly cleaned: boolean;
}

const NEWLINE = 10;
const RETURN = 13;
/** UTF-8 needs at most four bytes for a character. */
const BYTES_PER_CHARACTER = 4;

/**
 * The records of a buffer, one by one, each decoded when it is asked for: the file is never split as a whole.
 * Lines end with LF or CR LF. A line that is a multiple of the width long holds that many records, as files
 * without line breaks do. Empty lines are passed over.
 */
export function* fixedRecords(content: Buffer, width: number): Generator<FixedRecord> {
  let at = startsWithMark(content) ? 3 : 0;
  let line = 0;
  while (at < content.length) {
    line += 1;
    const found = content.indexOf(NEWLINE, at);
    const next = found < 0 ? content.length : found;
    const end = next > at && content[next - 1] === RETURN ? next - 1 : next;
    if (end > at) yield* recordsOfLine(content, at, end, width, line);
    at = next + 1;
  }
}

function startsWithMark(content: Buffer): boolean {
  return content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
}

function* recordsOfLine(
  content: Buffer,
  from: number,
  to: number,
  width: number,
  line: number,
): Generator<FixedRecord> {
  const length = to - from;
  if (length > width && length % width === 0 && isRunOfRecords(content, from, width)) {
    for (let at = from; at < to; at += width)
      yield recordOf(content.subarray(at, at + width), width, line, width);
    return;
  }
  const text = content.subarray(from, Math.min(to, from + width * BYTES_PER_CHARACTER));
  yield recordOf(text, width, line, length);
}

/** Blanks behind the width are no further record. */
function isRunOfRecords(content: Buffer, from: number, width: number): boolean {
  const first = content[from + width] ?? 0;
  return first >= 0x30 && first <= 0x39;
}

function recordOf(bytes: Buffer, width: number, line: number, length: number): FixedRecord {
  const text = isAscii(bytes) ? bytes.toString("latin1") : bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
  const isWhole = bytes.length === length;
  const cut = text.slice(0, width);
  const clean = cut.replace(CONTROLS, " ");
  const behind = text.slice(width);
  const blanks = behind === "" ? "NOTHING" : "BLANKS";
  const excess = isWhole && behind.trim() === "" ? blanks : "TEXT";
  return { text: clean, line, written: clean.length, excess, cleaned: clean !== cut };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the database.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/g;
