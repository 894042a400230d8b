import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as metrics from "../../src/metrics/collection-metrics.rules.js";
import { businessDate } from "../../src/platform/business-date.js";
import { Decimal } from "../../src/platform/money.js";

type Figures = metrics.PeriodFigures;

function figures(
  given: Partial<Record<keyof Figures, string | number>>,
  monthsBack: Figures["monthsBack"] = [],
): Figures {
  const amount = (name: keyof Figures) => new Decimal(given[name] ?? 0);
  return {
    days: Number(given.days ?? 30),
    beginningAr: amount("beginningAr"),
    endingAr: amount("endingAr"),
    endingCurrentAr: amount("endingCurrentAr"),
    endingOver90Ar: amount("endingOver90Ar"),
    creditSales: amount("creditSales"),
    monthsBack,
  };
}

const month = (sales: Decimal.Value, days: number, name = "2026-01") => ({
  month: businessDate(`${name}-01`),
  sales: new Decimal(sales),
  days,
});
const shown = (metric: metrics.Metric) => metric.value?.toFixed(2) ?? metric.reason;

describe("the collection metrics", () => {
  it("find DSO 45, best possible DSO 12 and 33 days delinquent for AR 15,000, current 4,000 and sales of 10,000 in 30 days", () => {
    const given = figures({ endingAr: 15_000, endingCurrentAr: 4_000, creditSales: 10_000, days: 30 });
    expect(shown(metrics.daysSalesOutstanding(given))).toBe("45.00");
    expect(shown(metrics.bestPossibleDso(given))).toBe("12.00");
    expect(shown(metrics.averageDaysDelinquent(given))).toBe("33.00");
  });

  it("find a CEI of 79.63 for one month and 55.93 for a quarter", () => {
    const given = figures({
      beginningAr: 6_200,
      creditSales: 10_890,
      endingAr: 6_340,
      endingCurrentAr: 3_590,
    });
    expect(shown(metrics.collectionEffectivenessIndex(given, 1))).toBe("79.63");
    expect(shown(metrics.collectionEffectivenessIndex(given, 3))).toBe("55.93");
  });

  it("walk back month by month: whole months, then the remainder's share of the next", () => {
    const given = figures({ endingAr: 2_500 }, [
      month(1_000, 31, "2026-03"),
      month(1_000, 28, "2026-02"),
      month(2_000, 31, "2026-01"),
    ]);
    expect(shown(metrics.countbackDso(given))).toBe("66.75");
    expect(metrics.countbackDso(given).inputs.map((i) => i.name)).toEqual([
      "endingAr",
      "sales 2026-03",
      "sales 2026-02",
      "sales 2026-01",
    ]);
  });

  it("count a month without sales in full", () => {
    expect(shown(metrics.countbackDso(figures({ endingAr: 500 }, [month(0, 30), month(1_000, 31)])))).toBe(
      "45.50",
    );
  });

  it("cannot count back further than the sales go", () => {
    const given = figures({ endingAr: 2_500 }, [month(1_000, 31)]);
    expect(shown(metrics.countbackDso(given))).toBe("The ending AR is more than all credit sales before it.");
  });

  it("give no value but a reason when the denominator is zero", () => {
    const nothing = figures({});
    const all = [
      metrics.daysSalesOutstanding(nothing),
      metrics.bestPossibleDso(nothing),
      metrics.averageDaysDelinquent(nothing),
      metrics.collectionEffectivenessIndex(nothing, 1),
      metrics.arTurnover(nothing),
      metrics.percentCurrent(nothing),
      metrics.percentOver90(nothing),
    ];
    for (const metric of all) {
      expect(metric.value).toBeNull();
      expect(metric.reason).toMatch(/\.$/);
    }
  });

  it("weigh days to pay and days late by amount", () => {
    const settled = {
      amount: new Decimal(300),
      amountDaysToPay: new Decimal(100 * 10 + 200 * 40),
      amountDaysLate: new Decimal(100 * -20 + 200 * 10),
    };
    expect(shown(metrics.averageDaysToPay(settled))).toBe("30.00");
    expect(shown(metrics.averageDaysLate(settled))).toBe("0.00");
  });
});

describe("for any figures", () => {
  const cents = fc.integer({ min: 1, max: 10_000_000 }).map((n) => new Decimal(n).div(100).toFixed(2));

  it("DSO less best possible DSO is the average days delinquent, up to the rounding of each", () => {
    fc.assert(
      fc.property(cents, cents, cents, fc.integer({ min: 1, max: 366 }), (pastDue, current, sales, days) => {
        const endingAr = new Decimal(pastDue).plus(current).toFixed();
        const given = figures({ endingAr, endingCurrentAr: current, creditSales: sales, days });
        const value = (metric: metrics.Metric) => metric.value ?? new Decimal(Number.NaN);
        const difference = value(metrics.daysSalesOutstanding(given)).minus(
          value(metrics.bestPossibleDso(given)),
        );
        expect(
          difference
            .minus(value(metrics.averageDaysDelinquent(given)))
            .abs()
            .lte("0.01"),
        ).toBe(true);
      }),
    );
  });

  it("countback DSO of a whole number of months' sales is those months' days", () => {
    const months = fc.array(fc.tuple(cents, fc.integer({ min: 28, max: 31 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(months, (given) => {
        const back = given.map(([sales, days]) => month(sales, days));
        const ar = back.reduce((sum, { sales }) => sum.plus(sales), new Decimal(0));
        const metric = metrics.countbackDso(figures({ endingAr: ar.toFixed() }, back));
        expect(metric.value?.toNumber()).toBe(back.reduce((sum, { days }) => sum + days, 0));
      }),
    );
  });

  it("CEI is 100 when all that is left is current, whatever N is", () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 12 }), (beginning, sales, n) => {
        const ending = new Decimal(beginning).div(2).toDecimalPlaces(2, Decimal.ROUND_DOWN).toFixed();
        const given = figures({
          beginningAr: beginning,
          creditSales: sales,
          endingAr: ending,
          endingCurrentAr: ending,
        });
        expect(shown(metrics.collectionEffectivenessIndex(given, n))).toBe("100.00");
      }),
    );
  });
});
