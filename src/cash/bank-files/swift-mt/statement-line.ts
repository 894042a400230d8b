import type { BusinessDate } from "../../../platform/business-date.js";
import type { BankEntry, EntryDetail, EntrySide, EntryStatus, UnreadableValue } from "../bank-file.model.js";
import type { ReferenceMaker } from "../entry-reference.js";
import { readDayNear, readShortDate } from "../short-dates.rules.js";
import { type MtInformation, readInformation } from "./information.js";
import type { MtField } from "./mt-fields.js";
import { givenReference, readMtAmount, withoutAbsent } from "./mt-values.js";

/** A :61: with the :86: (or :NS:) fields that follow it. */
export interface StatementLine {
  readonly field: MtField;
  readonly information: readonly MtField[];
}

export interface LineContext {
  readonly index: number;
  readonly account: string;
  readonly currency: string | null;
  /** A date near that of the entry, for a year where its value date has none. */
  readonly near: BusinessDate | null;
  readonly makeReference: ReferenceMaker;
}

/**
 * Value date, entry date (or blanks), mark, funds code, amount, transaction type, then references. The marks RC and RD
 * are reversals, EC and ED expected entries; a single letter may follow, which is the currency's third.
 */
const LINE = /^(\d{6})(\d{4}| {4})?(R[CD]|E[CD]|[CD])([A-Z])?(\d[\d,]{0,17})([NSF][A-Z0-9 ]{3})?(.*)$/;

/** Longest reference for the account's owner; some banks let text follow it without a separator. */
const REFERENCE = 16;

/** Business transaction codes of German banks for money that came back. */
const RETURN_CODES = new Set(["108", "109", "159", "183", "184"]);

/** The entry of a :61:; null when it is not built as one, so that neither its amount nor its direction is known. */
export function readStatementLine(line: StatementLine, context: LineContext): BankEntry | null {
  const [first = "", ...supplementary] = line.field.lines;
  const [, value = "", booking, mark = "", , amount = "", type, rest = ""] = LINE.exec(first) ?? [];
  if (mark === "") return null;
  const { references, text } = referencesOf(rest);
  const information = readInformation(line.information);
  const unreadable: UnreadableValue[] = [];
  const money = noted("amount", readMtAmount(amount, context.currency), amount, line.field.line, unreadable);
  const valueDate = noted("valueDate", readShortDate(value), value, line.field.line, unreadable);
  const near = valueDate ?? context.near;
  const day = booking?.trim();
  const bookingDate = day
    ? noted("bookingDate", near && readDayNear(day, near), day, line.field.line, unreadable)
    : null;
  const code = information.transactionCode;
  const additional = [text, ...supplementary.map((each) => each.trim())].filter((each) => each !== "");
  const details = detailsOf(line, information, sideOf(mark), references.owner);
  const entry = withoutAbsent({
    line: line.field.line,
    index: context.index,
    amount: money,
    currency: context.currency,
    side: sideOf(mark),
    reversal: mark.startsWith("R") || (code !== undefined && RETURN_CODES.has(code)),
    status: statusOf(mark),
    bookingDate,
    valueDate,
    bankTransactionCode: [type?.trim(), code].filter(Boolean).join("/") || null,
    additionalInfo: additional.length > 0 ? additional.join(" ") : undefined,
    batches: [],
    details,
    unreadable,
  });
  const assigned = { bank: references.bank, entry: undefined };
  return { ...entry, ...context.makeReference(entry, context.account, assigned) };
}

/** A reversed credit takes money away, a reversed debit brings it back. */
function sideOf(mark: string): EntrySide {
  return mark === "C" || mark === "RD" || mark === "EC" ? "CREDIT" : "DEBIT";
}

function noted<T>(
  field: UnreadableValue["field"],
  value: T | null,
  text: string,
  line: number,
  unreadable: UnreadableValue[],
): T | null {
  if (value === null) unreadable.push({ field, text: text.slice(0, 40), line });
  return value;
}

interface LineReferences {
  readonly references: { readonly owner: string | undefined; readonly bank: string | undefined };
  /** What follows the reference without being one. */
  readonly text: string;
}

/** "REFERENCE//BANK-REFERENCE"; without the separator, text may follow behind sixteen characters. */
function referencesOf(rest: string): LineReferences {
  const at = rest.indexOf("//");
  if (at >= 0) {
    const references = { owner: givenReference(rest.slice(0, at)), bank: givenReference(rest.slice(at + 2)) };
    return { references, text: "" };
  }
  const references = { owner: givenReference(rest.slice(0, REFERENCE)), bank: undefined };
  return { references, text: rest.slice(REFERENCE).trim() };
}

/** The one transaction of the entry; none when the bank says nothing about it. */
function detailsOf(
  { field, information }: StatementLine,
  { detail }: MtInformation,
  side: EntrySide,
  owner: string | undefined,
): EntryDetail[] {
  if (!detail && owner === undefined) return [];
  const line = information[0]?.line ?? field.line;
  return [
    withoutAbsent({
      remittanceLines: [],
      structuredReferences: [],
      ...detail,
      line,
      side,
      endToEndId: detail?.endToEndId ?? owner,
    }),
  ];
}

function statusOf(mark: string): EntryStatus {
  return mark.startsWith("E") ? "PENDING" : "BOOKED";
}
