import { type BusinessDate, daysBetween, parseBusinessDate } from "../../platform/business-date.js";

/** A day as YYMMDD; of this century below 70, of the last one above. Null when it is no day of the calendar. */
export function readShortDate(text: string): BusinessDate | null {
  if (!/^\d{6}$/.test(text)) return null;
  const century = Number(text.slice(0, 2)) < 70 ? "20" : "19";
  return parseBusinessDate(`${century}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`);
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
