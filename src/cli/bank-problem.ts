import { z } from "zod";
import type { BankLine, CashLine, Reconciliation } from "../cash/index.js";
import type { Decimal } from "../platform/money.js";
import { amount, date, text } from "./problem-file.js";

/** Lines of a bank's statement and of the ledger's cash account; whatever else is in the file is not read. */
export const bankProblem = z.object({
  bank_transactions: z.array(z.object({ id: z.string().min(1), date, description: text, amount })),
  gl_entries: z.array(
    z.object({ id: z.string().min(1), date, description: text, amount, ref: text, entry_type: text }),
  ),
});

export type BankProblem = z.output<typeof bankProblem>;

/** Kinds of ledger entries that take another back. */
const CANCELLING = new Set(["void", "reversal", "cancellation"]);

export function bankLinesOf({
  bank_transactions: lines,
}: Pick<BankProblem, "bank_transactions">): BankLine[] {
  return lines;
}

export function cashLinesOf({ gl_entries: lines }: Pick<BankProblem, "gl_entries">): CashLine[] {
  return lines.map(({ id, date: day, amount: sum, description, ref, entry_type: type }) => ({
    id,
    date: day,
    amount: sum,
    description,
    reference: ref,
    cancels: CANCELLING.has(type.toLowerCase()),
  }));
}

/** As JSON, in the shape in which such problems give their solution. Amounts are numbers, exact as text. */
export function reconciliationAnswer(found: Reconciliation): string {
  const answer = {
    matches_1to1: found.oneToOne.map(({ bank, ledger, evidence }) =>
      object({ bank_id: bank.id, gl_id: ledger.id, note: evidence }),
    ),
    matches_many_to_one: found.manyToOne.map(({ bank, ledger, evidence }) =>
      object(
        { bank_id: bank.id, gl_ids: ledger.map(({ id }) => id), note: evidence },
        { bank_amount: bank.amount },
        { gl_amounts: Object.fromEntries(ledger.map((line) => [line.id, line.amount])) },
      ),
    ),
    matches_amount_mismatch: found.mismatches.map(({ bank, ledger, difference, evidence }) =>
      object(
        { bank_id: bank.id, gl_id: ledger.id, note: evidence },
        { bank_amount: bank.amount, gl_amount: ledger.amount, difference },
      ),
    ),
    offsetting_gl_pairs: found.offsetting.map(({ ledger, evidence }) =>
      object(
        { gl_ids: ledger.map(({ id }) => id), note: evidence },
        {},
        { amounts: Object.fromEntries(ledger.map((line) => [line.id, line.amount])) },
      ),
    ),
    unmatched_bank: found.unmatchedBank.map(({ id, amount: sum, description }) =>
      object({ bank_id: id, note: `no line of the ledger is this money: ${description}` }, { amount: sum }),
    ),
    unmatched_gl: found.unmatchedLedger.map(({ id, amount: sum, description }) =>
      object({ gl_id: id, note: `no line of the bank is this money: ${description}` }, { amount: sum }),
    ),
  };
  const lists = Object.entries(answer).map(
    ([name, lines]) => `${JSON.stringify(name)}:[${lines.join(",\n")}]`,
  );
  return `{${lists.join(",\n")},\n"summary":${JSON.stringify(summaryOf(found))}}`;
}

/** How many of each there are, and how many lines of either side these account for: all of them. */
function summaryOf(found: Reconciliation): object {
  const { oneToOne, manyToOne, mismatches, offsetting, unmatchedBank, unmatchedLedger } = found;
  const inBatches = manyToOne.reduce((sum, { ledger }) => sum + ledger.length, 0);
  const pairs = oneToOne.length + mismatches.length;
  const bank = pairs + manyToOne.length + unmatchedBank.length;
  const ledger = pairs + inBatches + 2 * offsetting.length + unmatchedLedger.length;
  return {
    bank_transactions: bank,
    gl_entries: ledger,
    matches_1to1: oneToOne.length,
    matches_many_to_one: manyToOne.length,
    matches_many_to_one_gl_entries: inBatches,
    matches_amount_mismatch: mismatches.length,
    offsetting_gl_pairs: offsetting.length,
    offsetting_gl_entries: 2 * offsetting.length,
    unmatched_bank: unmatchedBank.length,
    unmatched_gl: unmatchedLedger.length,
    gl_accounted: ledger,
    bank_accounted: bank,
  };
}

type Amounts = Readonly<Record<string, Decimal>>;

function object(
  plain: object,
  amounts: Amounts = {},
  groups: Readonly<Record<string, Amounts>> = {},
): string {
  const members = [
    ...Object.entries(plain).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
    ...amountMembers(amounts),
    ...Object.entries(groups).map(
      ([name, own]) => `${JSON.stringify(name)}:{${amountMembers(own).join(",")}}`,
    ),
  ];
  return `{${members.join(",")}}`;
}

function amountMembers(amounts: Amounts): string[] {
  return Object.entries(amounts).map(([name, value]) => `${JSON.stringify(name)}:${value.toFixed(2)}`);
}
