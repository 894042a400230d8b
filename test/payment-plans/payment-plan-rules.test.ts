import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instalmentsAt } from "../../src/payment-plans/instalment.rules.js";
import { buildSchedule, dueDateOf, type PlanFrequency } from "../../src/payment-plans/schedule.rules.js";
import { addDays, businessDate } from "../../src/platform/business-date.js";
import { InputChecks } from "../../src/platform/commands/input-checks.js";
import { Decimal, minorUnits } from "../../src/platform/money.js";

const today = businessDate("2026-01-31");
const frequency = fc.constantFrom<PlanFrequency[]>("WEEKLY", "EVERY_TWO_WEEKS", "MONTHLY");
const currency = fc.constantFrom("JPY", "USD", "BHD");

const sum = (amounts: readonly string[]) => amounts.reduce((all, one) => all.plus(one), new Decimal(0));

describe("A schedule of equal instalments", () => {
  it("sums to the plan's amount, differs by a unit at most, the larger first, and falls due later and later", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 120, max: 1_000_000_000 }),
        frequency,
        currency,
        (count, units, howOften, code) => {
          const unit = new Decimal(10).pow(-minorUnits(code));
          const total = { amount: unit.times(units), currency: code, today };
          const checks = new InputChecks();
          const request = { equal: { count, frequency: howOften, firstDueDate: today } };
          const schedule = buildSchedule(request, total, checks);
          expect(checks.refusals).toEqual([]);
          expect(schedule).toHaveLength(count);
          const amounts = schedule.map(({ amount }) => amount);
          expect(sum(amounts).eq(total.amount)).toBe(true);
          const [first, last] = [new Decimal(amounts[0] ?? 0), new Decimal(amounts.at(-1) ?? 0)];
          expect(first.minus(last).lte(unit)).toBe(true);
          const dates = schedule.map(({ dueDate }) => dueDate);
          expect(dates).toEqual([...new Set(dates)].sort());
        },
      ),
    );
  });

  it("that begins on the 31st is due on the last day of shorter months, and on the 31st again after them", () => {
    const dates = [0, 1, 2, 3].map((n) => dueDateOf(today, "MONTHLY", n));
    expect(dates).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
  });

  it("is refused when there are fewer units of money than instalments", () => {
    const checks = new InputChecks();
    const request = { equal: { count: 3, frequency: "WEEKLY" as const, firstDueDate: today } };
    buildSchedule(request, { amount: new Decimal("0.02"), currency: "USD", today }, checks);
    expect(checks.refusals.map(({ code }) => code)).toEqual(["INVALID_VALUE"]);
  });
});

describe("What is settled of a plan", () => {
  it("goes to the oldest instalments: nothing of a later one before all of an earlier one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 }),
        fc.nat(700_000),
        fc.integer({ min: -40, max: 400 }),
        (cents, settledCents, daysLater) => {
          const instalments = cents.map((amount, i) => ({
            instalmentNo: i + 1,
            dueDate: dueDateOf(today, "MONTHLY", i),
            amount: new Decimal(amount).div(100).toFixed(2),
          }));
          const whole = sum(instalments.map(({ amount }) => amount));
          const settled = Decimal.min(whole, new Decimal(settledCents).div(100));
          const asOf = addDays(today, daysLater);
          const plan = { planId: "", scheduleNo: 1, currency: "USD", asOf, graceDays: 5, outstanding: "0" };
          const states = instalmentsAt({ ...plan, settled: settled.toFixed(2), instalments });
          expect(sum(states.map(({ paidAmount }) => paidAmount)).eq(settled)).toBe(true);
          const firstUnpaid = states.findIndex(({ status }) => status !== "PAID");
          const after = firstUnpaid < 0 ? [] : states.slice(firstUnpaid + 1);
          expect(after.every(({ paidAmount }) => paidAmount === "0.00")).toBe(true);
          for (const { status, dueDate } of states) {
            if (status === "MISSED") expect(addDays(dueDate, 5) < asOf).toBe(true);
            if (status === "OPEN" || status === "PARTIAL") expect(addDays(dueDate, 5) >= asOf).toBe(true);
          }
        },
      ),
    );
  });
});
