import { BankFileError } from "./bank-file.error.js";

const CHUNK_BYTES = 65_536;

/** Encodings that banks declare, and the decoder for each (WHATWG reads ISO-8859-1 as its superset windows-1252). */
const DECODERS: Readonly<Record<string, string>> = {
  "UTF-8": "utf-8",
  UTF8: "utf-8",
  "US-ASCII": "windows-1252",
  ASCII: "windows-1252",
  "ISO-8859-1": "windows-1252",
  LATIN1: "windows-1252",
  "WINDOWS-1252": "windows-1252",
  "ISO-8859-15": "iso-8859-15",
};

/**
 * The bytes of an XML file as text, piece by piece. The encoding is taken from the byte order mark, else from
 * the declaration, else UTF-8 (XML 1.0, appendix F). Of a HEAD, which may end within a character, bytes that the
 * encoding does not allow become U+FFFD; in a WHOLE file they refuse it.
 * @throws BankFileError UNSUPPORTED_ENCODING, or NOT_WELL_FORMED for bytes that the encoding does not allow.
 */
export function* decodeXml(content: Buffer, extent: "HEAD" | "WHOLE"): Generator<string> {
  const label = decoderOf(content);
  const decoder = new TextDecoder(label, { fatal: extent === "WHOLE" });
  let line = 1;
  for (let start = 0; start < content.length; start += CHUNK_BYTES) {
    const bytes = content.subarray(start, start + CHUNK_BYTES);
    const stream = start + CHUNK_BYTES < content.length;
    let text: string;
    try {
      text = decoder.decode(bytes, { stream });
    } catch {
      throw undecodable(bytes, label, line);
    }
    line += countNewlines(text);
    yield text;
  }
}

function undecodable(bytes: Buffer, label: string, firstLine: number): BankFileError {
  const lossy = new TextDecoder(label).decode(bytes);
  const line = firstLine + countNewlines(lossy.slice(0, Math.max(0, lossy.indexOf("\uFFFD"))));
  return new BankFileError(
    "NOT_WELL_FORMED",
    `At about line ${line} there are bytes that are not ${label} text. The file was cut, damaged, or declares the wrong encoding: fetch it from the bank again.`,
    line,
  );
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function decoderOf(content: Buffer): string {
  const [a, b, c] = content;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0x00) return "utf-16le";
  if (a === 0x00 && b === 0x3c) return "utf-16be";
  const declared = declaredEncoding(content);
  if (declared === null) return "utf-8";
  const label = Object.hasOwn(DECODERS, declared) ? DECODERS[declared] : undefined;
  if (label) return label;
  throw new BankFileError(
    "UNSUPPORTED_ENCODING",
    `The file declares the encoding "${declared}", and its bytes are not in one that is read (UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252). Ask the bank for UTF-8.`,
    1,
  );
}

function declaredEncoding(content: Buffer): string | null {
  const head = content.subarray(0, 256).toString("latin1");
  const found = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]{0,40})["']/.exec(head);
  return found?.[1]?.toUpperCase() ?? null;
}
