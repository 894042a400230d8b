import { type BusinessDate, yearAfter } from "../business-date.js";

/**
 * Why nothing is dated so late, or null when it may be. Some days ahead are wanted, as of a receipt that is credited
 * tomorrow; more than a year after today is a year that was typed wrong.
 */
export function tooLate(date: string, today: BusinessDate): string | null {
  const last = yearAfter(today);
  return date > last ? `${date} is more than a year after today; the last date possible is ${last}.` : null;
}

/** Thrown where entries are posted, so that no command can forget it; the pipeline says at which field. */
export class PostedTooLate extends Error {
  override readonly name = "PostedTooLate";
}

/** Throws `PostedTooLate` when one of the dates is beyond the horizon. */
export function requireNotTooLate(dates: readonly string[], today: BusinessDate): void {
  for (const date of dates) {
    const why = tooLate(date, today);
    if (why !== null) throw new PostedTooLate(why);
  }
}
