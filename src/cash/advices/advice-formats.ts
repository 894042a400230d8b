import { looksLikeXlsx } from "../../platform/tables/xlsx-rows.js";
import type { AdviceFormatName, ParsedAdviceFile } from "./advice.model.js";
import { AdviceFileError } from "./advice-file.error.js";
import { parseEdifact } from "./edifact-advices.js";
import { looksLikeEdifact } from "./edifact-segments.js";
import { looksLikeEmail, parseEmail } from "./email-advice.js";
import { textOf } from "./file-text.js";
import { csvRows, delimiterOf, xlsxRows } from "./loose-rows.js";
import { parseTable } from "./table-advice.js";
import { parseX12 } from "./x12-advices.js";
import { looksLikeX12 } from "./x12-segments.js";

/** Files larger than this are refused before anything is read; the largest advices stay far below. */
export const MAX_ADVICE_FILE_BYTES = 100 * 1024 * 1024;

/** A format of remittance advices: how it is known by its content (never by a file's name), and how it is read. */
export interface AdviceFormat {
  readonly name: AdviceFormatName;
  /** Whether a file is of this format, told by its first bytes as characters; only archives are looked into further. */
  detect(head: string, content: Buffer): boolean;
  /** @throws AdviceFileError, and nothing else, when the file cannot be read. */
  parse(content: Buffer): ParsedAdviceFile | Promise<ParsedAdviceFile>;
}

const x12: AdviceFormat = {
  name: "X12_820",
  detect: looksLikeX12,
  parse: (content) => parseX12(textOf(content), 1),
};

const edifact: AdviceFormat = {
  name: "EDIFACT_REMADV",
  detect: looksLikeEdifact,
  parse: (content) => parseEdifact(textOf(content)),
};

const xlsx: AdviceFormat = {
  name: "XLSX",
  detect: (_, content) => looksLikeXlsx(content),
  parse: async (content) => parseTable(await xlsxRows(content), "XLSX"),
};

const email: AdviceFormat = { name: "EMAIL", detect: looksLikeEmail, parse: parseEmail };

/** Any other text of which most lines fall into the same cells; whether it is an advice, its header tells. */
const csv: AdviceFormat = {
  name: "CSV",
  detect: (head) => !head.includes("\u0000") && delimiterOf(head) !== null,
  parse: (content) => {
    const text = textOf(content);
    return parseTable(csvRows(text, delimiterOf(text) ?? ","), "CSV");
  },
};

/** Every format that is read, in the order in which they are tried. */
export const ADVICE_FORMATS: readonly AdviceFormat[] = [x12, edifact, xlsx, email, csv];

const HEAD_BYTES = 65_536;

const ZIP = "PK\u0003\u0004";
const GZIP = "\u001f\u008b";

/** Starts of files that are often delivered instead, by content. */
const OTHER_CONTENTS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, "a PDF: ask the payer for the advice as CSV, XLSX or EDI"],
  [/^\s*<\?xml[^>]*>[\s\S]*camt\.05[234]/, "a bank's camt message: import it as a bank file"],
  [/^\s*01,[^\r\n]*,/, "a BAI2 report: import it as a bank file"],
  [/^\s*(?:\{1:|:20:)/, "an MT940 or MT942 message: import it as a bank file"],
  [/^\s*101[ \d]{10}/, "an ACH file (NACHA): import it as a bank file; its addenda are read there"],
  [/^\s*(?:<!doctype html|<html)/i, "a web page: ask the payer for the advice as CSV, XLSX or EDI"],
];

/**
 * The format of a file, told by its content alone; null for any other text when a table is expected.
 * @throws AdviceFileError EMPTY_FILE, FILE_TOO_LARGE, or UNKNOWN_FORMAT with what the file seems to be
 */
export function detectAdviceFormat(content: Buffer, tableExpected: boolean): AdviceFormat | null {
  if (content.length > MAX_ADVICE_FILE_BYTES) {
    throw new AdviceFileError(
      "FILE_TOO_LARGE",
      `The file has ${content.length} bytes; at most ${MAX_ADVICE_FILE_BYTES} are read. Ask the sender to split it.`,
    );
  }
  const head = headOf(content);
  if (head.trim() === "") throw new AdviceFileError("EMPTY_FILE", "The file is empty. Fetch it again.");
  if (head.startsWith(GZIP))
    throw new AdviceFileError("UNKNOWN_FORMAT", "The file is compressed (gzip): unpack it.");
  const other = OTHER_CONTENTS.find(([start]) => start.test(head.slice(0, 1_024)))?.[1];
  if (other) throw new AdviceFileError("UNKNOWN_FORMAT", `The file is ${other}.`);
  const format = ADVICE_FORMATS.find((each) => each.detect(head, content));
  if (format) return format;
  if (tableExpected) return null;
  if (head.startsWith(ZIP)) {
    const message = "The file is an archive without a workbook: unpack it and import the files in it.";
    throw new AdviceFileError("UNKNOWN_FORMAT", message);
  }
  throw new AdviceFileError(
    "UNKNOWN_FORMAT",
    "The file is in no format of remittance advices that is known by its content (X12 820, EDIFACT REMADV, e-mail). A CSV or XLSX file needs a profile that says what its columns are.",
    1,
  );
}

/** The start of the file as characters: bytes one by one, without a UTF-8 mark, or UTF-16 by its mark. */
function headOf(content: Buffer): string {
  const head = content.subarray(0, HEAD_BYTES);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return textOf(head);
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}
