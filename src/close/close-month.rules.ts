import { addDays, type BusinessDate, endOfMonth, parseBusinessDate } from "../platform/business-date.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";

/** A calendar month as an accounting period. */
export interface CloseMonth {
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  /** The first day of the next month. */
  readonly nextStartsOn: BusinessDate;
}

/** The month that begins on the day, or a refusal with code INVALID_DATE when none does. */
export function closeMonth(startsOn: string): CloseMonth | Refusal {
  const first = parseBusinessDate(startsOn);
  if (!first?.endsWith("-01")) {
    const message = `A period begins on the first of a month; ${startsOn} is not one.`;
    return refusal("INVALID_DATE", "startsOn", message);
  }
  const endsOn = endOfMonth(first);
  return { startsOn: first, endsOn, nextStartsOn: addDays(endsOn, 1) };
}
