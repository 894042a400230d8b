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

/** Amounts of up to so many units are exact as numbers too, whose sums take a tenth of the time; no invoice comes near. */
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
  if (target > EXACT_MOST) return NOTHING;
  const values = fitting.map(({ amount }) => Number(amount));
  const search: Search = { values, places: placesOf(values), group: [], left: steps, found: [] };
  for (let size = 2; size <= Math.min(largest, fitting.length); size++) {
    look(search, Number(target), size, 0);
    if (search.left <= 0) return NOTHING;
    const [first, second] = search.found;
    if (!first) continue;
    const group = first.map((position) => fitting[position]?.at ?? -1);
    return { group, unique: second === undefined, byChance: expectedByChance(fitting, target, size) };
  }
  return NOTHING;
}

interface Search {
  readonly values: readonly number[];
  /** Where an amount stands, ascending. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** The members taken so far. */
  readonly group: number[];
  left: number;
  found: (readonly number[])[];
}

function placesOf(values: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  values.forEach((value, at) => {
    places.set(value, [...(places.get(value) ?? []), at]);
  });
  return places;
}

/** Takes members from `from` on; the last one is looked up. Stops at the second group. */
function look(search: Search, rest: number, size: number, from: number): void {
  if (search.found.length > 1 || search.left <= 0) return;
  if (size === 1) {
    search.left--;
    for (const at of search.places.get(rest) ?? []) {
      if (at >= from && search.found.length < 2) search.found.push([...search.group, at]);
    }
    return;
  }
  for (let at = from; at + size <= search.values.length; at++) {
    search.left--;
    const value = search.values[at] ?? rest;
    if (value >= rest) continue;
    search.group.push(at);
    look(search, rest - value, size - 1, at + 1);
    search.group.pop();
  }
}

/** Groups of that size, over the sums that they could have: amounts are multiples of what they have in common. */
function expectedByChance(
  fitting: readonly { readonly amount: Units }[],
  target: Units,
  size: number,
): number {
  let groups = 0;
  let ofSize = 1;
  for (let members = 1; members <= size; members++) {
    ofSize = (ofSize * (fitting.length - members + 1)) / members;
    if (members > 1) groups += ofSize;
  }
  const step = fitting.map(({ amount }) => amount).reduce(commonDivisor, target);
  return (groups * Number(step)) / Number(target);
}

function commonDivisor(a: Units, b: Units): Units {
  let [one, other] = [a, b];
  while (other > 0n) [one, other] = [other, one % other];
  return one;
}
