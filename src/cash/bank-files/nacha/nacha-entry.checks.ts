import type { BankEntry, Severity } from "../bank-file.model.js";
import type { FileFindings } from "../file-findings.js";
import { columns, field, isBlank } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { checkDigitOf } from "../routing-number.rules.js";
import { isKnownReason } from "./ach-reasons.rules.js";
import { ADDENDA_TYPES, typeOf } from "./nacha-addenda.js";
import { ADVICES, CREDITS_ONLY, DEBITS_ONLY, isKnownCode, isReturnCode } from "./nacha-codes.js";
import type { EntryFields, RawEntry } from "./nacha-entry.js";

type Report = (severity: Severity, code: string, columns: readonly [number, number], message: string) => void;

/** What is wrong with one entry: QUARANTINE_ENTRY where posting it would be a guess, else WARN. */
export function checkEntry(
  raw: RawEntry,
  fields: EntryFields,
  entry: BankEntry,
  findings: FileFindings,
): void {
  const report: Report = (severity, code, at, message) =>
    findings.add(severity, code, { type: "6", line: raw.record.line, columns: at }, message, raw.index);
  checkMoney(fields, entry, report);
  checkCode(raw, fields, entry, report);
  checkBank(raw, fields, report);
  checkName(raw, fields, report);
  checkAddendaOf(raw, fields, entry, findings, report);
}

function checkMoney({ code, side }: EntryFields, entry: BankEntry, report: Report): void {
  const [bad] = entry.unreadable;
  const amountColumns: readonly [number, number] = [30, 39];
  if (entry.amount === null) {
    const message = `the amount "${bad?.text ?? ""}" is not a number of cents. Ask the bank what was paid.`;
    report("QUARANTINE_ENTRY", "INVALID_AMOUNT", amountColumns, message);
  } else if (side === null) {
    const message = `the transaction code "${code}" is no number, so it is not clear which way the money went. Ask the bank.`;
    report("QUARANTINE_ENTRY", "UNKNOWN_TRANSACTION_CODE", [2, 3], message);
  } else if (entry.bookingDate === null) {
    const what = bad ? `the effective date "${bad.text}" of its batch is no day` : "its batch states no day";
    report("QUARANTINE_ENTRY", "INVALID_DATE", [1, 1], `${what}. Ask the bank when the money moved.`);
  } else if (entry.amount === "0.00" && entry.notice === undefined) {
    report(
      "QUARANTINE_ENTRY",
      "ZERO_AMOUNT",
      amountColumns,
      "it pays nothing. Close it, or ask the bank why it was sent.",
    );
  }
}

function checkCode({ batch }: RawEntry, { code, side }: EntryFields, entry: BankEntry, report: Report): void {
  if (side !== null && !isKnownCode(code, batch.entryClass)) {
    const message = `the transaction code ${code} is unknown in class ${batch.entryClass}. Ask the bank what it means.`;
    report("QUARANTINE_ENTRY", "UNKNOWN_TRANSACTION_CODE", [2, 3], message);
    return;
  }
  const isBarred =
    (batch.serviceClass === CREDITS_ONLY && side === "DEBIT") ||
    (batch.serviceClass === DEBITS_ONLY && side === "CREDIT") ||
    (batch.serviceClass === ADVICES && batch.entryClass !== "ADV");
  if (isBarred) {
    const message = `its batch is of service class ${batch.serviceClass}, which has no such entries. The entry's own code ${code} counts.`;
    report("WARN", "SERVICE_CLASS_MISMATCH", [2, 3], message);
  }
  const comesBack = entry.notice?.code !== undefined;
  if (comesBack !== isReturnCode(code) && batch.entryClass !== "ADV") {
    const message = comesBack
      ? `its addenda say that it comes back, but its transaction code ${code} is one of payments. The addenda count.`
      : `its transaction code ${code} is one of returns, but no addenda say why it comes back. Ask the bank.`;
    report(comesBack ? "WARN" : "QUARANTINE_ENTRY", "RETURN_CODE_MISMATCH", [2, 3], message);
  }
}

