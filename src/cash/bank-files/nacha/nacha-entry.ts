import type { AchNotice, BankEntry, EntryDetail, EntrySide, UnreadableValue } from "../bank-file.model.js";
import type { CountedReference } from "../counted-reference.js";
import { dollars, field, isBlank, number } from "../fixed-columns.rules.js";
import type { FixedRecord } from "../fixed-records.js";
import { checkDigitOf } from "../routing-number.rules.js";
import { type AddendaContents, readAddenda } from "./nacha-addenda.js";
import type { NachaBatch } from "./nacha-batch.js";
import { COUNTING_CLASSES, NOTICE_CLASSES, noticeOfCode, sideOfCode } from "./nacha-codes.js";

/** An entry (record 6) with its addenda (records 7), as they stand in the file. */
export interface RawEntry {
  readonly record: FixedRecord;
  readonly addenda: readonly FixedRecord[];
  readonly batch: NachaBatch;
  readonly index: number;
}

/** What the columns of an entry hold; their places depend on the entry class. */
export interface EntryFields {
  readonly code: string;
  readonly side: EntrySide | null;
  /** First eight digits and check digit of the receiver's bank. */
  readonly bank: string;
  readonly checkDigit: string;
  readonly account: string;
  /** In cents; null when it is not a number. */
  readonly cents: bigint | null;
  readonly individualId: string;
  readonly individualName: string;
  readonly addendaIndicator: string;
  readonly declaredAddenda: string;
  readonly trace: string;
}

/** The columns of an entry by its class. */
export function fieldsOf(record: FixedRecord, entryClass: string): EntryFields {
  const code = field(record, 2, 3);
  const common = {
    code,
    side: sideOfCode(code),
    bank: field(record, 4, 11),
    checkDigit: field(record, 12, 12),
  };
  if (entryClass === "ADV") {
    const own = { account: field(record, 13, 27), cents: number(record, 28, 39), declaredAddenda: "" };
    const names = { individualId: field(record, 49, 53), individualName: field(record, 55, 76) };
    return {
      ...common,
      ...own,
      ...names,
      addendaIndicator: field(record, 79, 79),
      trace: field(record, 80, 94),
    };
  }
  const last = { addendaIndicator: field(record, 79, 79), trace: field(record, 80, 94) };
  const cents = number(record, 30, 39);
  if (entryClass === "IAT") {
    const account = field(record, 40, 74);
    const declaredAddenda = field(record, 13, 16);
    return { ...common, account, cents, individualId: "", individualName: "", declaredAddenda, ...last };
  }
  return { ...common, account: field(record, 13, 29), cents, ...namesOf(record, entryClass), ...last };
}

function namesOf(record: FixedRecord, entryClass: string) {
  const [first, second] = [field(record, 40, 54), field(record, 55, 76)];
  // CIE and MTE carry the name before the number.
  if (entryClass === "CIE" || entryClass === "MTE")
    return { individualId: second, individualName: first, declaredAddenda: "" };
  if (entryClass === "SHR") return { individualId: second, individualName: "", declaredAddenda: "" };
  if (entryClass === "POP")
    return { individualId: field(record, 40, 48), individualName: second, declaredAddenda: "" };
  if (!COUNTING_CLASSES.has(entryClass))
    return { individualId: first, individualName: second, declaredAddenda: "" };
  const declaredAddenda = field(record, 55, 58);
  return { individualId: first, individualName: field(record, 59, 74), declaredAddenda };
}

/**
 * The entry as a movement of the account of the company that gets the file. A payment comes from the batch's company
 * to the company's own account; a return or a notification of change names the customer's account instead.
 */
export function entryOf(raw: RawEntry, fields: EntryFields, referenceOf: CountedReference): BankEntry {
  const { record, batch, index } = raw;
  const contents = readAddenda(raw.addenda);
  const notice = noticeOf(fields, batch, contents);
  const amount = fields.cents === null ? null : dollars(fields.cents);
  const comesBack = notice !== undefined && contents.notice !== undefined;
  const account = comesBack ? batch.companyId : fields.account;
  const side = fields.side ?? "DEBIT";
  const key = [
    "ach",
    account,
    fields.bank,
    batch.companyId,
    fields.trace,
    fields.code,
    amount,
    batch.bookingDate,
  ];
  const about = contents.notice ? [contents.notice.code, contents.notice.originalTrace] : [];
  return {
    line: record.line,
    index,
    reference: referenceOf(fields.trace, [...key, fields.account, ...about]),
    ...(fields.trace === "" ? {} : { bankReference: fields.trace }),
    amount,
    currency: batch.currency,
    side,
    reversal: comesBack || notice?.kind === "REVERSAL",
    status: "BOOKED",
    bookingDate: batch.bookingDate,
    valueDate: batch.effectiveDate,
    bankTransactionCode: `ACH/${batch.entryClass}/${fields.code}`,
    ...infoOf(batch, fields),
    batches: [],
    details: [detailOf(raw, fields, contents, comesBack, side)],
    unreadable: unreadableOf(record, fields, batch),
    account,
    ...(comesBack ? {} : { deposit: `ACH ${batch.companyId} ${batch.number}` }),
    ...(notice ? { notice } : {}),
  };
}

