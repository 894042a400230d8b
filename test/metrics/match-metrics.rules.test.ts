import { describe, expect, it } from "vitest";
import * as metrics from "../../src/metrics/match-metrics.rules.js";
import { Decimal } from "../../src/platform/money.js";

type Figures = metrics.MatchFigures;

function figures(given: Partial<Record<keyof Figures, number>>): Figures {
  const of = (name: keyof Figures) => new Decimal(given[name] ?? 0);
  return {
    linesDecided: of("linesDecided"),
    linesRight: of("linesRight"),
    linesApplied: of("linesApplied"),
    linesUntouched: of("linesUntouched"),
    linesWrong: of("linesWrong"),
    receiptsMatched: of("receiptsMatched"),
    receiptsUntouched: of("receiptsUntouched"),
    applications: of("applications"),
    applicationDays: of("applicationDays"),
    appliedAmount: of("appliedAmount"),
    appliedAmountDays: of("appliedAmountDays"),
  };
}

const ALL = [
  metrics.hitRate,
  metrics.straightThroughRate,
  metrics.straightThroughReceipts,
  metrics.falseApplyRate,
  metrics.daysToApply,
  metrics.weightedDaysToApply,
];

describe("the rates of matching", () => {
  it("are 90 % hit, 79.5 % straight through and 0.6250 % falsely applied for 1,000 lines of which 800 went untouched", () => {
    const given = figures({
      linesDecided: 1_000,
      linesRight: 900,
      linesApplied: 1_000,
      linesUntouched: 800,
      linesWrong: 5,
    });
    expect(metrics.hitRate(given).value).toBe("90.0000");
    expect(metrics.straightThroughRate(given).value).toBe("79.5000");
    expect(metrics.falseApplyRate(given).value).toBe("0.6250");
  });

  it("show what was divided by what, before the hundred", () => {
    const { numerator, denominator, formula } = metrics.falseApplyRate(
      figures({ linesUntouched: 8, linesWrong: 2 }),
    );
    expect([numerator.name, numerator.value.toFixed()]).toEqual(["linesWrong", "2"]);
    expect([denominator.name, denominator.value.toFixed()]).toEqual(["linesUntouched", "8"]);
    expect(formula).toMatch(/^False-apply rate = /);
  });

  it("keep one line in ten thousand to be seen", () => {
    const given = figures({ linesUntouched: 10_000, linesWrong: 1 });
    expect(metrics.falseApplyRate(given).value).toBe("0.0100");
  });

  it("weigh days by amount beside the plain mean", () => {
    const given = figures({
      applications: 2,
      applicationDays: 10,
      appliedAmount: 1_000,
      appliedAmountDays: 1_000,
    });
    expect([metrics.daysToApply(given).value, metrics.weightedDaysToApply(given).value]).toEqual([
      "5.00",
      "1.00",
    ]);
  });

  it("have no value but a reason where there is nothing to count", () => {
    for (const metric of ALL.map((find) => find(figures({})))) {
      expect(metric.value).toBeNull();
      expect(metric.reason).toMatch(/\.$/);
    }
  });
});
