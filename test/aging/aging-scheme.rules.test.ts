import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketStarts, bucketsOf, DEFAULT_SCHEME, schemeFault } from "../../src/aging/aging-scheme.rules.js";

const scheme = fc
  .uniqueArray(fc.integer({ min: 1, max: 36_500 }), { minLength: 1, maxLength: 12 })
  .map((bounds) => bounds.sort((a, b) => a - b));

describe("a scheme of aging buckets", () => {
  it("is current, 1–30, 31–60, 61–90 and 91+ by default", () => {
    expect(bucketsOf(DEFAULT_SCHEME)).toEqual([
      { label: "Current", fromDays: null, toDays: 0 },
      { label: "1–30", fromDays: 1, toDays: 30 },
      { label: "31–60", fromDays: 31, toDays: 60 },
      { label: "61–90", fromDays: 61, toDays: 90 },
      { label: "91+", fromDays: 91, toDays: null },
    ]);
  });

  it("has neither gap nor overlap: every number of days falls into exactly one bucket", () => {
    fc.assert(
      fc.property(scheme, fc.integer({ min: -40_000, max: 40_000 }), (bounds, days) => {
        expect(schemeFault(bounds)).toBeNull();
        const inside = bucketsOf(bounds).map(
          ({ fromDays, toDays }) => days >= (fromDays ?? -Infinity) && days <= (toDays ?? Infinity),
        );
        const bucket = bucketStarts(bounds).filter((start) => start <= days).length;
        expect(inside.filter(Boolean)).toHaveLength(1);
        expect(inside[bucket]).toBe(true);
      }),
    );
  });

  it.each([
    [[], "1 to 12 upper bounds"],
    [Array.from({ length: 13 }, (_, n) => n + 1), "1 to 12 upper bounds"],
    [[0, 30], "not 0"],
    [[-5], "not -5"],
    [[30, 30], "30 does not come after 30"],
    [[30, 20], "20 does not come after 30"],
    [[1.5], "not 1.5"],
  ])("is refused when it is %j", (bounds, reason) => {
    expect(schemeFault(bounds)).toContain(reason);
  });
});
