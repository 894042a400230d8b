import { Decimal } from "../../platform/money.js";
import type { FoundAmount } from "./letter-amounts.rules.js";

/** A document's number in a line of a letter, and where it stands. */
export interface FoundNumber {
  readonly value: string;
  readonly at: number;
  /** Behind its last character. */
  readonly end: number;
}

export interface Shares {
  /** The amounts of each number, in their order; none where it cannot be told which are whose. */
  readonly shares: readonly (readonly string[])[];
  /** What is no number's own. */
  readonly rest: readonly string[];
}

const SUM = /\b(?:total|sum|summe|gesamt\w*|insgesamt|zusammen|altogether|in all)\b/i;

/**
 * Which amounts of a line belong to which of its documents: all to the only one; to each of several its own, when each
 * has some behind it, or each before it. What then is left must be what they sum to, or stand behind a word for a sum:
 * otherwise nothing tells whose the amounts are.
 */
export function sharesOf(
  text: string,
  numbers: readonly FoundNumber[],
  amounts: readonly FoundAmount[],
): Shares {
  if (numbers.length === 1) return { shares: [amounts.map(({ value }) => value)], rest: [] };
  const lastEnd = numbers.at(-1)?.end ?? 0;
  const sumWord = SUM.exec(text.slice(lastEnd));
  const cut = sumWord ? lastEnd + sumWord.index : text.length;
  const own = amounts.filter(({ at }) => at < cut);
  const summed = amounts.filter(({ at }) => at >= cut).map(({ value }) => value);
  const behind = parted(numbers, own, (number, next) => [number.end, next?.at ?? cut]);
  const before = parted(numbers, own, (number, _, last) => [last?.end ?? 0, number.at]);
  const first = numbers[0]?.at ?? 0;
  const leading = own.filter(({ at }) => at < first).map(({ value }) => value);
  const trailing = own.filter(({ at }) => at >= lastEnd).map(({ value }) => value);
  if (behind && isSumOf(leading, behind)) return { shares: behind, rest: [...leading, ...summed] };
  if (before && isSumOf(trailing, before)) return { shares: before, rest: [...trailing, ...summed] };
  return { shares: [], rest: amounts.map(({ value }) => value) };
}

type Reach = (
  number: FoundNumber,
  next: FoundNumber | undefined,
  last: FoundNumber | undefined,
) => [number, number];

function parted(
  numbers: readonly FoundNumber[],
  amounts: readonly FoundAmount[],
  reach: Reach,
): string[][] | null {
  const shares: string[][] = [];
  for (const [index, number] of numbers.entries()) {
    const [from, to] = reach(number, numbers[index + 1], numbers[index - 1]);
    const share = amounts.filter(({ at }) => at >= from && at < to).map(({ value }) => value);
    if (share.length === 0) return null;
    shares.push(share);
  }
  return shares.length > 0 ? shares : null;
}

function isSumOf(left: readonly string[], shares: readonly (readonly string[])[]): boolean {
  if (left.length === 0) return true;
  const sum = shares.reduce((all, share) => all.plus(share.at(-1) ?? 0), new Decimal(0));
  return left.every((each) => sum.eq(each));
}
