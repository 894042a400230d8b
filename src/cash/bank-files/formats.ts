import { bai2 } from "./bai2/bai2-format.js";
import { BankFileError } from "./bank-file.error.js";
import { type BankFileFormat, MAX_FILE_BYTES } from "./bank-file-format.js";
import { camt052, camt053, camt054 } from "./camt/camt-message.js";
import { baiLockbox } from "./lockbox/bai-lockbox.js";
import { nacha } from "./nacha/nacha.js";
import { mt940, mt942 } from "./swift-mt/mt-format.js";
import { rootOf } from "./xml-reader.js";

/** Every format that is read, in the order in which they are tried. */
export const BANK_FILE_FORMATS: readonly BankFileFormat[] = [
  camt053,
  camt052,
  camt054,
  mt942,
  mt940,
  bai2,
  nacha,
  baiLockbox,
];

const HEAD_BYTES = 65_536;

const ISO_20022 = /^urn:iso:std:iso:20022:tech:xsd:(([a-z]{4})\.(\d{3}))\.(\d{3})\.(\d{2})$/;

/** What other ISO 20022 messages that reach the same folder are, and what to do with them. */
const OTHER_MESSAGES: Readonly<Record<string, string>> = {
  "pain.001":
    "an order of credit transfers to a bank, not a statement from it. Import the camt.053 statement",
  "pain.002": "a bank's status report on a payment order, not a statement. Import the camt.053 statement",
  "pain.008": "an order of direct debits to a bank, not a statement from it. Import the camt.053 statement",
};

const ARCHIVE_STARTS = ["PK\u0003\u0004", "\u001f\u008b"];

/** Starts of text files that are often delivered instead, by content. */
const OTHER_CONTENTS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, "a PDF: import the bank's electronic statement instead"],
  [/^\s*[[{]\s*["{[]/, "JSON, which no bank delivers: import the file as the bank made it"],
  [
    /^\s*(?:<!doctype html|<html)/i,
    "a web page, perhaps an error page of the bank: download the statement again",
  ],
];

/**
 * The format of a file, told by its content alone.
 * @throws BankFileError EMPTY_FILE, FILE_TOO_LARGE, OTHER_MESSAGE (ISO 20022, but not a statement) or
 * UNKNOWN_FORMAT, each with what the file seems to be; DOCTYPE_REFUSED, UNSUPPORTED_ENCODING.
 */
export function detectFormat(content: Buffer): BankFileFormat {
  if (content.length > MAX_FILE_BYTES) {
    throw new BankFileError(
      "FILE_TOO_LARGE",
      `The file has ${content.length} bytes; at most ${MAX_FILE_BYTES} are read. Ask the bank to split it into several files.`,
    );
  }
  const head = content.subarray(0, HEAD_BYTES);
  if (head.toString("latin1").trim() === "") {
    throw new BankFileError("EMPTY_FILE", "The file is empty. Fetch it from the bank again.");
  }
  const other = otherContent(head);
  if (other) throw new BankFileError("UNKNOWN_FORMAT", `The file is ${other}.`);
  const format = BANK_FILE_FORMATS.find((each) => each.detect(head));
  if (format) return format;
  throw unknownXml(head);
}

function otherContent(head: Buffer): string | undefined {
  const text = head.subarray(0, 512).toString("latin1");
  if (ARCHIVE_STARTS.some((start) => text.startsWith(start))) {
    return "a compressed archive (ZIP or gzip): unpack it and import the files in it";
  }
  return OTHER_CONTENTS.find(([start]) => start.test(text))?.[1];
}

function unknownXml(head: Buffer): BankFileError {
  const root = rootOf(head);
  if (!root) {
    return new BankFileError(
      "UNKNOWN_FORMAT",
      "The file is in no bank file format that is read (camt.052, camt.053 and camt.054 versions 2 to 8, MT940, MT942, BAI2, NACHA, BAI lockbox). Ask the bank which format it is.",
      1,
    );
  }
  const [, message, area] = ISO_20022.exec(root.namespace) ?? [];
  if (message === undefined || area === undefined) {
    const namespace =
      root.namespace === "" ? "no namespace" : `the namespace "${root.namespace.slice(0, 80)}"`;
    return new BankFileError(
      "UNKNOWN_FORMAT",
      `The file is XML with the root <${root.name.slice(0, 40)}> in ${namespace}, which is no ISO 20022 bank message. Import the bank's camt.053 statement.`,
    );
  }
  const known = Object.hasOwn(OTHER_MESSAGES, message) ? OTHER_MESSAGES[message] : undefined;
  const what = known ?? "another ISO 20022 message than a bank statement. Import the camt.053 statement";
  return new BankFileError("OTHER_MESSAGE", `The file is ${message}, ${what} instead.`);
}
