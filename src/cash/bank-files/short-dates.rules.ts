import { type BusinessDate, daysBetween, parseBusinessDate } from "../../platform/business-date.js";

/** Two-digit years from here on are of the last century. */
const FIRST_OF_LAST_CENTURY = 80;

/** Days within which the same year is the nearest one. */
const HALF_A_YEAR = 182;

/** YYMMDD as a day, from 1980 to 2079; null when it is none of the calendar. */
export function readShortDate(text: string): BusinessDate | null {
  const parts = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!parts) return null;
  const [, year = "", month, day] = parts;
  const century = Number(year) >= FIRST_OF_LAST_CENTURY ? "19" : "20";
  return parseBusinessDate(`${century}${year}-${month}-${day}`);
}

/**
 * MMDD without a year: of the year that brings it nearest to another date, so "0102" beside 31 December is of the
 * next year. Null when it is no date of the calendar.
 */
export function readDayNear(text: string, near: BusinessDate): BusinessDate | null {
  const parts = /^(\d\d)(\d\d)$/.exec(text);
  if (!parts) return null;
  const year = Number(near.slice(0, 4));
  const inYear = (each: number) => parseBusinessDate(`${each}-${parts[1]}-${parts[2]}`);
  const same = inYear(year);
  if (same && distance(same, near) <= HALF_A_YEAR) return same;
  const days = [inYear(year - 1), same, inYear(year + 1)].filter((day) => day !== null);
  return days.sort((a, b) => distance(a, near) - distance(b, near))[0] ?? null;
}

/**
 * A settlement date, which is only the day of the year (1 to 366), in the year that brings it nearest to another
 * day of the file. Null when it is not such a number.
 */
export function readDayOfYear(text: string, near: BusinessDate): BusinessDate | null {
  const day = Number(text);
  if (!/^\d{3}$/.test(text) || day < 1 || day > 366) return null;
  const year = Number(near.slice(0, 4));
  const candidates = [year - 1, year, year + 1].flatMap((each) => dayOfYear(each, day) ?? []);
  return candidates.reduce<BusinessDate | null>(
    (best, each) => (best === null || distance(each, near) < distance(best, near) ? each : best),
    null,
  );
}

function dayOfYear(year: number, day: number): BusinessDate | null {
  const date = new Date(Date.UTC(year, 0, day));
  return date.getUTCFullYear() === year ? parseBusinessDate(date.toISOString().slice(0, 10)) : null;
}

function distance(a: BusinessDate, b: BusinessDate): number {
  return Math.abs(daysBetween(a, b));
}
