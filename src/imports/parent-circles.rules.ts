/** Each customer's parent by number, or null. */
export type Parents = ReadonlyMap<string, string | null>;

/**
 * The customers of a file whose parents would put them above themselves, each with the way back to itself. `wanted` is what
 * the file says, `known` the customers that are there with their parents, and those above them. A parent that is neither there nor
 * taken in sets nothing, and what is refused leaves a customer's present parent in place: neither may close a circle either.
 */
export function parentCircles(
  numbers: ReadonlySet<string>,
  wanted: ReadonlyMap<string, string>,
  known: Parents,
): ReadonlyMap<string, readonly string[]> {
  const refused = new Map<string, readonly string[]>();
  for (;;) {
    const isThere = (number: string) => known.has(number) || (numbers.has(number) && !refused.has(number));
    const parentOf = (number: string): string | null => {
      const parent = refused.has(number) ? undefined : wanted.get(number);
      return parent !== undefined && isThere(parent) ? parent : (known.get(number) ?? null);
    };
    const found = [...wanted].flatMap(([number, parent]) => {
      const way = refused.has(number) || !isThere(parent) ? null : wayBack(number, parentOf);
      return way ? [[number, way] as const] : [];
    });
    if (found.length === 0) return refused;
    for (const [number, way] of found) refused.set(number, way);
  }
}

/** From the customer over its parents to itself; null when they lead elsewhere. */
function wayBack(number: string, parentOf: (number: string) => string | null): string[] | null {
  const way = [number];
  const seen = new Set(way);
  for (let at = parentOf(number); at !== null; at = parentOf(at)) {
    way.push(at);
    if (at === number) return way;
    if (seen.has(at)) return null;
    seen.add(at);
  }
  return null;
}
