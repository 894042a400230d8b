import { type BusinessDate, parseBusinessDate } from "../../platform/business-date.js";
import { type Amount, Decimal, fitsCurrency, formatAmount, isCurrency } from "../../platform/money.js";

const SIGNED = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const MAX_DIGITS = 18;

/** Two-digit years from here on are of the last century. */
const PIVOT_YEAR = 70;

/**
 * A signed decimal with a point, as exact text: with the currency's decimals when it has no more than those, else
 * as written, for the rules to judge. Null when it is no decimal of at most 18 digits.
 */
export function readSignedAmount(text: string, currency: string | null): Amount | null {
  const written = text.trim();
  if (written.length > 40 || !SIGNED.test(written)) return null;
  if (written.replace(/\D/g, "").replace(/^0+/, "").length > MAX_DIGITS) return null;
  return amountText(new Decimal(written.replace(/^\+/, "")), currency);
}

/** An amount as text in its currency; exact where that is unknown. Zero has no sign. */
export function amountText(value: Decimal, currency: string | null): Amount {
  const unsigned = value.isZero() ? new Decimal(0) : value;
  const known = currency !== null && isIsoCurrency(currency) && fitsCurrency(unsigned, currency);
  return known ? formatAmount(unsigned, currency) : unsigned.toFixed();
}

/** Whether the code is three capital letters and an ISO 4217 currency. */
export function isIsoCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && isCurrency(code);
}

/** A date written CCYYMMDD (a time after it is left off) or YYMMDD, or null when there is no such day. */
export function readCompactDate(text: string): BusinessDate | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text) ?? [];
  if (year) return parseBusinessDate(`${year}-${month}-${day}`);
  const [, short, shortMonth, shortDay] = /^(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (!short) return null;
  return parseBusinessDate(`${Number(short) < PIVOT_YEAR ? "20" : "19"}${short}-${shortMonth}-${shortDay}`);
}

/** The text without blanks around it; null when nothing is left. */
export function textOrNull(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
