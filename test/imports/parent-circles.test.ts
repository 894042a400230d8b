import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Parents, parentCircles } from "../../src/imports/parent-circles.rules.js";

const parents = (links: Record<string, string | null>): Parents => new Map(Object.entries(links));
const circlesIn = (links: Parents): string[] =>
  [...links.keys()].filter((start) => {
    const seen = new Set<string>();
    let at = links.get(start) ?? null;
    while (at !== null && at !== start && !seen.has(at)) {
      seen.add(at);
      at = links.get(at) ?? null;
    }
    return at === start;
  });
const found = (wanted: Record<string, string>, known: Parents = new Map()) => {
  const numbers = new Set(Object.keys(wanted));
  return Object.fromEntries(parentCircles(numbers, new Map(Object.entries(wanted)), known));
};

describe("customers above themselves", () => {
  it("are all of a circle in the file, with the way back, and not those below it", () => {
    expect(found({ A: "B", B: "A", C: "A" })).toEqual({ A: ["A", "B", "A"], B: ["B", "A", "B"] });
  });

  it("are found where the rest of the circle is in the books", () => {
    expect(found({ C: "A" }, parents({ A: "B", B: "C", C: null }))).toEqual({ C: ["C", "A", "B", "C"] });
  });

  it("are not there where the file takes the circle apart", () => {
    expect(found({ A: "C", B: "A", C: "D" }, parents({ A: "B", B: null, C: null, D: null }))).toEqual({});
  });

  it("are found where what is refused leaves the old parent in place", () => {
    const known = parents({ A: "B", B: null, C: null });
    expect(Object.keys(found({ A: "C", C: "A", B: "A" }, known)).sort()).toEqual(["A", "B", "C"]);
    // The parent Z is nowhere, so that A stays under B.
    expect(Object.keys(found({ A: "Z", B: "A" }, known))).toEqual(["B"]);
  });

  it("are never made, and nobody is refused without need, whatever the file says", () => {
    const number = fc.constantFrom("A", "B", "C", "D", "E", "F");
    // Each below an earlier one or none, so that what is known has no circle.
    const known = fc
      .tuple(...[..."ABCDEF"].map((_, at) => fc.constantFrom(null, ...[..."ABCDEF"].slice(0, at))))
      .map((above) => new Map([..."ABCDEF"].map((one, at) => [one, above[at] ?? null])));
    fc.assert(
      fc.property(known, fc.dictionary(number, number), (links, file) => {
        const wanted = Object.entries(file).filter(([child, parent]) => child !== parent);
        const refused = parentCircles(new Set(wanted.map(([n]) => n)), new Map(wanted), links);
        const taken = wanted.filter(([n]) => !refused.has(n));
        expect(circlesIn(new Map([...links, ...taken]))).toEqual([]);
        if (circlesIn(new Map([...links, ...wanted])).length === 0) expect(refused.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
