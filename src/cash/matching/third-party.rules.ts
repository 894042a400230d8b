import { isBare } from "./clerk-doubts.rules.js";
import type { PayerGround } from "./customer-book.rules.js";
import { type Explanation, isCertain, type ReadPart } from "./reading.rules.js";

interface Scored {
  /** By what the payer is known; null when only its items speak for it. */
  readonly candidate: { readonly ground: PayerGround | null };
  readonly explanation: Explanation;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * Whose documents a known payer names, by our numbers and with their amounts, when its own explain nothing well enough to be
 * proposed: it may pay for another. Null when they are several customers', or nobody's.
 * @param scored the likeliest first
 */
export function paidByAnother<T extends Scored>(scored: readonly T[], proposeFrom: number): T | null {
  const [first, ...others] = scored;
  if (!first || first.candidate.ground === null) return null;
  if (first.explanation.chosen.some(({ share }) => share * first.score >= proposeFrom)) return null;
  const [only, ...more] = others.filter(({ explanation: { chosen, unexplained } }) => {
    return chosen.length > 0 && unexplained === 0 && chosen.every(({ parts }) => parts.every(isNamedAndPaid));
  });
  return only && more.length === 0 ? only : null;
}

function isNamedAndPaid({ naming, item, fit }: ReadPart): boolean {
  if (!naming || naming.own || !isCertain(naming) || isBare(naming, item) || fit.settled) return false;
  return fit.kind === "EQUAL" || fit.kind === "LESS_DISCOUNT";
}
