/** A bucket of days past due (or of age, by document date). */
export interface AgingBucket {
  /** "Current", "1–30", "91+". */
  readonly label: string;
  /** First day past due that falls into it; null for the first bucket, which has no lower end. */
  readonly fromDays: number | null;
  /** Last day past due that falls into it; null for the last bucket, which has no upper end. */
  readonly toDays: number | null;
}

/** Upper bounds of the usual scheme: current, 1–30, 31–60, 61–90, 91+. */
export const DEFAULT_SCHEME: readonly number[] = [30, 60, 90];

const BOUNDS_MAX = 12;
const DAYS_MAX = 36_500;

/** What is wrong with a scheme, in words; null when it is one: 1 to 12 whole days, positive and ascending. */
export function schemeFault(bounds: readonly number[]): string | null {
  if (bounds.length === 0 || bounds.length > BOUNDS_MAX)
    return `A scheme has 1 to ${BOUNDS_MAX} upper bounds.`;
  for (const [index, bound] of bounds.entries()) {
    if (!Number.isInteger(bound) || bound < 1 || bound > DAYS_MAX) {
      return `An upper bound is a whole number of days from 1 to ${DAYS_MAX}, not ${bound}.`;
    }
    const previous = bounds[index - 1];
    if (previous !== undefined && bound <= previous) {
      return `Upper bounds rise: ${bound} does not come after ${previous}.`;
    }
  }
  return null;
}

/**
 * The buckets of a valid scheme: current (0 days past due or less), one up to each bound, and what is beyond.
 * Contiguous by construction: each begins on the day after the one before it ends.
 */
export function bucketsOf(bounds: readonly number[]): AgingBucket[] {
  const starts = bucketStarts(bounds);
  return [
    { label: "Current", fromDays: null, toDays: 0 },
    ...starts.map((fromDays, index): AgingBucket => {
      const toDays = bounds[index] ?? null;
      return { label: toDays === null ? `${fromDays}+` : rangeLabel(fromDays, toDays), fromDays, toDays };
    }),
  ];
}

/** The first day of each bucket after the current one: days d fall into the bucket numbered by how many are ≤ d. */
export function bucketStarts(bounds: readonly number[]): number[] {
  return [1, ...bounds.map((bound) => bound + 1)];
}

function rangeLabel(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
