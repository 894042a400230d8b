import { Decimal } from "../../../platform/money.js";
import { BankFileError } from "../bank-file.error.js";
import type { BankEntry, BankStatement, Finding, ParsedBankFile } from "../bank-file.model.js";
import { type ReferenceMaker, referenceMaker } from "../entry-reference.js";
import { type AccountHeader, figuresOf, readAccount } from "./bai2-account.js";
import { type Bai2Detail, type Bai2EntryContext, entryOf, readDetail } from "./bai2-entry.js";
import { type Bai2Group, groupFinding, readGroup } from "./bai2-group.js";
import { type Bai2Record, fieldsOf } from "./bai2-records.js";
import { checkTrailer } from "./bai2-totals.js";
import { TOTAL_CREDITS, TOTAL_DEBITS } from "./type-codes.js";

/** Accounts and details together, as in every format. */
const MAX_RECORDS = 500_000;

interface OpenAccount {
  readonly header: AccountHeader;
  readonly entries: BankEntry[];
  sum: Decimal;
  records: number;
}

interface OpenGroup {
  readonly group: Bai2Group;
  accounts: number;
  sum: Decimal;
  records: number;
}

/** Takes the records of a file in their order and compares each trailer with what came before it. */
export class FileReader {
  private header: { readonly line: number; readonly fields: readonly string[] } | undefined;
  private group: OpenGroup | undefined;
  private account: OpenAccount | undefined;
  private isComplete = false;
  private groups = 0;
  private sum = new Decimal(0);
  private records = 0;
  private entryCount = 0;
  private readonly statements: BankStatement[] = [];
  private readonly makeReference: ReferenceMaker = referenceMaker();

  constructor(private readonly findings: Finding[]) {}

  /** @throws BankFileError WRONG_STRUCTURE when the record does not belong where it stands. */
  take(record: Bai2Record): void {
    if (this.isComplete) throw misplaced(record, "behind the file's trailer. Deliver files one by one");
    if (record.code === "01") this.openFile(record);
    else if (!this.header) throw misplaced(record, "before a file header (01)");
    else if (record.code === "02") this.openGroup(record);
    else if (record.code === "99") this.closeFile(record);
    else if (!this.group) throw misplaced(record, "outside of a group (02)");
    else if (record.code === "03") this.openAccount(record, this.group);
    else if (record.code === "98") this.closeGroup(record, this.group);
    else if (!this.account) throw misplaced(record, "outside of an account (03)");
    else if (record.code === "16") this.takeDetail(record, this.group, this.account);
    else this.closeAccount(record, this.group, this.account);
  }

  /** @throws BankFileError WRONG_STRUCTURE when the file ended before its trailer. */
  result(): ParsedBankFile {
    const { header } = this;
    if (!header || !this.isComplete) {
      const message =
        "The file ends without its trailer (99), so it was cut. Ask the bank for the complete file.";
      throw new BankFileError("WRONG_STRUCTURE", message, header?.line ?? 1);
    }
    const [sender = "", , date = "", time = "", id = ""] = header.fields;
    return {
      format: "BAI2",
      version: "2",
      messageId: [sender, date, time, id].filter((part) => part !== "").join(" "),
      createdAt: null,
      statements: this.statements,
    };
  }

  private openFile(record: Bai2Record): void {
    if (this.header) throw misplaced(record, "within a file, which has one header (01)");
    const fields = fieldsOf(record);
    const version = fields[7];
    if (version !== undefined && version !== "" && version !== "2") {
      const message = `The file is BAI version ${version.slice(0, 5)}; version 2 is read. Ask the bank for BAI2.`;
      throw new BankFileError("UNSUPPORTED_VERSION", message, record.line);
    }
    this.header = { line: record.line, fields };
    this.records = record.parts.length;
  }

  private openGroup(record: Bai2Record): void {
    if (this.group) throw misplaced(record, "before the trailer (98) of the group before it");
    this.groups += 1;
    this.group = {
      group: readGroup(record, this.groups),
      accounts: 0,
      sum: new Decimal(0),
      records: record.parts.length,
    };
  }

  private openAccount(record: Bai2Record, open: OpenGroup): void {
    if (this.account) throw misplaced(record, "before the trailer (49) of the account before it");
    this.countRecord(record);
    open.accounts += 1;
    const header = readAccount(record, open.group.currency);
    this.account = { header, entries: [], sum: header.sum, records: record.parts.length };
  }