function checkBank({ batch }: RawEntry, { bank, checkDigit, trace }: EntryFields, report: Report): void {
  const digit = checkDigitOf(bank);
  if (digit === null) {
    report(
      "QUARANTINE_ENTRY",
      "INVALID_ROUTING",
      [4, 11],
      `the receiving bank "${bank}" is not eight digits. Ask the bank.`,
    );
  } else if (digit !== checkDigit) {
    const message = `the routing number ${bank}${checkDigit} has the wrong check digit; it would be ${digit}.`;
    report("WARN", "INVALID_CHECK_DIGIT", [12, 12], message);
  }
  if (batch.entryClass === "ADV") return;
  if (!/^\d{15}$/.test(trace)) {
    const message = `the trace number "${trace}" is not fifteen digits. The entry is told from others by what else it says.`;
    report("WARN", "INVALID_TRACE_NUMBER", [80, 94], message);
  }
}

/** Classes whose entries must name the person: a consumer gave the authorisation by telephone or on the internet. */
const NAMING = new Set(["TEL", "WEB"]);

function checkName({ batch }: RawEntry, { individualName }: EntryFields, report: Report): void {
  if (!NAMING.has(batch.entryClass) || !isBlank(individualName)) return;
  report("WARN", "NO_INDIVIDUAL_NAME", [55, 76], "it does not name the person, as its class demands.");
}

function checkAddendaOf(
  raw: RawEntry,
  fields: EntryFields,
  entry: BankEntry,
  findings: FileFindings,
  report: Report,
): void {
  const { addenda, batch } = raw;
  if ((fields.addendaIndicator === "1") !== addenda.length > 0) {
    const message = `the addenda indicator is "${fields.addendaIndicator}", and ${addenda.length} addenda follow.`;
    report("WARN", "ADDENDA_INDICATOR", [79, 79], message);
  }
  const declared = Number(fields.declaredAddenda);
  const counts = /^\d{4}$/.test(fields.declaredAddenda) && entry.notice?.code === undefined;
  if (counts && declared !== addenda.length) {
    const message = `it states ${declared} addenda, and ${addenda.length} follow. The batch's count tells whether any is lost.`;
    report("WARN", "ADDENDA_COUNT", batch.entryClass === "IAT" ? [13, 16] : [55, 58], message);
  }
  if (batch.entryClass === "COR" && entry.notice?.code === undefined) {
    const message = "it is a notification of change without addenda 98, so it does not say what to change.";
    report("QUARANTINE_ENTRY", "MISSING_ADDENDA", [1, 3], message);
  }
  const ordinals = new Map<string, number>();
  for (const each of addenda) {
    const ordinal = (ordinals.get(typeOf(each)) ?? 0) + 1;
    ordinals.set(typeOf(each), ordinal);
    checkAddenda(each, ordinal, raw.index, fields, findings);
  }
}

/** One addenda record by itself, and its place behind its entry: the nth of its type. */
function checkAddenda(
  record: FixedRecord,
  ordinal: number,
  index: number,
  { trace }: EntryFields,
  findings: FileFindings,
): void {
  const warn = (code: string, columnsAt: readonly [number, number], message: string): void =>
    findings.add("WARN", code, { type: "7", line: record.line, columns: columnsAt }, message, index);
  const type = typeOf(record);
  if (!ADDENDA_TYPES.has(type)) {
    warn("UNKNOWN_ADDENDA", [2, 3], `the addenda type "${type}" is unknown. Its text is not taken.`);
    return;
  }
  if (type === "98" || type === "99") {
    const code = field(record, 4, 6);
    if (!isKnownReason(code))
      warn("UNKNOWN_REASON", [4, 6], `the reason "${code}" is none that the rules name. Ask the bank.`);
    return;
  }
  const isText = type === "05" || type === "17";
  if (isText && columns(record, 84, 87) !== String(ordinal).padStart(4, "0"))
    warn(
      "ADDENDA_SEQUENCE",
      [84, 87],
      `its number is "${columns(record, 84, 87)}", it is the ${ordinal}. of its entry.`,
    );
  if (type !== "02" && columns(record, 88, 94) !== trace.slice(-7))
    warn(
      "ADDENDA_TRACE",
      [88, 94],
      `it names entry "${columns(record, 88, 94)}", and stands behind ${trace.slice(-7)}. It is taken with the entry before it.`,
    );
}
