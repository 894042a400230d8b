import type { Finding, ParsedBankFile } from "../bank-file.model.js";
import type { BankFileFormat } from "../bank-file-format.js";
import { headText } from "../text-file.js";
import { FileReader } from "./bai2-file.js";
import { recordsOf } from "./bai2-records.js";

const START = /^\s*01,[^\r\n]*,/;

/**
 * The balance report of American banks (BAI version 2): a file of groups (an originator's accounts as of a day) of
 * accounts with balances, totals and details, each closed by a trailer with control total and counts.
 */
export const bai2: BankFileFormat = {
  name: "BAI2",
  detect: (head) => START.test(headText(head)),
  parse,
};

function parse(content: Buffer): ParsedBankFile {
  const findings: Finding[] = [];
  const reader = new FileReader(findings);
  for (const record of recordsOf(content, findings)) reader.take(record);
  return { ...reader.result(), findings };
}
