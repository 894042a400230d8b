import { decodeText } from "../../platform/text-encoding.js";
import { BankFileError } from "./bank-file.error.js";
import { MAX_FILE_BYTES } from "./bank-file-format.js";

/** A line of a text file without its end, and its number, from 1. */
export interface TextLine {
  readonly no: number;
  readonly text: string;
}

/** The lines of any bank's text format are far shorter; a longer one is no such file, or has lost its line ends. */
const MAX_LINE = 4_000;

const MAX_LINES = 4_000_000;

/**
 * The lines of a text file, ended by CR LF, LF or CR. It is UTF-8 when all its bytes are, else Windows-1252, which
 * ISO-8859-1 is part of: the two that banks send, and neither says which it is.
 * @throws BankFileError FILE_TOO_LARGE, UNSUPPORTED_ENCODING (UTF-16), NOT_WELL_FORMED (zero bytes),
 * WRONG_STRUCTURE (an endless line) and TOO_MANY_RECORDS.
 */
export function* linesOf(content: Buffer): Generator<TextLine> {
  const text = decoded(content);
  let no = 0;
  let start = 0;
  let nextReturn = indexOrEnd(text, "\r", 0);
  let nextFeed = indexOrEnd(text, "\n", 0);
  while (start < text.length) {
    const end = Math.min(nextReturn, nextFeed);
    no += 1;
    if (end - start > MAX_LINE) throw endlessLine(no, end - start);
    if (no > MAX_LINES) throw tooManyLines(no);
    yield { no, text: text.slice(start, end) };
    start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    if (nextReturn < start) nextReturn = indexOrEnd(text, "\r", start);
    if (nextFeed < start) nextFeed = indexOrEnd(text, "\n", start);
  }
}

/** The head of a text file for telling its format: any encoding, byte by byte, without byte order mark and zero bytes. */
export function headText(head: Buffer | string): string {
  const text = typeof head === "string" ? head : head.toString("latin1");
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "");
}

function decoded(content: Buffer): string {
  if (content.length > MAX_FILE_BYTES) {
    throw new BankFileError(
      "FILE_TOO_LARGE",
      `The file has ${content.length} bytes; at most ${MAX_FILE_BYTES} are read. Ask the bank to split it into several files.`,
    );
  }
  if (isUtf16(content)) {
    throw new BankFileError(
      "UNSUPPORTED_ENCODING",
      "The file is UTF-16, which this format is not sent in. Ask the bank for UTF-8 or ISO-8859-1, or save it as UTF-8.",
      1,
    );
  }
  const zero = content.indexOf(0);
  if (zero >= 0) throw zeroByte(content, zero);
  return decodeText(content);
}

/** By its byte order mark, or by a zero in one of the first two bytes, which every ASCII character has there. */
function isUtf16([first, second]: Buffer): boolean {
  if (second === undefined) return false;
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    (first === 0) !== (second === 0)
  );
}

function zeroByte(content: Buffer, at: number): BankFileError {
  let line = 1;
  for (let feed = content.indexOf(10); feed >= 0 && feed < at; feed = content.indexOf(10, feed + 1))
    line += 1;
  return new BankFileError(
    "NOT_WELL_FORMED",
    `Line ${line} holds a zero byte, so the file is damaged or no text. Fetch it from the bank again.`,
    line,
  );
}

function indexOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}

function endlessLine(line: number, length: number): BankFileError {
  return new BankFileError(
    "WRONG_STRUCTURE",
    `Line ${line} has ${length} characters; at most ${MAX_LINE} are read. The file lost its line ends or is damaged: fetch it from the bank again.`,
    line,
  );
}

function tooManyLines(line: number): BankFileError {
  return new BankFileError(
    "TOO_MANY_RECORDS",
    `The file has more than ${MAX_LINES} lines. Ask the bank to split it into several files.`,
    line,
  );
}
