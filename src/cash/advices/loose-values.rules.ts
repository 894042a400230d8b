import { type BusinessDate, parseBusinessDate } from "../../platform/business-date.js";
import { type Amount, Decimal } from "../../platform/money.js";
import { isIsoCurrency } from "./advice-values.rules.js";

/** The decimal mark of a text: what stands between digits and a last pair of them; null when nothing shows it. */
export type DecimalMark = "." | ",";

const MAX_VALUE = 40;

/** How a text for people writes decimals, by what most of its amounts show; null when none shows it. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  let points = 0;
  let commas = 0;
  for (const text of texts) {
    for (const [, mark] of text.matchAll(/\d([.,])\d{2}(?![\d.,]*\d)/g)) {
      if (mark === ".") points += 1;
      else commas += 1;
    }
  }
  return points === commas ? null : points > commas ? "." : ",";
}

/**
 * An amount as people write it: "$1,234.50", "EUR 1.234,50-", "(12.00)", "1 234,50 €". Null when it is none, or when
 * it cannot be told which mark is the decimal one.
 */
export function readLooseAmount(text: string, mark: DecimalMark | null): Amount | null {
  const written = text.trim();
  if (written.length > MAX_VALUE) return null;
  const inParentheses = /^\((.*)\)$/.exec(written)?.[1];
  const bare = (inParentheses ?? written)
    .replace(/^[A-Z]{3}(?=[\s\d(+-])|(?<=[\s\d)-])[A-Z]{3}$/g, "")
    .replace(/[$€£¥]/g, "")
    .replace(/[\s\u00a0\u202f']/g, "");
  const negative = inParentheses !== undefined || bare.startsWith("-") || bare.endsWith("-");
  const digits = bare.replace(/^[-+]|[-+]$/g, "");
  if (!/^\d[\d.,]*$/.test(digits) || /[.,]$/.test(digits)) return null;
  const plain = plainDigits(digits, mark);
  if (plain === null || plain.replace(".", "").length > 18) return null;
  const value = new Decimal(plain);
  return (negative && !value.isZero() ? value.neg() : value).toFixed();
}

function plainDigits(digits: string, mark: DecimalMark | null): string | null {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return digits;
  const own = digits.charAt(last);
  const after = digits.length - last - 1;
  const repeated = digits.indexOf(own) !== last;
  const both = digits.includes(own === "." ? "," : ".");
  // Two decimals, or both marks: the last one is the decimal mark. Groups of three alone are told by the rest.
  const decimal = !repeated && (after !== 3 || both || own === mark);
  if (decimal && mark !== null && own !== mark && after === 3 && !both) return null;
  const whole = decimal ? digits.slice(0, last) : digits;
  const grouped = whole.split(/[.,]/);
  if (grouped.length > 1 && !grouped.slice(1).every((group) => group.length === 3)) return null;
  if (!decimal && mark === null && !repeated) return null;
  if (!decimal && own === mark) return null;
  return `${grouped.join("")}${decimal ? `.${digits.slice(last + 1)}` : ""}`;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A date as people write it; null when it is none, or when day and month could be exchanged (03/04/2026). */
export function readLooseDate(text: string): BusinessDate | null {
  const written = text.trim();
  if (written.length > MAX_VALUE) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ])/.exec(written);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(written);
  if (slashed) return exchangeable(slashed[1] ?? "", slashed[2] ?? "", slashed[3] ?? "");
  const named = /^(\d{1,2})[ .-]+([A-Za-z]{3})[a-z]*\.?[ ,-]+(\d{4})$/.exec(written);
  if (named) return dayOf(named[3], monthOf(named[2]), named[1]);
  const american = /^([A-Za-z]{3})[a-z]*\.? +(\d{1,2}),? +(\d{4})$/.exec(written);
  if (american) return dayOf(american[3], monthOf(american[1]), american[2]);
  return null;
}

/** The day in a cell of a column of days, where eight digits are one too: 20261120. Null as for any other text. */
export function readCellDate(text: string): BusinessDate | null {
  const plain = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  return plain ? dayOf(plain[1], plain[2], plain[3]) : readLooseDate(text);
}

/** The one currency that a text names, by its code beside an amount or in parentheses, or by a sign that only it has; null if not one. */
export function currencyIn(texts: Iterable<string>): string | null {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, before, after, alone] of text.matchAll(
      /\b([A-Z]{3})\b[ \t:]{0,3}[-(]?\d|\d[ \t]{0,2}([A-Z]{3})\b|\(([A-Z]{3})\)/g,
    )) {
      const code = before ?? after ?? alone ?? "";
      if (isIsoCurrency(code)) found.add(code);
    }
    if (text.includes("€")) found.add("EUR");
    if (text.includes("£")) found.add("GBP");
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function exchangeable(first: string, second: string, year: string): BusinessDate | null {
  if (Number(first) > 12 || first === second) return dayOf(year, second, first);
  return Number(second) > 12 ? dayOf(year, first, second) : null;
}

function monthOf(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? "").toLowerCase()) + 1);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): BusinessDate | null {
  return parseBusinessDate(`${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`);
}
