import type { BusinessDate } from "../../../platform/business-date.js";
import { Decimal } from "../../../platform/money.js";
import type { BankEntry, EntryDetail, UnreadableValue } from "../bank-file.model.js";
import type { ReferenceMaker } from "../entry-reference.js";
import { readShortDate } from "../short-dates.rules.js";
import { amountOf, FieldCursor, readUnits } from "./bai2-fields.js";
import type { Bai2Record } from "./bai2-records.js";
import { isCheque, isReversal, kindOf } from "./type-codes.js";

export interface Bai2EntryContext {
  readonly index: number;
  readonly account: string;
  readonly currency: string;
  /** The group's as-of date: the day on which the bank booked its entries. */
  readonly bookingDate: BusinessDate | null;
  readonly bookingDateText: string;
  readonly makeReference: ReferenceMaker;
}

/** What a 16 says before it is an entry. */
export interface Bai2Detail {
  readonly typeCode: string;
  readonly kind: ReturnType<typeof kindOf>;
  /** Null when the amount is no whole number. */
  readonly units: Decimal | null;
  readonly amountText: string;
  /** Undefined when none is stated; the text when it is no date. */
  readonly valueDate: string | undefined;
  readonly fundsType: string;
  readonly isFundsTypeKnown: boolean;
  readonly bankReference: string | undefined;
  readonly customerReference: string | undefined;
  readonly texts: readonly string[];
}

/** Reads a 16: type code, amount, funds type, the two references, and the rest as text, commas and all. */
export function readDetail(record: Bai2Record): Bai2Detail {
  const [first, ...others] = record.parts;
  const own = first?.text ?? "";
  const fields = own.split(",");
  const cursor = new FieldCursor(fields.map((field) => field.trim()));
  const typeCode = cursor.next();
  const amountText = cursor.next();
  const funds = cursor.funds();
  const bankReference = cursor.next() || undefined;
  const customerReference = cursor.next() || undefined;
  const text = fields.slice(cursor.position).join(",").trim();
  return {
    typeCode,
    kind: kindOf(typeCode),
    units: readUnits(amountText),
    amountText,
    valueDate: funds?.valueDate || undefined,
    fundsType: funds?.type ?? "",
    isFundsTypeKnown: funds !== null,
    bankReference,
    customerReference,
    texts: [text, ...others.map((part) => part.text.trim())].filter((each) => each !== ""),
  };
}

/** A movement as an entry. Amounts of details have no sign: one that has is kept as unreadable. */
export function entryOf(detail: Bai2Detail, line: number, context: Bai2EntryContext): BankEntry {
  const side = detail.kind === "DEBIT" ? "DEBIT" : "CREDIT";
  const unreadable: UnreadableValue[] = [];
  const isAmount = /^\d+$/.test(detail.amountText) && detail.units !== null;
  if (!isAmount && detail.amountText !== "")
    unreadable.push({ field: "amount", text: detail.amountText.slice(0, 40), line });
  const valueDate = detail.valueDate === undefined ? null : readShortDate(detail.valueDate);
  if (detail.valueDate !== undefined && valueDate === null)
    unreadable.push({ field: "valueDate", text: detail.valueDate.slice(0, 40), line });
  if (context.bookingDate === null)
    unreadable.push({ field: "bookingDate", text: context.bookingDateText.slice(0, 40), line });
  const isImmediate = detail.fundsType === "0";
  const entry = {
    line,
    index: context.index,
    amount: isAmount && detail.units ? amountOf(detail.units, context.currency) : null,
    currency: context.currency,
    side,
    reversal: isReversal(detail.typeCode),
    status: "BOOKED",
    bookingDate: context.bookingDate,
    valueDate: isImmediate ? context.bookingDate : valueDate,
    bankTransactionCode: detail.typeCode,
    batches: [],
    details: detailsOf(detail, line, side),
    unreadable,
  } as const;
  const assigned = { bank: detail.bankReference, entry: undefined };
  return { ...entry, ...context.makeReference(entry, context.account, assigned) };
}

function detailsOf(detail: Bai2Detail, line: number, side: EntryDetail["side"]): EntryDetail[] {
  const { customerReference, texts, typeCode } = detail;
  if (customerReference === undefined && texts.length === 0) return [];
  const named = isCheque(typeCode) ? "chequeNumber" : "endToEndId";
  return [
    {
      line,
      side,
      ...(customerReference === undefined ? {} : { [named]: customerReference }),
      remittanceLines: texts,
      structuredReferences: [],
    },
  ];
}
