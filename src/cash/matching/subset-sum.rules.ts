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
  const search: Search = {
    values: fitting.map(({ amount }) => amount),
    places: placesOf(fitting.map(({ amount }) => amount)),
    left: steps,
    found: [],
  };
  for (let size = 2; size <= Math.min(largest, fitting.length); size++) {
    look(search, target, size, 0, []);
    if (search.left <= 0) return NOTHING;
    const [first, second] = search.found;
    if (!first) continue;
    const group = first.map((position) => fitting[position]?.at ?? -1);
    return { group, unique: second === undefined, byChance: expectedByChance(search.values, target, size) };
  }
  return NOTHING;
}

interface Search {
  readonly values: readonly Units[];
  /** Where an amount stands, ascending. */
  readonly places: ReadonlyMap<Units, readonly number[]>;
  left: number;
  found: (readonly number[])[];
}

function placesOf(values: readonly Units[]): Map<Units, number[]> {
  const places = new Map<Units, number[]>();
  values.forEach((value, at) => {
    places.set(value, [...(places.get(value) ?? []), at]);
  });
  return places;
}

/** Takes members from `from` on; the last one is looked up. Stops at the second group. */
function look(search: Search, rest: Units, size: number, from: number, group: readonly number[]): void {
  if (search.found.length > 1 || search.left <= 0) return;
  if (size === 1) {
    search.left--;
    for (const at of search.places.get(rest) ?? []) {
      if (at >= from && search.found.length < 2) search.found.push([...group, at]);
    }
    return;
  }
  for (let at = from; at + size <= search.values.length; at++) {
    search.left--;
    const value = search.values[at] ?? rest;
    if (value < rest) look(search, rest - value, size - 1, at + 1, [...group, at]);
  }
}

/** Groups of that size, over the sums that they could have: amounts are multiples of what they have in common. */
function expectedByChance(values: readonly Units[], target: Units, size: number): number {
  let groups = 0;
  let ofSize = 1;
  for (let members = 1; members <= size; members++) {
    ofSize = (ofSize * (values.length - members + 1)) / members;
    if (members > 1) groups += ofSize;
  }
  const step = values.reduce(commonDivisor, target);
  return (groups * Number(step)) / Number(target);
}

function commonDivisor(a: Units, b: Units): Units {
  let [one, other] = [a, b];
  while (other > 0n) [one, other] = [other, one % other];
  return one;
}
