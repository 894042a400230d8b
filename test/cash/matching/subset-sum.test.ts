import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addingUp, GROUP_CANDIDATES } from "../../../src/cash/matching/subset-sum.rules.js";

const units = (...amounts: number[]) => amounts.map(BigInt);

describe("a group of amounts that adds up", () => {
  it("is the smallest, and of one size the one with the oldest", () => {
    expect(addingUp(units(50, 10, 20, 30, 60), 80n).group).toEqual([0, 3]);
    expect(addingUp(units(50, 10, 20, 30, 60), 80n).unique).toBe(false);
    expect(addingUp(units(5, 11, 17, 40), 33n)).toMatchObject({ group: [0, 1, 2], unique: true });
  });

  it("is not looked for among amounts that alone are as much", () => {
    expect(addingUp(units(80, 200), 80n).group).toBeNull();
  });

  it("always adds up to the amount, exactly", () => {
    const amounts = fc.array(fc.bigInt(1n, 10_000n), { maxLength: 14 });
    fc.assert(
      fc.property(amounts, fc.bigInt(1n, 40_000n), (all, target) => {
        const { group } = addingUp(all, target);
        if (group === null) return;
        expect(new Set(group).size).toBe(group.length);
        expect(group.length).toBeLessThanOrEqual(5);
        expect(group.reduce((sum, at) => sum + (all[at] ?? 0n), 0n)).toBe(target);
      }),
    );
  });

  it("is found whenever there is one", () => {
    const amounts = fc.array(fc.bigInt(1n, 1_000_000n), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 5 }), (all, size) => {
        const target = all.slice(0, size).reduce((sum, one) => sum + one, 0n);
        expect(addingUp(all, target).group).not.toBeNull();
      }),
    );
  });

  it("is the one that trying all groups one after another finds, however large the amounts are", () => {
    const amounts = fc.array(fc.bigInt(1n, 60n), { maxLength: 11 });
    const unit = fc.constantFrom(1n, 100n, 10n ** 20n);
    fc.assert(
      fc.property(amounts, fc.bigInt(1n, 200n), unit, (all, target, scale) => {
        const found = addingUp(
          all.map((one) => one * scale),
          target * scale,
        );
        const [first, second] = groupsOneByOne(all, target);
        expect(found.group).toEqual(first ?? null);
        if (first) expect(found.unique).toBe(second === undefined);
      }),
      { numRuns: 300 },
    );
  });

  it("is given up after a bounded number of steps, however many amounts nearly add up", () => {
    const alike = Array.from({ length: GROUP_CANDIDATES }, (_, at) => BigInt(1_000_000 + 2 * at));
    const start = performance.now();
    expect(addingUp(alike, 5_000_001n, { largest: 8 }).group).toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("is less believed the likelier chance made it", () => {
    const many = Array.from({ length: 30 }, (_, at) => BigInt(100 + at));
    const few = units(1_234_567, 7_654_321, 3_000_001);
    expect(addingUp(many, 229n).byChance).toBeGreaterThan(1);
    expect(addingUp(few, 8_888_888n).byChance).toBeLessThan(0.001);
  });
});

/** All groups of the smallest size that has any, in the order of their items. */
function groupsOneByOne(amounts: readonly bigint[], target: bigint): number[][] {
  const ofSize = (size: number, from: number, rest: bigint): number[][] => {
    if (size === 0) return rest === 0n ? [[]] : [];
    return amounts.flatMap((amount, at) =>
      at < from || amount >= target
        ? []
        : ofSize(size - 1, at + 1, rest - amount).map((group) => [at, ...group]),
    );
  };
  for (let size = 2; size <= 5; size++) {
    const groups = ofSize(size, 0, target);
    if (groups.length > 0) return groups;
  }
  return [];
}
