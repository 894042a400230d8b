import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instalmentsOf } from "../../src/customers/payment-terms.rules.js";
import { priceLine, totalsOf } from "../../src/invoicing/invoice.rules.js";
import {
  addDays,
  businessDate,
  daysBetween,
  endOfMonth,
  parseBusinessDate,
  startOfMonth,
  todayIn,
} from "../../src/platform/business-date.js";
import {
  allocate,
  Decimal,
  fitsCurrency,
  formatAmount,
  minorUnits,
  roundMoney,
} from "../../src/platform/money.js";

const currency = fc.constantFrom("USD", "JPY", "BHD", "CLF");
const weights = fc
  .array(fc.nat(1_000), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0));
const amountIn = (of: string, units: number) =>
  new Decimal(units).times(new Decimal(10).pow(-minorUnits(of)));
const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((sum, a) => sum.plus(a), new Decimal(0));

describe("splitting an amount", () => {
  it("gives parts that sum to it, each within one unit of its exact share, larger weights never less", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, currency, (units, by, of) => {
        const total = amountIn(of, units);
        const parts = allocate(total, by, of);
        expect(sumOf(parts).eq(total)).toBe(true);
        const unit = amountIn(of, 1);
        const whole = by.reduce((sum, weight) => sum + weight, 0);
        for (const [n, part] of parts.entries()) {
          expect(fitsCurrency(part, of)).toBe(true);
          expect(
            part
              .minus(total.times(by[n] ?? 0).div(whole))
              .abs()
              .lt(unit),
          ).toBe(true);
          for (const [m, other] of parts.entries()) {
            if ((by[n] ?? 0) > (by[m] ?? 0)) expect(part.abs().gte(other.abs())).toBe(true);
          }
        }
      }),
    );
  });

  it("among equal weights gives what is left over to the earlier ones", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 12 }), (cents, count) => {
        const parts = allocate(amountIn("USD", cents), Array(count).fill(1), "USD");
        expect(parts.map(Number)).toEqual(parts.map(Number).toSorted((a, b) => b - a));
      }),
    );
  });

  it("into instalments keeps the total, the order and the due dates", () => {
    const parts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), parts, currency, (units, shares, of) => {
        const hundred = allocate(100, shares, "USD").map((percent, n) => ({
          percent: percent.toFixed(),
          netDays: n * 15,
        }));
        const terms = {
          id: "t",
          code: "T",
          name: "T",
          discountPercent: "2",
          discountDays: 10,
          instalments: hundred,
        };
        const made = instalmentsOf(terms, amountIn(of, units), of, businessDate("2026-01-31"));
        expect(sumOf(made.map((i) => i.amount)).eq(amountIn(of, units))).toBe(true);
        expect(made.every((i) => i.amount.gt(0) && i.discountUntil === "2026-02-10")).toBe(true);
        for (const i of made) expect(i.dueDate).toBe(addDays(businessDate("2026-01-31"), (i.no - 1) * 15));
      }),
    );
  });
});

describe("rounding", () => {
  it("is half-up at the currency's last decimal, and text has exactly its decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), currency, (n, of) => {
        const amount = new Decimal(n).div(100_000);
        const rounded = roundMoney(amount, of);
        const half = amountIn(of, 1).div(2);
        expect(rounded.minus(amount).abs().lte(half)).toBe(true);
        if (rounded.minus(amount).abs().eq(half)) expect(rounded.abs().gt(amount.abs())).toBe(true);
        const [, decimals = ""] = formatAmount(rounded, of).split(".");
        expect(decimals).toHaveLength(minorUnits(of));
        expect(new Decimal(formatAmount(rounded, of)).eq(rounded)).toBe(true);
      }),
    );
  });
});

describe("pricing an invoice", () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 99_999 }).map((n) => new Decimal(n).div(100).toFixed()),
    unitPrice: fc.nat(9_999_999).map((n) => new Decimal(n).div(1_000).toFixed()),
    rates: fc.array(fc.integer({ min: 0, max: 2_500 }), { maxLength: 3 }),
  });

  it("rounds each line and tax once, and its totals are the sums of what the lines show", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), currency, (given, of) => {
        const lines = given.map(({ quantity, unitPrice, rates }) =>
          priceLine(
            {
              product: "P",
              quantity,
              unitPrice,
              taxes: rates.map((rate, n) => ({
                name: `T${n}`,
                ratePercent: new Decimal(rate).div(100).toFixed(),
              })),
            },
            of,
          ),
        );
        for (const priced of lines) {
          expect(priced.gross.eq(priced.net.plus(sumOf(priced.taxes.map((t) => t.amount))))).toBe(true);
          expect([priced.net, priced.tax, priced.gross].every((a) => fitsCurrency(a, of) && a.gte(0))).toBe(
            true,
          );
        }
        const { net, tax, total } = totalsOf(lines);
        expect(net.eq(sumOf(lines.map((l) => l.net)))).toBe(true);
        expect(total.eq(net.plus(tax))).toBe(true);
        expect(total.eq(sumOf(lines.map((l) => l.gross)))).toBe(true);
      }),
    );
  });
});

describe("business dates", () => {
  const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(businessDate("1990-01-01"), n));

  it("add and subtract days without losing any, in order as text", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        const then = addDays(day, n);
        expect(daysBetween(day, then)).toBe(n);
        expect(addDays(then, -n)).toBe(day);
        expect(Math.sign(n)).toBe(then > day ? 1 : then < day ? -1 : 0);
      }),
    );
  });

  it("begin and end their month on days of it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 30 }), (day, months) => {
        const [start, end] = [startOfMonth(day, months), endOfMonth(day, months)];
        expect(start.slice(8)).toBe("01");
        expect(start.slice(0, 7)).toBe(end.slice(0, 7));
        expect(addDays(end, 1)).toBe(startOfMonth(day, months + 1));
        if (months === 0) expect(start <= day && day <= end).toBe(true);
      }),
    );
  });

  it("are calendar dates only, and today is told in the tenant's time zone", () => {
    for (const text of ["2026-02-29", "2026-13-01", "2026-1-01", "2026-01-01T00:00:00Z", "", "0000-00-00"]) {
      expect(parseBusinessDate(text)).toBeNull();
    }
    expect(parseBusinessDate("2028-02-29")).toBe("2028-02-29");
    const instant = new Date("2026-03-10T02:30:00Z");
    expect(["America/New_York", "UTC", "Pacific/Auckland"].map((zone) => todayIn(zone, instant))).toEqual([
      ...["2026-03-09", "2026-03-10", "2026-03-10"],
    ]);
  });
});
