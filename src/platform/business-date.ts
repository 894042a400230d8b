/** A calendar date "YYYY-MM-DD" in the tenant's time zone; never a JavaScript Date, which is an instant. */
export type BusinessDate = string & { readonly __brand: "BusinessDate" };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The text as a business date, or null if it is not a real calendar date. */
export function parseBusinessDate(text: string): BusinessDate | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return date.toISOString().slice(0, 10) === text ? (text as BusinessDate) : null;
}

/** The text as a business date; throws on anything else. For literals and trusted rows. */
export function businessDate(text: string): BusinessDate {
  const date = parseBusinessDate(text);
  if (!date) throw new RangeError(`"${text}" is not a calendar date (YYYY-MM-DD)`);
  return date;
}

/** Today's date in an IANA time zone. */
export function todayIn(timeZone: string, now: Date): BusinessDate {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
  }
  return format.format(now) as BusinessDate;
}

/** Making one takes longer than a query. */
const formats = new Map<string, Intl.DateTimeFormat>();

const toMs = (date: BusinessDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMs = (ms: number): BusinessDate => new Date(ms).toISOString().slice(0, 10) as BusinessDate;

/** The date n days later (earlier when n is negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** The same day of the next year; the last of February for one that only leap years have. */
export function yearAfter(date: BusinessDate): BusinessDate {
  const rest = date.slice(4);
  const year = String(Number(date.slice(0, 4)) + 1).padStart(4, "0");
  return businessDate(rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** The first day of the date's month, moved by n months. */
export function startOfMonth(date: BusinessDate, months = 0): BusinessDate {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return fromMs(Date.UTC(year, month - 1 + months, 1));
}

/** The last day of the date's month, moved by n months. */
export function endOfMonth(date: BusinessDate, months = 0): BusinessDate {
  return addDays(startOfMonth(date, months + 1), -1);
}
