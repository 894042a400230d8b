import { type BusinessDate, parseBusinessDate } from "../../platform/business-date.js";
import { type Amount, Decimal, fitsCurrency, formatAmount, isCurrency } from "../../platform/money.js";
import { BankFileError } from "./bank-file.error.js";
import type { EntrySide } from "./bank-file.model.js";
import { elementAt, textAt, type XmlNode } from "./xml-node.js";

/** At most 18 digits, as ISO 20022 amounts have; 17 of them may be decimals, as its sums have. */
const UNSIGNED = /^\+?(?:\d+(?:\.\d*)?|\.\d+)$/;
const MAX_DIGITS = 18;

const DATE = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * An unsigned decimal as an exact amount: with the currency's decimals when it has no more than those, else as
 * exact as written, for the rules to judge. Null when the text is not an unsigned decimal of at most 18 digits.
 */
export function readAmount(text: string, currency: string | null): Amount | null {
  if (!UNSIGNED.test(text) || text.replace(/\D/g, "").replace(/^0+/, "").length > MAX_DIGITS) return null;
  const value = new Decimal(text.replace("+", ""));
  if (currency !== null && isIsoCurrency(currency) && fitsCurrency(value, currency)) {
    return formatAmount(value, currency);
  }
  return value.toFixed();
}

/** Whether the code is three capital letters and an ISO 4217 currency. */
export function isIsoCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && isCurrency(code);
}

/** An amount element with its currency attribute; `amount` is null when the text is unreadable. */
export function amountOf(
  element: XmlNode | undefined,
): { readonly amount: Amount | null; readonly currency: string | null } | null {
  if (!element) return null;
  const currency = element.attributes.Ccy?.trim() || null;
  return { amount: readAmount(element.text, currency), currency };
}

/**
 * The day of an element that holds <Dt> or <DtTm>, or the day itself. A date-time counts as the day it is
 * written with, in the bank's own time zone: that is the day on which the bank books.
 */
export function dateOf(
  element: XmlNode | undefined,
): { readonly text: string; readonly date: BusinessDate | null } | null {
  const text = textAt(element, "Dt") ?? textAt(element, "DtTm") ?? element?.text;
  return text ? { text, date: readDate(text) } : null;
}

export function readDate(text: string): BusinessDate | null {
  const day = (DATE.exec(text) ?? DATE_TIME.exec(text))?.[1];
  return day ? parseBusinessDate(day) : null;
}

/**
 * Which way the money of an element went.
 * @throws BankFileError WRONG_STRUCTURE without a credit/debit indicator before it is needed: the sign of an
 * amount is never guessed.
 */
export function sideOf(element: XmlNode): EntrySide {
  const code = textAt(element, "CdtDbtInd");
  if (code === "CRDT") return "CREDIT";
  if (code === "DBIT") return "DEBIT";
  const what = code === undefined ? "no <CdtDbtInd> in its place" : `the <CdtDbtInd> "${code.slice(0, 20)}"`;
  throw new BankFileError(
    "WRONG_STRUCTURE",
    `<${element.name}> at line ${element.line} has ${what}; it must say CRDT or DBIT, or the sign of the amount is unknown. Ask the bank for a corrected file.`,
    element.line,
    `${element.name}/CdtDbtInd`,
  );
}

/** <Cd> or <Prtry> of a code element such as <Tp><CdOrPrtry>. */
export function codeOf(element: XmlNode | undefined): string | undefined {
  return textAt(element, "Cd") ?? textAt(element, "Prtry");
}

/** Whether a boolean indicator is set (xs:boolean). */
export function isSet(element: XmlNode, name: string): boolean {
  const text = textAt(element, name);
  return text === "true" || text === "1";
}

/** The account's IBAN or other number under <Id>, without blanks. */
export function accountOf(account: XmlNode | undefined): { iban?: string; other?: string } {
  const id = elementAt(account, "Id");
  const iban = textAt(id, "IBAN")?.replace(/\s/g, "");
  if (iban) return { iban };
  const other = textAt(id, "Othr", "Id");
  return other ? { other } : {};
}
