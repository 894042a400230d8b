import type { Units } from "./amount-units.rules.js";

/** Groups that add up to an amount, as positions; of the smallest size that has any. */
export interface AddingUp {
  /** The first group, oldest items first; null when there is none or the search was given up. */
  readonly group: readonly number[] | null;
  /** Whether there is another group of the same size. */
  readonly unique: boolean;
  /** How many groups of up to that size chance could have made add up; small when it is no accident. */
  readonly byChance: number;
}

/** So many items at most are looked at: a group among more of them is chance. */
export const GROUP_CANDIDATES = 40;

/** Groups of more are not looked for unless asked. */
const GROUP_LARGEST = 5;

/** Additions after which a search is given up; a few milliseconds. */
const STEPS_MOST = 400_000;

/** Numbers up to so many are exact, whose sums take a tenth of the time of large ones; no invoice comes near. */
const EXACT_MOST = BigInt(Number.MAX_SAFE_INTEGER);

const NOTHING: AddingUp = { group: null, unique: false, byChance: 0 };

/**
 * Two to `largest` amounts (positive, oldest first) that add up to the target exactly: the smallest group first, among
 * groups of one size the one with the oldest items. The work is bounded, whatever the amounts are.
 */
export function addingUp(
  amounts: readonly Units[],
  target: Units,
  {
    largest = GROUP_LARGEST,
    steps = STEPS_MOST,
  }: { readonly largest?: number; readonly steps?: number } = {},
): AddingUp {
  const fitting = amounts
    .map((amount, at) => ({ amount, at }))
    .filter(({ amount }) => amount > 0n && amount < target);
  if (target <= 0n || fitting.length < 2 || fitting.length > GROUP_CANDIDATES) return NOTHING;
  // Counted in what all amounts are multiples of, amounts beyond what a number holds are exact, too.
  const step = fitting.map(({ amount }) => amount).reduce(commonDivisor, 0n);
  if (target % step !== 0n || target / step > EXACT_MOST) return NOTHING;
  const goal = Number(target / step);
  const values = fitting.map(({ amount }) => Number(amount / step));
  const most = Math.min(largest, fitting.length);
  const search: Search = { pairs: pairsOf(values), ...reachOf(values, most), values, left: steps, found: [] };
  for (let size = 2; size <= most; size++) {
    look(search, goal, size, 0, []);
    if (search.left <= 0) return NOTHING;
    const [first, second] = search.found;
    if (!first) continue;
    const group = first.map((position) => fitting[position]?.at ?? -1);
    return { group, unique: second === undefined, byChance: groupsUpTo(size, fitting.length) / goal };
  }
  return NOTHING;
}

function commonDivisor(a: Units, b: Units): Units {
  let [one, other] = [a, b];
  while (other > 0n) [one, other] = [other, one % other];
  return one;
}

type Pair = readonly [number, number];

interface Search extends Reach {
  readonly values: readonly number[];
  /** By what they add up to, the oldest first. */
  readonly pairs: ReadonlyMap<number, readonly Pair[]>;
  left: number;
  readonly found: (readonly number[])[];
}

function pairsOf(values: readonly number[]): Map<number, Pair[]> {
  const pairs = new Map<number, Pair[]>();
  values.forEach((one, at) => {
    for (let next = at + 1; next < values.length; next++) {
      const sum = one + (values[next] ?? 0);
      const same = pairs.get(sum);
      if (same) same.push([at, next]);
      else pairs.set(sum, [[at, next]]);
    }
  });
  return pairs;
}

/** What so many values from a position on add up to, by position and number: at least, and at most. */
interface Reach {
  readonly least: readonly (readonly number[])[];
  readonly greatest: readonly (readonly number[])[];
}

function reachOf(values: readonly number[], largest: number): Reach {
  const least: number[][] = [];
  const greatest: number[][] = [];
  let smallest: readonly number[] = [];
  let biggest: readonly number[] = [];
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at] ?? 0;
    smallest = firstOf(smallest, value, largest, (one) => one <= value);
    biggest = firstOf(biggest, value, largest, (one) => one >= value);
    least[at] = sumsOf(smallest);
    greatest[at] = sumsOf(biggest);
  }
  return { least, greatest };
}

function firstOf(
  sorted: readonly number[],
  value: number,
  count: number,
  comesBefore: (one: number) => boolean,
): readonly number[] {
  const place = sorted.findIndex((one) => !comesBefore(one));
  return place < 0
    ? [...sorted, value].slice(0, count)
    : [...sorted.slice(0, place), value, ...sorted.slice(place)].slice(0, count);
}

/** Of none, of the first, of the first two … */
function sumsOf(sorted: readonly number[]): number[] {
  const sums = [0];
  for (const one of sorted) sums.push((sums.at(-1) ?? 0) + one);
  return sums;
}

/** Takes members from `from` on; the last two are looked up. Stops at the second group. */
function look(search: Search, rest: number, size: number, from: number, group: readonly number[]): void {
  search.left--;
  if (search.found.length > 1 || search.left <= 0) return;
  if (size === 2) {
    for (const pair of search.pairs.get(rest) ?? []) {
      if (pair[0] >= from && search.found.length < 2) search.found.push([...group, ...pair]);
    }
    return;
  }
  const { values, least, greatest } = search;
  for (let at = from; at + size <= values.length; at++) {
    // With every position fewer values are left: no later one reaches what this one does not.
    if (rest < (least[at]?.[size] ?? 0) || rest > (greatest[at]?.[size] ?? rest)) return;
    const value = values[at] ?? rest;
    if (value < rest) look(search, rest - value, size - 1, at + 1, [...group, at]);
  }
}

/** How many groups of two to `size` there are of so many. */
function groupsUpTo(size: number, count: number): number {
  let groups = 0;
  let ofSize = 1;
  for (let members = 1; members <= size; members++) {
    ofSize = (ofSize * (count - members + 1)) / members;
    if (members > 1) groups += ofSize;
  }
  return groups;
}
