import { type ClosedMonths, monthsClosedTo } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { tooLate } from "../platform/commands/posting-horizon.js";
import { DATED_TOO_LATE, isReturn, PERIOD_CLOSED, receivedOn, type TakenEntry } from "./taken-entry.js";

/** Why nothing is posted on a day, and what a person can do about it. */
export interface DayProblem {
  readonly obstacle: typeof DATED_TOO_LATE | typeof PERIOD_CLOSED;
  readonly why: string;
  readonly remedy: string;
}

/** Tells of a day why nothing is posted on it by the actor; null when it can be. */
export type PostingDays = (day: BusinessDate) => DayProblem | null;

/** The days on which the actor can post now. */
export async function postingDays(context: CommandContext): Promise<PostingDays> {
  const closed = await monthsClosedTo(context);
  const known = new Map<BusinessDate, DayProblem | null>();
  return (day) => {
    const kept = known.get(day);
    if (kept !== undefined) return kept;
    const found = problemOf(day, closed, context.today);
    known.set(day, found);
    return found;
  };
}

/** Why the entry cannot be posted on its day; null when it can be, or posts nothing. */
export function dayProblem(one: TakenEntry, problem: PostingDays): DayProblem | null {
  const posts =
    one.outcome === "RECEIPT_RECORDED" || (one.outcome === "NOT_A_RECEIPT" && isReturn(one.entry));
  return posts ? problem(receivedOn(one.entry)) : null;
}

/** Holds back what cannot be posted on its day, so that it does not hold up the others of the file. */
export function holdByDay(taken: readonly TakenEntry[], problem: PostingDays): void {
  for (const one of taken) {
    const found = dayProblem(one, problem);
    if (found === null) continue;
    one.outcome = "QUARANTINED";
    one.obstacle = found.obstacle;
    one.reason = `${found.why} ${found.remedy}`;
  }
}

function problemOf(day: BusinessDate, closed: ClosedMonths, today: BusinessDate): DayProblem | null {
  const late = tooLate(day, today);
  if (late !== null) {
    const remedy =
      "If the bank wrote a wrong day, have it send the entry with the right one, which is taken in by itself.";
    return { obstacle: DATED_TOO_LATE, why: late, remedy };
  }
  if (!closed.has(day.slice(0, 7))) return null;
  return {
    obstacle: PERIOD_CLOSED,
    why: `The accounting period of ${day} is closed.`,
    remedy: "Have it reopened and release the entry, or post it by hand on an open day and leave the entry.",
  };
}
