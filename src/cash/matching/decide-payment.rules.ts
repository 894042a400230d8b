import { fromUnits, toUnits, type Units } from "./amount-units.rules.js";
import type { Books, EvaluatedPart, Evaluation, PreparedPayment } from "./evaluate-payment.rules.js";
import { compare } from "./item-book.rules.js";
import { evidenceOf, payerWords } from "./match-evidence.rules.js";
import type {
  AlternativePart,
  MatchDecision,
  MatchedPart,
  MatchSettings,
  PaymentMatch,
  Remainder,
  RemainderReason,
} from "./matching.model.js";

/** A part with what is done about it. */
export interface DecidedPart {
  readonly part: EvaluatedPart;
  readonly applied: Units;
  readonly decision: MatchDecision;
}

/** What is applied, and what is proposed of it; nothing that was settled before. */
export interface Decided {
  readonly parts: readonly DecidedPart[];
  readonly duplicateOf: readonly string[];
  /** Parts that are too unsure to be proposed. */
  readonly left: readonly EvaluatedPart[];
}

/** From so much on a payer is known. */
const PAYER_KNOWN = 0.8;

/** Decides each part by its score; all are only proposed when together they are more than the payment. */
export function decide(
  { payment }: PreparedPayment,
  evaluation: Evaluation,
  settings: MatchSettings,
): Decided {
  const open = evaluation.parts.filter(({ fit }) => !fit.settled);
  const sure = open.filter(({ score }) => score >= settings.proposeFrom);
  const settled = evaluation.parts.filter(({ fit, score }) => fit.settled && score >= settings.proposeFrom);
  const amount = toUnits(payment.amount);
  const isCertain = ({ score, doubt }: EvaluatedPart) => score >= settings.applyFrom && doubt === null;
  const auto = sure.filter(isCertain);
  const fitsIn = (parts: readonly EvaluatedPart[]) => within(sumOf(parts), amount);
  const applicable = fitsIn(sure) && fitsIn(auto) && (settled.length === 0 || auto.length === 0);
  const parts = capped(sure, amount).map(({ part, applied }) => ({
    part,
    applied,
    decision: applicable && isCertain(part) ? ("AUTO" as const) : ("PROPOSED" as const),
  }));
  return {
    parts,
    duplicateOf: [...new Set(settled.flatMap(({ item }) => item.settledBy?.paymentId ?? []))].sort(compare),
    left: open.filter(({ score }) => score < settings.proposeFrom),
  };
}

function sumOf(parts: readonly EvaluatedPart[]): Units {
  return parts.reduce((sum, { fit }) => sum + fit.applied, 0n);
}

function within(sum: Units, amount: Units): boolean {
  return amount >= 0n ? sum <= amount : sum >= amount;
}

/** Credits first, which add to the money; then the surest, until it is spent. */
function capped(parts: readonly EvaluatedPart[], amount: Units): { part: EvaluatedPart; applied: Units }[] {
  const against = (units: Units) => units < 0n !== amount < 0n;
  let rest = amount;
  const kept = new Map<EvaluatedPart, Units>();
  const ordered = [...parts].sort(
    (a, b) => Number(against(b.fit.applied)) - Number(against(a.fit.applied)) || b.score - a.score,
  );
  for (const part of ordered) {
    const applied = against(part.fit.applied) || within(part.fit.applied, rest) ? part.fit.applied : rest;
    rest -= applied;
    if (applied !== 0n) kept.set(part, applied);
  }
  return parts.flatMap((part) => {
    const applied = kept.get(part);
    return applied === undefined ? [] : [{ part, applied }];
  });
}

/** What is told of a payment. */
export function matchOf(
  prepared: PreparedPayment,
  evaluation: Evaluation,
  decided: Decided,
  books: Books,
): PaymentMatch {
  const { payment } = prepared;
  const { payer, payerScore } = evaluation;
  const known = payer !== null && (payerScore >= PAYER_KNOWN || decided.parts.length > 0);
  const rest = decided.parts.reduce((sum, { applied }) => sum - applied, toUnits(payment.amount));
  const remainder: Remainder = {
    amount: fromUnits(rest),
    disposition: known ? books.settingsOf(payer.customerId).remainder : "UNIDENTIFIED",
    reason: reasonOf(prepared, evaluation, decided, known),
  };
  return {
    paymentId: payment.id,
    payer: known
      ? { customerId: payer.customerId, score: rounded(payerScore), evidence: payerWords(payer) }
      : null,
    parts: decided.parts.map((one) => matchedPart(one, evaluation)),
    alternatives: alternativesOf(evaluation, decided),
    remainder: rest === 0n ? null : remainder,
    duplicateOf: decided.duplicateOf,
  };
}

function matchedPart({ part, applied, decision }: DecidedPart, { payer }: Evaluation): MatchedPart {
  const { fit, memo } = part;
  const whole = applied === fit.applied;
  return {
    itemId: part.item.item.id,
    amount: fromUnits(applied),
    discount: fromUnits(whole ? fit.discount : 0n),
    deduction: whole && fit.deduction > 0n ? { amount: fromUnits(fit.deduction), reason: memo ?? "" } : null,
    writeOff: fromUnits(whole ? fit.writeOff : 0n),
    rule: part.rule,
    decision,
    score: rounded(part.score),
    evidence: evidenceOf(part, payer, !whole),
  };
}

/** Only where something is left to a person. */
function alternativesOf({ alternatives, payer }: Evaluation, { parts, left }: Decided): AlternativePart[] {
  if (left.length === 0 && parts.length > 0 && parts.every(({ decision }) => decision === "AUTO")) return [];
  return [...left, ...alternatives.filter(({ fit }) => !fit.settled)].map((part) => ({
    itemId: part.item.item.id,
    score: rounded(part.score),
    evidence: evidenceOf(part, payer?.customerId === part.item.item.customerId ? payer : null),
  }));
}

function reasonOf(
  { payment, candidates, namesOtherCurrency }: PreparedPayment,
  { alternatives, severalPayers, payer }: Evaluation,
  { parts, left, duplicateOf }: Decided,
  known: boolean,
): RemainderReason {
  if (duplicateOf.length > 0) return "DUPLICATE_SUSPECTED";
  if (namesOtherCurrency) return "OTHER_CURRENCY";
  if (parts.length > 0) return "OVERPAID";
  if (payer === null || candidates.length === 0) return "PAYER_UNKNOWN";
  if (left.length > 0 && alternatives.length > 0) return "AMBIGUOUS";
  if (!known) return severalPayers ? "PAYER_AMBIGUOUS" : "PAYER_UNKNOWN";
  return payment.advice.some(({ reference }) => reference !== null) ? "REFERENCE_UNKNOWN" : "NOTHING_FITS";
}

function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