function noticeOf(
  fields: EntryFields,
  batch: NachaBatch,
  { notice }: AddendaContents,
): AchNotice | undefined {
  if (notice) {
    const { originalBank, ...told } = notice;
    const digit = checkDigitOf(originalBank);
    return {
      ...told,
      ...(digit === null ? {} : { originalRouting: originalBank + digit }),
      originalAccount: fields.account,
      individualId: fields.individualId,
    };
  }
  const kind = NOTICE_CLASSES.get(batch.entryClass) ?? noticeOfCode(fields.code);
  if (kind) return { kind };
  return batch.description.toUpperCase() === "REVERSAL" ? { kind: "REVERSAL" } : undefined;
}

function infoOf(batch: NachaBatch, fields: EntryFields): { additionalInfo?: string } {
  const parts = [batch.description, batch.descriptiveDate, fields.individualName];
  const text = parts.filter((part) => !isBlank(part)).join(" ");
  return text === "" ? {} : { additionalInfo: text };
}

function detailOf(
  { record, batch }: RawEntry,
  fields: EntryFields,
  contents: AddendaContents,
  comesBack: boolean,
  side: EntrySide,
): EntryDetail {
  const { remittanceLines, remittanceRecordLines, ediAdvice, notice } = contents;
  const id = isBlank(fields.individualId) ? "" : fields.individualId;
  return {
    line: record.line,
    side,
    ...(id === "" ? {} : { endToEndId: id }),
    ...(fields.trace === "" ? {} : { bankReference: fields.trace }),
    ...(notice?.kind === "RETURN" && notice.code ? { returnReason: notice.code } : {}),
    ...(fields.cents === null ? {} : { amount: dollars(fields.cents), currency: batch.currency }),
    ...(comesBack ? customerOf(fields, notice?.originalBank) : originatorOf(fields, batch, contents)),
    remittanceLines,
    remittanceRecordLines,
    structuredReferences: [
      ...(id === "" ? [] : [{ type: "INDIVIDUAL_ID", reference: id }]),
      ...contents.structuredReferences,
    ],
    ...(ediAdvice ? { ediAdvice } : {}),
  };
}

type Party = Pick<EntryDetail, "payerName" | "payerAccount" | "payerRouting">;

/** A company's number with the ACH operator tells it from others; its own account is not in the file. */
function originatorOf(fields: EntryFields, batch: NachaBatch, contents: AddendaContents): Party {
  // A bill that a consumer pays is sent by the bank for many: the entry names the payer, the batch does not.
  if (batch.entryClass === "CIE") return named(fields.individualName);
  const name = contents.originatorName ?? batch.companyName;
  const id = batch.companyId.replace(/[^A-Za-z0-9]/g, "");
  return { ...named(name), ...(isBlank(id) ? {} : { payerAccount: `ACH${id}` }) };
}

function customerOf(fields: EntryFields, originalBank = ""): Party {
  const digit = checkDigitOf(originalBank);
  return {
    ...named(fields.individualName),
    ...(fields.account === "" ? {} : { payerAccount: fields.account }),
    ...(digit === null ? {} : { payerRouting: originalBank + digit }),
  };
}

function named(name: string): Party {
  return isBlank(name) ? {} : { payerName: name };
}

function unreadableOf(record: FixedRecord, fields: EntryFields, batch: NachaBatch): UnreadableValue[] {
  const { line } = record;
  const from = batch.entryClass === "ADV" ? 28 : 30;
  return [
    ...(fields.cents === null ? [{ field: "amount" as const, text: field(record, from, 39), line }] : []),
    ...(batch.unreadableDate === undefined || batch.bookingDate !== null
      ? []
      : [{ field: "bookingDate" as const, text: batch.unreadableDate, line: batch.line }]),
  ];
}
