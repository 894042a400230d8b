import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, spread, undisputed } from "../../src/disputes/dispute.rules.js";
import { Decimal } from "../../src/platform/money.js";

const cents = (max: number) => fc.integer({ min: 0, max }).map((units) => new Decimal(units).div(100));
const parts = fc.array(cents(50_000), { minLength: 1, maxLength: 8 });

const named = (amounts: readonly Decimal[]) =>
  amounts.map((left, n) => ({ id: `${n}`, number: `CM-${n}`, left }));
const sum = (claims: readonly { readonly amount: Decimal }[]) =>
  claims.reduce((total, { amount }) => total.plus(amount), new Decimal(0));

describe("An amount that is laid over items", () => {
  it("is whole, takes of none more than it has, and of a later one only when those before are taken whole", () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (amounts, share) => {
        const whole = amounts.reduce((total, one) => total.plus(one), new Decimal(0));
        const amount = whole.times(share).toDecimalPlaces(2);
        const items = named(amounts);
        const claims = spread(amount, items);
        expect(sum(claims).eq(amount)).toBe(true);
        const taken = items.map(
          ({ id }) => claims.find((claim) => claim.id === id)?.amount ?? new Decimal(0),
        );
        expect(taken.every((one, n) => one.gte(0) && one.lte(amounts[n] ?? 0))).toBe(true);
        const last = taken.findLastIndex((one) => one.gt(0));
        expect(taken.slice(0, Math.max(last, 0)).every((one, n) => one.eq(amounts[n] ?? 0))).toBe(true);
      }),
    );
  });

  it("is not laid over items that come to less", () => {
    expect(() => spread(new Decimal("1.01"), named([new Decimal(1)]))).toThrow(RangeError);
  });
});

describe("What settles a dispute", () => {
  const currency = "USD";

  it("covers what is accepted, or else the lesser of what is disputed and what would be open without it", () => {
    fc.assert(
      fc.property(
        parts,
        cents(50_000),
        cents(50_000),
        fc.option(cents(50_000)),
        (amounts, most, open, part) => {
          const disputed = most.plus("0.01");
          const accepted = part && Decimal.min(part.plus("0.01"), disputed);
          const documents = named(amounts);
          const settled = coverage({ disputed, accepted, open, currency, documents });
          const all = amounts.reduce((total, one) => total.plus(one), new Decimal(0));
          const needed = accepted ?? Decimal.min(disputed, open.plus(all));
          if (Array.isArray(settled)) {
            expect(sum(settled).eq(needed)).toBe(true);
            expect(sum(settled).lte(disputed)).toBe(true);
          } else {
            expect(all.lt(needed) || all.isZero()).toBe(true);
            expect(settled.code).toBe("INVALID_VALUE");
          }
        },
      ),
    );
  });

  it("is told to be too little with what it comes to", () => {
    const documents = named([new Decimal("10"), new Decimal("5")]);
    const asked = { disputed: new Decimal(60), accepted: null, open: new Decimal(90), currency, documents };
    expect(coverage(asked)).toMatchObject({
      code: "INVALID_VALUE",
      path: ["settledBy"],
      message: expect.stringContaining(
        "CM-0 and CM-1 come to 15.00 USD beside other disputes; 60.00 USD are to be settled.",
      ),
    });
  });
});

it("nothing is left to dispute of an item that is claimed beyond what it has open", () => {
  expect(undisputed(new Decimal(30), new Decimal(60)).toFixed()).toBe("0");
  expect(undisputed(new Decimal(100), new Decimal(60)).toFixed()).toBe("40");
});
