import type { BankEntry, BankStatement, ParsedBankFile } from "../bank-file.model.js";
import type { BankFileFormat } from "../bank-file-format.js";
import { FileFindings } from "../file-findings.js";
import { field } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { readShortDate } from "../short-dates.rules.js";
import { readLockbox } from "./lockbox-reader.js";
import type { LockboxDeposit } from "./lockbox-records.js";

/**
 * Lockbox files in the layout of the Bank Administration Institute: cheques that the bank opened, with what was written
 * beside them. A lockbox of the file is a statement of the model; each cheque is an entry.
 */
export const baiLockbox: BankFileFormat = {
  name: "BAI_LOCKBOX",
  detect: (head) => isLockbox(Buffer.from(head).toString("latin1")),
  parse,
};

/** A header with a day and an hour in its place, and a service record (2) or a deposit (5) behind it. */
const STARTS = /^(?:\u00ef\u00bb\u00bf)?[\r\n]*1\d\d.{20}\d{6}(?:\d{4}|\s|$).*(?:\r?\n)+[25]/;

function isLockbox(head: string): boolean {
  return STARTS.test(head.slice(0, 1000));
}

function parse(content: Buffer): ParsedBankFile {
  const findings = new FileFindings();
  const statements: { deposit: LockboxDeposit; entries: BankEntry[] }[] = [];
  let header: FixedRecord | undefined;
  for (const part of readLockbox(content, findings)) {
    if (part.kind === "FILE") header = part.record;
    else if (part.kind === "DEPOSIT") statements.push({ deposit: part.deposit, entries: [] });
    else statements.at(-1)?.entries.push(part.entry);
  }
  return {
    format: "BAI_LOCKBOX",
    version: "1",
    messageId: header ? field(header, 4, 33) : "",
    createdAt: header ? readShortDate(field(header, 24, 29)) : null,
    statements: statements.map(({ deposit, entries }) => statementOf(deposit, entries)),
    findings: findings.all(),
    isChecked: true,
  };
}

function statementOf(deposit: LockboxDeposit, entries: readonly BankEntry[]): BankStatement {
  return {
    id: `${deposit.lockbox} ${deposit.dateText}`,
    line: deposit.line,
    account: { other: deposit.lockbox },
    currency: "USD",
    from: deposit.depositedOn,
    to: deposit.depositedOn,
    entries,
  };
}
