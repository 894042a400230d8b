import { BankFileError } from "../bank-file.error.js";
import type { BankFileFormatName, Finding, ParsedBankFile } from "../bank-file.model.js";
import type { BankFileFormat } from "../bank-file-format.js";
import { referenceMaker } from "../entry-reference.js";
import { headText } from "../text-file.js";
import { messagesOf } from "./mt-fields.js";
import { type MtStatement, readMessage } from "./mt-statement.js";
import { checkPages } from "./statement-pages.rules.js";

/** Messages of a file; how many entries it may have is counted where its fields are read. */
const MAX_MESSAGES = 100_000;

/** An envelope, or a field's tag at the start of one of the first lines; telegrams have up to three lines before it. */
const START = /^(?:[^\r\n]{0,80}(?:\r\n|\r|\n)){0,5}(?:\{1:F|:(?:\d\d[A-Z]?|NS):)/;
const INTRADAY = /^(?:\{1:[^\r\n]*\{2:[IO]942|:34F:|:13D?:|:90[CD]:|:?942[ :])/m;
const BALANCE = /^:6[02][FM]:/m;

/** SWIFT's customer statement: entries between an opening and a closing balance. */
export const mt940: BankFileFormat = {
  name: "MT940",
  detect: (head) => START.test(headText(head)),
  parse,
};

/** SWIFT's interim transaction report: entries of the running day, without balances. */
export const mt942: BankFileFormat = {
  name: "MT942",
  detect: (head) => mt940.detect(head) && INTRADAY.test(headText(head)) && !BALANCE.test(headText(head)),
  parse,
};

function parse(content: Buffer): ParsedBankFile {
  const findings: Finding[] = [];
  const found: MtStatement[] = [];
  const makeReference = referenceMaker();
  let firstEntry = 0;
  for (const message of messagesOf(content, findings)) {
    const read = readMessage(message, { message: found.length, firstEntry, makeReference, findings });
    found.push(read);
    firstEntry += read.statement.entries.length;
    if (found.length > MAX_MESSAGES) throw tooMany(message.line);
  }
  const [first] = found;
  if (!first) throw nothing();
  return {
    format: formatOf(found),
    version: "",
    messageId: first.statement.id,
    createdAt: null,
    statements: found.map(({ statement }) => statement),
    findings: [...findings, ...checkPages(found)],
  };
}

function formatOf(found: readonly MtStatement[]): BankFileFormatName {
  return found.every(({ statement }) => statement.report === "INTRADAY") ? "MT942" : "MT940";
}

function tooMany(line: number): BankFileError {
  return new BankFileError(
    "TOO_MANY_RECORDS",
    `The file has more than ${MAX_MESSAGES} messages (reached at line ${line}). Ask the bank to split it into several files.`,
    line,
  );
}

function nothing(): BankFileError {
  return new BankFileError(
    "WRONG_STRUCTURE",
    "The file looks like MT940, but holds no message, which begins with :20:. Ask the bank for the complete file.",
    1,
  );
}
