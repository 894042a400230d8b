import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchingProblem } from "../../../seeds/matching/matching-problem.js";
import { PROBLEM_STYLES } from "../../../seeds/matching/problem-style.js";
import { DEFAULT_MATCH_SETTINGS, matchBatch, type PaymentMatch } from "../../../src/cash/index.js";
import { candidatesOf, matchProblem, paymentsOf } from "../../../src/cli/match-problem.js";
import { Decimal } from "../../../src/platform/money.js";
import { invoice, matched, payment } from "./matching-books.js";

/** Books and payments of a company's style, with all that goes wrong in them. */
const problems = fc
  .record({
    style: fc.constantFrom(...PROBLEM_STYLES),
    seed: fc.integer({ min: 1, max: 10_000 }),
    invoices: fc.integer({ min: 5, max: 80 }),
  })
  .map((options) => {
    const problem = matchProblem.parse(matchingProblem({ ...options, difficulty: "hard" }));
    return { payments: paymentsOf(problem), candidates: candidatesOf(problem) };
  });

const RUNS = { numRuns: 25 };

const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((sum, one) => sum.plus(one), new Decimal(0));

describe("matching", () => {
  it("says the same whatever the order of what it is given", () => {
    fc.assert(
      fc.property(problems, ({ payments, candidates }) => {
        const one = matchBatch(payments, candidates);
        const other = matchBatch([...payments].reverse(), {
          items: [...candidates.items].reverse(),
          customers: [...candidates.customers].reverse(),
        });
        const byId = (a: PaymentMatch, b: PaymentMatch) => (a.paymentId < b.paymentId ? -1 : 1);
        expect([...other].sort(byId)).toEqual([...one].sort(byId));
      }),
      RUNS,
    );
  });

  it("applies no more than a payment has, and tells what is left to the last cent", () => {
    fc.assert(
      fc.property(problems, ({ payments, candidates }) => {
        for (const [at, match] of matchBatch(payments, candidates).entries()) {
          const amount = payments[at]?.amount ?? new Decimal(0);
          const applied = sumOf(match.parts.map((part) => part.amount));
          expect(applied.plus(match.remainder?.amount ?? 0)).toEqual(amount);
          expect(applied.abs().lte(amount.abs())).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("applies no more to an item than it has open, discounts and write-offs included, and in its currency alone", () => {
    fc.assert(
      fc.property(problems, ({ payments, candidates }) => {
        const items = new Map(candidates.items.map((item) => [item.id, item]));
        const taken = new Map<string, Decimal>();
        for (const [at, match] of matchBatch(payments, candidates).entries()) {
          for (const { itemId, amount, discount, writeOff } of match.parts) {
            expect(items.get(itemId)?.currency).toBe(payments[at]?.currency);
            const whole = amount.abs().plus(discount).plus(writeOff);
            taken.set(itemId, whole.plus(taken.get(itemId) ?? 0));
          }
        }
        for (const [id, whole] of taken) expect(whole.lte(items.get(id)?.open.abs() ?? 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it("applies untouched only from the threshold on, and always tells why", () => {
    fc.assert(
      fc.property(problems, ({ payments, candidates }) => {
        for (const { parts } of matchBatch(payments, candidates)) {
          for (const { decision, score, evidence } of parts) {
            if (decision === "AUTO") expect(score).toBeGreaterThanOrEqual(DEFAULT_MATCH_SETTINGS.applyFrom);
            expect(score).toBeGreaterThanOrEqual(DEFAULT_MATCH_SETTINGS.proposeFrom);
            expect(evidence).not.toBe("");
          }
        }
      }),
      RUNS,
    );
  });

  it("never applies one of two invoices that fit alike", () => {
    const amounts = fc
      .integer({ min: 1, max: 1_000_000 })
      .map((cents) => new Decimal(cents).div(100).toString());
    fc.assert(
      fc.property(amounts, fc.boolean(), (amount, advised) => {
        const items = [invoice("R-10001", amount), invoice("R-20002", amount)];
        const advice = advised ? ([["order 7", amount]] as const) : [];
        const [match] = matched([payment(amount, advice)], items);
        expect(match?.parts.map(({ decision }) => decision)).not.toContain("AUTO");
      }),
    );
  });
});
