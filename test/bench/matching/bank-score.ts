import { z } from "zod";
import { type BankLine, type CashLine, reconcile } from "../../../src/cash/index.js";
import { bankLinesOf, bankProblem, cashLinesOf } from "../../../src/cli/bank-problem.js";
import { daysBetween } from "../../../src/platform/business-date.js";
import { type Score, share } from "./match-score.js";

const solution = z.object({
  ground_truth: z.object({
    matches_1to1: z.array(z.object({ bank_id: z.string(), gl_id: z.string() })),
    matches_many_to_one: z.array(z.object({ bank_id: z.string(), gl_ids: z.array(z.string()) })),
    matches_amount_mismatch: z.array(z.object({ bank_id: z.string(), gl_id: z.string() })),
    offsetting_gl_pairs: z.array(z.object({ gl_ids: z.array(z.string()) })),
  }),
});

type Contender = (bank: readonly BankLine[], ledger: readonly CashLine[]) => Set<string>;

const CONTENDERS: Readonly<Record<string, Contender>> = {
  ours: (bank, ledger) => {
    const found = reconcile(bank, ledger);
    return new Set([
      ...found.oneToOne.map((m) => `equal ${m.bank.id} ${m.ledger.id}`),
      ...found.manyToOne.map((m) => `batch ${m.bank.id} ${told(m.ledger.map(({ id }) => id))}`),
      ...found.mismatches.map((m) => `differing ${m.bank.id} ${m.ledger.id}`),
      ...found.offsetting.map((m) => `offsetting ${told(m.ledger.map(({ id }) => id))}`),
    ]);
  },
  "unique equal amount": (bank, ledger) => {
    const only = (amount: string) => ledger.filter((line) => line.amount.toFixed(2) === amount);
    const once = (amount: string) => bank.filter((line) => line.amount.toFixed(2) === amount).length === 1;
    return new Set(
      bank.flatMap((line) => {
        const amount = line.amount.toFixed(2);
        const [first, second] = only(amount);
        return first && !second && once(amount) ? [`equal ${line.id} ${first.id}`] : [];
      }),
    );
  },
  "equal amount, nearest day": (bank, ledger) => {
    const taken = new Set<string>();
    return new Set(
      bank.flatMap((line) => {
        const [nearest] = ledger
          .filter((other) => !taken.has(other.id) && other.amount.eq(line.amount))
          .sort(
            (a, b) => Math.abs(daysBetween(a.date, line.date)) - Math.abs(daysBetween(b.date, line.date)),
          );
        if (!nearest) return [];
        taken.add(nearest.id);
        return [`equal ${line.id} ${nearest.id}`];
      }),
    );
  },
};

/** A match is right when its kind and all its lines are. Nothing is applied untouched: these are proposals. */
export function scoreBankProblem(corpus: string, file: unknown): Score[] {
  const problem = bankProblem.parse(file);
  const truth = truthOf(file);
  return Object.entries(CONTENDERS).map(([by, contender]) => {
    const start = performance.now();
    const found = contender(bankLinesOf(problem), cashLinesOf(problem));
    const right = [...found].filter((match) => truth.has(match)).length;
    const f1 = share(2 * right, found.size + truth.size);
    return {
      corpus,
      by,
      lines: truth.size,
      precision: share(right, found.size),
      recall: share(right, truth.size),
      f1,
      f1OfPairs: f1,
      straightThrough: 0,
      paymentsThrough: 0,
      falseApply: 0,
      seconds: Math.round(performance.now() - start) / 1000,
    };
  });
}

function truthOf(file: unknown): Set<string> {
  const { ground_truth: truth } = solution.parse(file);
  return new Set([
    ...truth.matches_1to1.map((m) => `equal ${m.bank_id} ${m.gl_id}`),
    ...truth.matches_many_to_one.map((m) => `batch ${m.bank_id} ${told(m.gl_ids)}`),
    ...truth.matches_amount_mismatch.map((m) => `differing ${m.bank_id} ${m.gl_id}`),
    ...truth.offsetting_gl_pairs.map((m) => `offsetting ${told(m.gl_ids)}`),
  ]);
}

function told(ids: readonly string[]): string {
  return [...ids].sort().join("+");
}
