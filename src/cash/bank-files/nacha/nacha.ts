import type { BankEntry, BankStatement, ParsedBankFile } from "../bank-file.model.js";
import type { BankFileFormat } from "../bank-file-format.js";
import { FileFindings } from "../file-findings.js";
import type { NachaBatch } from "./nacha-batch.js";
import type { NachaHeader } from "./nacha-header.js";
import { readNacha } from "./nacha-reader.js";

/**
 * ACH files as banks deliver them in the United States: entries received, returns and notifications of change. A batch
 * is a statement of the model. Records of 94 columns with or without line breaks.
 */
export const nacha: BankFileFormat = {
  name: "NACHA",
  detect: (head) => isNacha(Buffer.from(head).toString("latin1")),
  parse,
};

/** A header by what it says of its records, or the first record of a file whose header is lost. */
const STARTS: readonly RegExp[] = [
  /^101[ \d].{30}\d{3}10\d/,
  /^1.{0,4}01 .{24,45}0941/,
  /^5(?:200|220|225|280).{46}[A-Z]{3}/,
  /^6[2-5]\d[\dX]{8,9}/,
];

function isNacha(head: string): boolean {
  const start = head.slice(0, 200).replace(/^(?:\u00ef\u00bb\u00bf)?[\r\n]*/, "");
  return STARTS.some((each) => each.test(start));
}

function parse(content: Buffer): ParsedBankFile {
  const findings = new FileFindings();
  const statements: { batch: NachaBatch; entries: BankEntry[] }[] = [];
  let header: NachaHeader | undefined;
  for (const part of readNacha(content, findings)) {
    if (part.kind === "FILE") header = part.header;
    else if (part.kind === "BATCH") statements.push({ batch: part.batch, entries: [] });
    else statements.at(-1)?.entries.push(part.entry);
  }
  return {
    format: "NACHA",
    version: "1",
    messageId: header ? messageIdOf(header) : "",
    createdAt: header?.created ? createdAt(header.created, header.createdTime) : null,
    statements: statements.map(({ batch, entries }) => statementOf(batch, entries)),
    findings: findings.all(),
    isChecked: true,
  };
}

/** Origin, day and modifier tell the files of a day apart: the rules demand that a modifier is used once. */
function messageIdOf({ origin, destination, created, modifier }: NachaHeader): string {
  return [origin, destination, created ?? "", modifier].join(" ").trim();
}

function createdAt(day: string, time: string): string {
  return /^\d{4}$/.test(time) ? `${day}T${time.slice(0, 2)}:${time.slice(2)}:00` : day;
}

function statementOf(batch: NachaBatch, entries: readonly BankEntry[]): BankStatement {
  return {
    id: `${batch.entryClass} ${batch.number}`.trim(),
    line: batch.line,
    account: { other: entries[0]?.account ?? batch.companyId },
    currency: batch.currency,
    from: batch.bookingDate,
    to: batch.bookingDate,
    entries,
  };
}
