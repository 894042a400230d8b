import { type BusinessDate, daysBetween, parseBusinessDate } from "../../platform/business-date.js";

/** Two-digit years from here on are of the last century. */
const FIRST_OF_LAST_CENTURY = 80;

/** Days within which the same year is the nearest one. */
const HALF_A_YEAR = 182;

/** YYMMDD as a date; null when it is none of the calendar. */
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
  const distance = (day: BusinessDate) => Math.abs(daysBetween(near, day));
  const same = inYear(year);
  if (same && distance(same) <= HALF_A_YEAR) return same;
  const days = [inYear(year - 1), same, inYear(year + 1)].filter((day) => day !== null);
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
