import { z } from "zod";
import {
  type MatchCandidates,
  type MatchPayment,
  type MatchSettings,
  matchBatch,
} from "../../../src/cash/index.js";
import { candidatesOf, matchProblem, paymentsOf } from "../../../src/cli/match-problem.js";
import { amount } from "../../../src/cli/problem-file.js";
import { byExactReference, byExactReferenceOrAmount } from "./match-baselines.js";

/** A payment's amount on an invoice, as somebody applied it. */
export interface AppliedLine {
  readonly payment: string;
  readonly invoice: string;
  /** Exact, as text. */
  readonly amount: string;
  readonly untouched: boolean;
}

export interface Score {
  readonly corpus: string;
  readonly by: string;
  /** True lines. */
  readonly lines: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Whatever the amounts are. */
  readonly f1OfPairs: number;
  /** Of the true lines, those applied untouched and right. */
  readonly straightThrough: number;
  /** Of the payments that pay something, those of which every line was applied untouched and right. */
  readonly paymentsThrough: number;
  /** Of the lines applied untouched, those that are wrong. */
  readonly falseApply: number;
  readonly seconds: number;
}

const solution = z.object({
  ground_truth: z.object({
    applications: z.array(
      z.object({ payment_id: z.string(), invoice_id: z.string(), applied_amount: amount }),
    ),
  }),
});

const CONTENDERS: Readonly<
  Record<string, (p: readonly MatchPayment[], c: MatchCandidates) => AppliedLine[]>
> = {
  ours: (payments, candidates) => ours(payments, candidates),
  "exact reference": byExactReference,
  "exact reference or unique amount": byExactReferenceOrAmount,
};

/** Only the scorer sees the solution. */
export function scoreMatchProblem(corpus: string, file: unknown): Score[] {
  const problem = matchProblem.parse(file);
  const truth = truthOf(file);
  const [payments, candidates] = [paymentsOf(problem), candidatesOf(problem)];
  return Object.entries(CONTENDERS).map(([by, contender]) => {
    const start = performance.now();
    const found = contender(payments, candidates);
    return { corpus, by, ...scoreLines(found, truth), seconds: rounded((performance.now() - start) / 1000) };
  });
}

export function truthOf(file: unknown): AppliedLine[] {
  return solution.parse(file).ground_truth.applications.map((line) => ({
    payment: line.payment_id,
    invoice: line.invoice_id,
    amount: line.applied_amount.toFixed(4),
    untouched: true,
  }));
}

export function ours(
  payments: readonly MatchPayment[],
  candidates: MatchCandidates,
  settings?: MatchSettings,
): AppliedLine[] {
  return matchBatch(payments, candidates, settings).flatMap(({ paymentId, parts }) =>
    parts.map((part) => ({
      payment: paymentId,
      invoice: part.itemId,
      amount: part.amount.toFixed(4),
      untouched: part.decision === "AUTO",
    })),
  );
}

export function scoreLines(
  found: readonly AppliedLine[],
  truth: readonly AppliedLine[],
): Omit<Score, "corpus" | "by" | "seconds"> {
  const lineKey = (line: AppliedLine) => `${line.payment} ${line.invoice} ${line.amount}`;
  const pairKey = (line: AppliedLine) => `${line.payment} ${line.invoice}`;
  const [lines, pairs] = [new Set(truth.map(lineKey)), new Set(truth.map(pairKey))];
  const right = found.filter((line) => lines.has(lineKey(line)));
  const untouched = found.filter((line) => line.untouched);
  const through = right.filter((line) => line.untouched);
  const pairsRight = found.filter((line) => pairs.has(pairKey(line))).length;
  return {
    lines: truth.length,
    precision: share(right.length, found.length),
    recall: share(right.length, truth.length),
    f1: share(2 * right.length, found.length + truth.length),
    f1OfPairs: share(2 * pairsRight, found.length + truth.length),
    straightThrough: share(through.length, truth.length),
    paymentsThrough: wholePayments(through, truth),
    falseApply: untouched.length === 0 ? 0 : share(untouched.length - through.length, untouched.length),
  };
}

function wholePayments(through: readonly AppliedLine[], truth: readonly AppliedLine[]): number {
  const count = (lines: readonly AppliedLine[]) => {
    const counts = new Map<string, number>();
    for (const { payment } of lines) counts.set(payment, (counts.get(payment) ?? 0) + 1);
    return counts;
  };
  const [done, all] = [count(through), count(truth)];
  return share([...all].filter(([payment, lines]) => done.get(payment) === lines).length, all.size);
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : rounded(part / whole);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