  private takeDetail(record: Bai2Record, { group }: OpenGroup, account: OpenAccount): void {
    this.countRecord(record);
    const detail = readDetail(record);
    account.records += record.parts.length;
    if (detail.units === null || detail.kind === null) {
      const what = detail.kind === null ? `type code "${detail.typeCode.slice(0, 10)}"` : "amount";
      const message = `The detail at line ${record.line} has no ${what} that can be read, so the account cannot be checked. Ask the bank for a corrected file.`;
      throw new BankFileError("WRONG_STRUCTURE", message, record.line);
    }
    account.sum = account.sum.plus(detail.units);
    if (this.isWords(detail, record)) return;
    const { number, currency } = account.header;
    const { makeReference } = this;
    const { bookingDate, bookingDateText } = group;
    const context: Bai2EntryContext = {
      ...{ index: this.entryCount, account: number, currency, bookingDate, bookingDateText, makeReference },
    };
    account.entries.push(entryOf(detail, record.line, context));
    this.holdBack(detail, record, group);
    this.entryCount += 1;
  }

  /** Whether a detail is no movement but words or a balance; it is told then, and is no entry. */
  private isWords({ kind, texts, typeCode }: Bai2Detail, { line }: Bai2Record): boolean {
    if (kind !== "TEXT" && kind !== "STATUS") return false;
    const what = kind === "TEXT" ? "is for information only" : "is of a balance, not of a movement";
    const told = texts.length > 0 ? `: "${texts.join(" ").slice(0, 120)}"` : "";
    const message = `The detail at line ${line} (type ${typeCode}) ${what}${told}. Nothing is posted of it.`;
    this.findings.push({ severity: "WARN", code: "NOT_A_MOVEMENT", message, line });
    return true;
  }

  private holdBack(detail: Bai2Detail, { line }: Bai2Record, group: Bai2Group): void {
    const hold = (code: string, why: string): void => {
      const message = `Entry at line ${line}: ${why}`;
      const entryIndex = this.entryCount;
      this.findings.push({ severity: "QUARANTINE_ENTRY", code, message, line, entryIndex });
    };
    const { code, why } = groupFinding(group) ?? {};
    if (code !== undefined && why !== undefined) hold(code, why);
    if (!detail.isFundsTypeKnown)
      hold(
        "UNKNOWN_FUNDS_TYPE",
        `the funds type "${detail.fundsType.slice(0, 5)}" is none of 0, 1, 2, S, V, D and Z, so it is not clear where the references stand. Ask the bank.`,
      );
    if (detail.kind === "LOAN")
      hold(
        "LOAN_ENTRY",
        `type ${detail.typeCode} is of a loan, which does not tell money in from money out. Ask the bank.`,
      );
    if (detail.typeCode === TOTAL_CREDITS || detail.typeCode === TOTAL_DEBITS)
      hold(
        "SUMMARY_CODE",
        `type ${detail.typeCode} is a total, not a movement. Ask the bank which entries it is of.`,
      );
  }

  private closeAccount(record: Bai2Record, open: OpenGroup, account: OpenAccount): void {
    const { header, entries, sum } = account;
    const records = account.records + record.parts.length;
    const what = `account ${header.number}`;
    const total = checkTrailer(record, { what, sum, records }, this.findings);
    open.sum = open.sum.plus(total);
    open.records += records;
    const { group } = open;
    this.statements.push({
      id: `${this.header?.fields[4] ?? ""}/${this.groups}/${open.accounts}`,
      line: header.line,
      path: `group[${this.groups}]/account[${open.accounts}]`,
      entryName: "16",
      isSealed: true,
      account: { other: header.number },
      currency: header.currency,
      from: group.bookingDate,
      to: group.bookingDate,
      ...(group.isInterim ? { report: "INTRADAY" } : {}),
      ...figuresOf(header, entries, group.bookingDate, this.findings),
      entries,
    });
    this.account = undefined;
  }

  private closeGroup(record: Bai2Record, open: OpenGroup): void {
    if (this.account) throw misplaced(record, "before the account's trailer (49)");
    const { sum, accounts } = open;
    const records = open.records + record.parts.length;
    const counted = {
      what: `group ${this.groups}`,
      sum,
      parts: { what: "accounts", count: accounts },
      records,
    };
    this.sum = this.sum.plus(checkTrailer(record, counted, this.findings));
    this.records += records;
    this.group = undefined;
  }

  private closeFile(record: Bai2Record): void {
    if (this.group) throw misplaced(record, "before the group's trailer (98)");
    const { sum, groups } = this;
    const records = this.records + record.parts.length;
    const counted = { what: "the file", sum, parts: { what: "groups", count: groups }, records };
    checkTrailer(record, counted, this.findings);
    this.isComplete = true;
  }

  private countRecord({ line }: Bai2Record): void {
    if (this.entryCount + this.statements.length < MAX_RECORDS) return;
    const message = `The file has more than ${MAX_RECORDS} accounts and details (reached at line ${line}). Ask the bank to split it into several files.`;
    throw new BankFileError("TOO_MANY_RECORDS", message, line);
  }
}

function misplaced({ code, line }: Bai2Record, where: string): BankFileError {
  const message = `The record ${code} at line ${line} stands ${where}. A part of the file is missing, double or damaged: ask the bank for the complete file.`;
  return new BankFileError("WRONG_STRUCTURE", message, line);
}
