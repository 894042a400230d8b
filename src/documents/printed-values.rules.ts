import { type CurrencyCode, formatAmount } from "../platform/money.js";

/** Whether the text is a language tag that numbers can be written by. */
export function isLocale(text: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}

/** Writes an amount as documents show it. */
export type PrintAmount = (amount: string, currency: CurrencyCode) => string;

/**
 * Amounts as the locale groups and points them (CLDR), in Western digits, with exactly the currency's decimals and a true
 * minus sign before what is negative: 1,234.50 and −1,234.50 in en-US, 1.234,50 in de-DE, 1,234 for yen.
 */
export function amountPrinter(locale: string): PrintAmount {
  const formats = new Map<number, Intl.NumberFormat>();
  return (amount, currency) => {
    const text = formatAmount(amount, currency);
    const digits = text.split(".")[1]?.length ?? 0;
    const format = formats.get(digits) ?? numberFormat(locale, digits);
    formats.set(digits, format);
    const unsigned = text.replace("-", "");
    if (!isNumeric(unsigned)) throw new TypeError(`"${amount}" is not an amount`);
    return `${/^-.*[1-9]/.test(text) ? MINUS : ""}${format.format(unsigned)}`;
  };
}

const MINUS = "\u2212";

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    numberingSystem: "latn",
    useGrouping: "always",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Exact: a number format takes the digits of a text as they are. */
function isNumeric(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}

/** A text as a part of a file's name on any system. */
export function inFileName(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, "_").replace(/^\.+/, "") || "_";
}
