import { addDays, type BusinessDate, businessDate, daysBetween } from "../../src/platform/business-date.js";

const A_MONDAY = businessDate("2001-01-01");

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: BusinessDate): number {
  const since = daysBetween(A_MONDAY, date) % 7;
  return ((since + 7) % 7) + 1;
}

/** The date itself, or the Monday after its weekend. */
export function workingDay(date: BusinessDate): BusinessDate {
  const weekday = weekdayOf(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
}

/** The day before, or the Friday before its weekend. */
export function workingDayBefore(date: BusinessDate): BusinessDate {
  const day = addDays(date, -1);
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 5 - weekday) : day;
}

/** The first such weekday on or after the date. */
export function onWeekday(date: BusinessDate, weekday: number): BusinessDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** The later of two dates. */
export function latest(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b;
}
