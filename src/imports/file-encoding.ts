import { ImportFileError } from "./import-file-error.js";
import type { CsvFile } from "./import-row.rules.js";
import type { Encoding } from "./profile-schema.js";

/** The bytes of a file: all of them, or a stream such as a Node Readable without an encoding of its own. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/** What was seen of the file while it was decoded; settled once its first line has been read. */
export interface FileMarks {
  byteOrderMark: boolean;
  lineBreak: CsvFile["lineBreak"];
}

const PIECE_BYTES = 65_536;

/** Windows-1252 in place of the C1 controls of ISO 8859-1, which is what spreadsheets mean by "latin1". */
const C1_AS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * The text of a file in pieces, with every line break as "\n" and without the byte order mark.
 * `marks` is filled in on the way. Throws ImportFileError ENCODING_MISMATCH and BAD_ENCODING.
 */
export async function* decodeFile(
  source: ByteSource,
  encoding: Encoding,
  marks: FileMarks,
): AsyncGenerator<string> {
  const decoder = new PieceDecoder(encoding, marks);
  for await (const piece of withSniffableStart(source)) {
    const text = decoder.decode(piece);
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

/** Text as the bytes of an encoding; a character that latin1 lacks becomes "?". UTF-16 is little-endian. */
export function encodeText(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16") return Buffer.from(text, "utf16le");
  const bytes = Array.from(text, (character) => {
    const at = C1_AS_1252.indexOf(character);
    if (at >= 0) return 0x80 + at;
    const code = character.codePointAt(0) ?? 0;
    return code <= 0xff ? code : 0x3f;
  });
  return Buffer.from(bytes);
}

class PieceDecoder {
  #decode: ((bytes: Uint8Array | null) => string) | null = null;
  #line = 1;
  #heldReturn = false;
  #lineBreakSeen = false;

  constructor(
    readonly encoding: Encoding,
    readonly marks: FileMarks,
  ) {}

  decode(piece: Uint8Array): string {
    this.#decode ??= this.#begin(piece);
    return this.#lines(this.#decode(piece), false);
  }

  end(): string {
    return this.#lines(this.#decode?.(null) ?? "", true);
  }

  #begin(start: Uint8Array): (bytes: Uint8Array | null) => string {
    const mark = byteOrderMark(start);
    const found = mark?.startsWith("utf-16") || (mark === null && looksLikeUtf16(start)) ? "utf-16" : mark;
    if (found !== null && found !== this.encoding) {
      const message = `The file is in ${found}, but the profile says ${this.encoding}: set csv.encoding to ${found}, or save the file again in ${this.encoding}.`;
      throw new ImportFileError("ENCODING_MISMATCH", 1, message);
    }
    this.marks.byteOrderMark = mark !== null;
    if (this.encoding === "latin1") return latin1;
    const bigEndian = mark === "utf-16be" || (mark === null && start[0] === 0);
    const label = this.encoding === "utf-8" ? "utf-8" : bigEndian ? "utf-16be" : "utf-16le";
    const decoder = new TextDecoder(label);
    return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
  }

  #lines(decoded: string, atEnd: boolean): string {
    let text = this.#heldReturn ? `\r${decoded}` : decoded;
    // A "\r" at the end of a piece may be the first half of "\r\n".
    this.#heldReturn = !atEnd && text.endsWith("\r");
    if (this.#heldReturn) text = text.slice(0, -1);
    this.#noteLineBreak(text);
    const unified = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    const bad = this.encoding === "latin1" ? -1 : unified.indexOf("\uFFFD");
    if (bad >= 0) {
      const line = this.#line + count(unified.slice(0, bad));
      const message = `Line ${line} has bytes that are not ${this.encoding}: save the file again in ${this.encoding}, or set csv.encoding to what it is (often latin1).`;
      throw new ImportFileError("BAD_ENCODING", line, message);
    }
    this.#line += count(unified);
    return unified;
  }

  #noteLineBreak(text: string): void {
    if (this.#lineBreakSeen) return;
    const found = /\r\n|\n|\r/.exec(text)?.[0];
    if (found !== "\n" && found !== "\r\n" && found !== "\r") return;
    this.#lineBreakSeen = true;
    this.marks.lineBreak = found;
  }
}

// At least four bytes must be seen together to recognise how a file begins.
async function* withSniffableStart(source: ByteSource): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    const bytes: Uint8Array = start ? Buffer.concat([start, chunk]) : chunk;
    if (start && bytes.length < 4) {
      start = bytes;
      continue;
    }
    start = null;
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }
  if (start && start.length > 0) yield start;
}

function byteOrderMark(start: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [first, second, third] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function looksLikeUtf16(start: Uint8Array): boolean {
  const [first, second, third, fourth] = start;
  const littleEndian = second === 0 && fourth === 0 && first !== 0;
  const bigEndian = first === 0 && third === 0 && second !== 0;
  return start.length >= 4 && (littleEndian || bigEndian);
}

function latin1(bytes: Uint8Array | null): string {
  if (!bytes) return "";
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (control) => C1_AS_1252[control.charCodeAt(0) - 0x80] ?? control);
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
