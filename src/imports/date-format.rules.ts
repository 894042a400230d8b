import { type BusinessDate, parseBusinessDate } from "../platform/business-date.js";

const TOKEN = /YYYY|MMMM|MM?|DD?|HH|mm|ss|S+/g;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const LITERAL = /^[-/. :,T]*$/;
const compiled = new Map<string, RegExp>();

/**
 * Why a date format cannot be used, or null when it can. A format has YYYY, M or MM (or MMMM: the month's English
 * name), and D or DD once each,
 * may have HH, mm, ss and S (one per digit of the fraction), and between them only `- / . : , T` and spaces.
 */
export function dateFormatProblem(format: string): string | null {
  const tokens = format.match(TOKEN) ?? [];
  if (!LITERAL.test(format.replace(TOKEN, ""))) {
    return "has letters that mean nothing: write YYYY, MM, M or MMMM, DD or D, HH, mm, ss, S (two-digit years are not taken)";
  }
  for (const [name, start] of [
    ["the year (YYYY)", "Y"],
    ["the month (MM or M)", "M"],
    ["the day (DD or D)", "D"],
  ] as const) {
    if (tokens.filter((token) => token.startsWith(start)).length !== 1)
      return `must say ${name} exactly once`;
  }
  if (new Set(tokens.map((token) => token[0])).size !== tokens.length) return "says the same part twice";
  if (runsTogether(format)) {
    return "has M or D next to another part with nothing between: write MM or DD there";
  }
  return null;
}

/** Whether two formats could read one text as two different dates, such as D/M/YYYY and M/D/YYYY. */
export function formatsAreAmbiguous(one: string, other: string): boolean {
  const shape = (format: string) => format.replace(/MMMM/g, "name").replace(/MM?|DD?/g, "x");
  const order = (format: string) => format.replace(/M+/g, "M").replace(/D+/g, "D");
  return shape(one) === shape(other) && order(one) !== order(other);
}

/** The years in which dates of business lie; others are typed wrong. */
export const YEARS = { first: "1900", last: "2199" } as const;

/**
 * The calendar date that the text shows in the first format that it fits, or null. A time of day is checked and
 * left off, never shifted to another zone: the date is the one written. Any year; see `isInYears`.
 */
export function readDateText(text: string, formats: readonly string[]): BusinessDate | null {
  for (const format of formats) {
    const parts = patternOf(format).exec(text)?.groups;
    if (!parts) continue;
    const year = parts.Y ?? "";
    const month = parts.N === undefined ? parts.M : String(MONTHS.indexOf(parts.N) + 1);
    const date = parseBusinessDate(
      `${year}-${(month ?? "").padStart(2, "0")}-${(parts.D ?? "").padStart(2, "0")}`,
    );
    if (date) return date;
  }
  return null;
}

export function isInYears(date: BusinessDate): boolean {
  const year = date.slice(0, 4);
  return year >= YEARS.first && year <= YEARS.last;
}

function runsTogether(format: string): boolean {
  const marked = format.replace(TOKEN, (token) => (token === "M" || token === "D" ? "?" : "#"));
  return /\?[?#]|#\?/.test(marked);
}

function patternOf(format: string): RegExp {
  const known = compiled.get(format);
  if (known) return known;
  const source = format
    .split(/(YYYY|MMMM|MM?|DD?|HH|mm|ss|S+)/)
    .map((part, index) => (index % 2 === 1 ? tokenPattern(part) : part.replace(/[.]/g, "\\.")))
    .join("");
  const pattern = new RegExp(`^${source}$`);
  compiled.set(format, pattern);
  return pattern;
}

function tokenPattern(token: string): string {
  if (token.startsWith("S")) return `\\d{${token.length}}`;
  switch (token) {
    case "YYYY":
      return "(?<Y>\\d{4})";
    case "MMMM":
      return `(?<N>${MONTHS.join("|")})`;
    case "MM":
      return "(?<M>\\d{2})";
    case "M":
      return "(?<M>\\d{1,2})";
    case "DD":
      return "(?<D>\\d{2})";
    case "D":
      return "(?<D>\\d{1,2})";
    case "HH":
      return "(?:[01]\\d|2[0-3])";
    default:
      return "[0-5]\\d";
  }
}
