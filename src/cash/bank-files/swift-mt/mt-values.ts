import { type Amount, Decimal } from "../../../platform/money.js";
import type { BankBalance } from "../bank-file.model.js";
import { isIsoCurrency, readAmount } from "../iso20022-values.js";
import { readShortDate } from "../short-dates.rules.js";

/** At most 15 characters with the decimal comma, which SWIFT requires. */
const AMOUNT = /^\d{1,15},\d{0,6}$/;

/** An amount with decimal comma, such as "1234,5" or "5,"; null when it is none. */
export function readMtAmount(text: string, currency: string | null): Amount | null {
  return AMOUNT.test(text) ? readAmount(text.replace(",", "."), currency) : null;
}

const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,]{1,20})\s*$/;

/** A balance: mark, date, currency, amount. Null when any of them cannot be read. */
export function readBalance(text: string, line: number): BankBalance | null {
  const [, mark, day = "", currency = "", written = ""] = BALANCE.exec(text) ?? [];
  const date = readShortDate(day);
  const amount = readMtAmount(written, currency);
  if (mark === undefined || date === null || amount === null || !isIsoCurrency(currency)) return null;
  const isNegative = mark === "D" && !new Decimal(amount).isZero();
  return { amount: isNegative ? `-${amount}` : amount, currency, date, line };
}

/** What banks write where there is no reference. */
export function givenReference(text: string | undefined): string | undefined {
  const reference = text?.trim();
  return !reference || /^(?:NONREF|NOTPROVIDED|NOT PROVIDED|[EK]REF\+?|NONE)$/i.test(reference)
    ? undefined
    : reference;
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Whether the text, without blanks, has the form of an IBAN. */
export function isIban(text: string): boolean {
  return IBAN.test(text);
}

/** Whether the check digits of an IBAN are right (ISO 7064, modulo 97). */
export function isCheckedIban(text: string): boolean {
  if (!isIban(text)) return false;
  const digits = [...(text.slice(4) + text.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Drops the keys whose value is undefined, so that equal contents are equal objects. */
export function withoutAbsent<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
