import { explainAdvice, type PreparedLine, prepareLines } from "./advice-reading.rules.js";
import { toUnits, type Units } from "./amount-units.rules.js";
import { doubtOf, type Objections, objectionsOf } from "./clerk-doubts.rules.js";
import type { CustomerBook, KnownPayer, PayerGround } from "./customer-book.rules.js";
import { type CustomerAccount, compare, type ItemBook } from "./item-book.rules.js";
import { EVIDENCE, type MatchRule } from "./match-settings.rules.js";
import type { MatchPayment, MatchSettings } from "./matching.model.js";
import { type Asked, explainPayment, itemsNamed, type NamedItem } from "./payment-reading.rules.js";
import type { Explanation, ReadPart, WeighedReading } from "./reading.rules.js";
import type { ReferenceForm } from "./reference-form.rules.js";
import { textReferences } from "./text-references.rules.js";
import { paidByAnother } from "./third-party.rules.js";

/** What a batch is matched with. */
export interface Books {
  readonly items: ItemBook;
  readonly customers: CustomerBook;
  readonly settingsOf: (customerId: string) => MatchSettings;
}

export interface EvaluatedPart extends ReadPart {
  readonly rule: MatchRule;
  /** 0 to 1. */
  readonly score: number;
  readonly account: CustomerAccount;
  /** Why it is not applied whatever its score; null when nothing speaks against it. */
  readonly doubt: string | null;
}

/** The likeliest reading of a payment as the books stand. */
export interface Evaluation {
  readonly payer: Candidate | null;
  /** How sure the payer is, 0 to 1. */
  readonly payerScore: number;
  readonly parts: readonly EvaluatedPart[];
  readonly alternatives: readonly EvaluatedPart[];
  /** The next likely payer is nearly as likely. */
  readonly severalPayers: boolean;
  /** Changes when an item that was looked at has changed. */
  readonly seen: number;
}

export interface Candidate {
  readonly customerId: string;
  /** Null when only its items speak for it. */
  readonly ground: PayerGround | null;
  readonly weight: number;
}

/** Payers beyond so many are not looked at: a name that so many share names nobody. */
const CANDIDATES_MOST = 40;

const ALTERNATIVES_MOST = 5;

/** What is looked up of a payment once, whatever becomes of the books. */
export interface PreparedPayment {
  readonly payment: MatchPayment;
  readonly amount: Units;
  readonly lines: readonly PreparedLine[];
  readonly named: readonly ReferenceForm[];
  readonly candidates: readonly { readonly candidate: Candidate; readonly account: CustomerAccount }[];
  /** Whether it names something open of its payer's in another currency. */
  readonly namesOtherCurrency: boolean;
  /** How each account explained it when it was last looked at: most do not change while others are taken from. */
  readonly explained: Map<CustomerAccount, { readonly version: number; readonly explanation: Explanation }>;
  readonly objections: Objections;
  /** What the bank's text names of each account, which never changes. */
  readonly namedIn: Map<CustomerAccount, readonly (readonly NamedItem[])[]>;
}

/**
 * What other payers' items could at most take from the likeliest payer's score without being looked for. Where a number and
 * the amount agree, no group of invoices that happen to add up in the books of a namesake changes what is done.
 */
const UNSEEN_MOST = 0.005;

export function preparePayment(payment: MatchPayment, books: Books): PreparedPayment {
  const lines = prepareLines(payment, books.items);
  const named = textReferences(payment.text);
  const known = books.customers.payersOf(payment);
  const forms = [...named, ...lines.flatMap(({ reference }) => reference ?? [])];
  const candidates = candidatesOf(payment, lines, forms, known, books).flatMap((candidate) => {
    const account = books.items.account(candidate.customerId, payment.currency);
    return account ? [{ candidate, account }] : [];
  });
  return {
    ...{ payment, lines, named, candidates: candidates.slice(0, CANDIDATES_MOST) },
    amount: toUnits(payment.amount),
    explained: new Map(),
    namedIn: new Map(),
    objections: objectionsOf(payment, named, books),
    namesOtherCurrency: namesOtherCurrency(payment, forms, known, books),
  };
}

/** Whom the payment may be from: by what it says of its payer, by the numbers in it, and by its amounts. */
function candidatesOf(
  payment: MatchPayment,
  lines: readonly PreparedLine[],
  forms: readonly ReferenceForm[],
  known: readonly KnownPayer[],
  { items }: Books,
): Candidate[] {
  const weight = strangerWeight(payment, known);
  const found = new Map(known.map((payer) => [payer.customer.id, candidateOf(payer, weight)]));
  const amounts = [toUnits(payment.amount), ...lines.flatMap(({ amount }) => amount ?? [])];
  const led = [
    ...forms.flatMap((form) => items.named(form)),
    ...amounts.flatMap((amount) => items.withAmount(amount, payment.currency)),
  ];
  const leading = new Set(led.map(({ item }) => item.customerId));
  for (const customerId of leading) {
    if (!found.has(customerId)) found.set(customerId, { customerId, ground: null, weight });
  }
  // Those to whom a number or an amount leads before those who only have such a name.
  const rank = ({ customerId }: Candidate) => Number(leading.has(customerId));
  return [...found.values()].sort(
    (a, b) => rank(b) - rank(a) || b.weight - a.weight || compare(a.customerId, b.customerId),
  );
}

/** Of a stranger only a number as it is given says so: its digits may be anybody's. */
function namesOtherCurrency(
  { currency }: MatchPayment,
  forms: readonly ReferenceForm[],
  known: readonly KnownPayer[],
  { items }: Books,
): boolean {
  const payers = new Set(known.map(({ customer }) => customer.id));
  return forms.some((form) =>
    items.named(form).some(({ item, number, left }) => {
      if (item.currency === currency || left === 0n) return false;
      return payers.size === 0 ? number.plain === form.plain : payers.has(item.customerId);
    }),
  );
}

/** Where the payer is known, another branch of its name is as strange as anybody. */
function candidateOf({ customer, ground }: KnownPayer, stranger: number): Candidate {
  const weight = EVIDENCE.payer[ground];
  return {
    customerId: customer.id,
    ground,
    weight: ground === "OTHER_BRANCH" ? Math.min(weight, stranger + 1) : weight,
  };
}

function strangerWeight({ payerName }: MatchPayment, known: readonly KnownPayer[]): number {
  const surest = Math.max(0, ...known.map(({ ground }) => EVIDENCE.payer[ground]));
  if (surest >= EVIDENCE.payer.SHORTENED) return EVIDENCE.stranger.knownPayer;
  return payerName ? EVIDENCE.stranger.unknownName : EVIDENCE.stranger.noName;
}

export function seenVersion({ candidates }: PreparedPayment): number {
  return candidates.reduce((sum, { account }) => sum + account.version, 0);
}

/** Weighs all payers and all that their items can say, and keeps the likeliest. */
export function evaluatePayment(prepared: PreparedPayment, books: Books): Evaluation {
  const apparent = weighed(explainAll(prepared, books, UNSEEN_MOST));
  const scored = isSure(apparent, books) ? apparent : weighed(explainAll(prepared, books, 0));
  const [first, second] = scored;
  const known = books.settingsOf(first?.candidate.customerId ?? "");
  const other = paidByAnother(scored, known.proposeFrom);
  const likeliest = other ?? first;
  const parts = other ? forAnother(other, first, books) : doubted(chosenOf(first), prepared);
  const alternatives = scored
    .flatMap((one) => [
      ...one.explanation.others.flatMap((r) => evaluated(r, one.score, one.account)),
      ...(one === likeliest ? [] : chosenOf(one)),
    ])
    .sort((a, b) => b.score - a.score || compare(a.item.item.id, b.item.item.id));
  return {
    payer: likeliest?.candidate ?? null,
    payerScore: likeliest?.score ?? 0,
    parts,
    alternatives: alternatives.slice(0, ALTERNATIVES_MOST),
    severalPayers: second !== undefined && first !== undefined && second.score > first.score / 3,
    seen: seenVersion(prepared),
  };
}

interface ExplainedCandidate {
  readonly candidate: Candidate;
  readonly account: CustomerAccount;
  readonly explanation: Explanation;
  readonly weight: number;
}

/**
 * Those come first whom a number or an amount leads to: often the others need no look.
 * @param most how much what is not looked for may weigh, beside the likeliest
 */
function explainAll(
  prepared: PreparedPayment,
  { settingsOf }: Books,
  most: number,
): readonly ExplainedCandidate[] {
  let best = 0;
  let unseen = 0;
  return prepared.candidates.map(({ candidate, account }) => {
    const negligible = best + Math.log(most - unseen) - candidate.weight;
    const explanation = explain(prepared, account, settingsOf(candidate.customerId), negligible);
    const weight = candidate.weight + weightOf(explanation, candidate);
    if (explanation.cutShort) unseen += Math.exp(weight - best);
    best = Math.max(best, weight);
    return { candidate, account, explanation, weight };
  });
}

interface ScoredCandidate extends ExplainedCandidate {
  readonly score: number;
}

/** The likeliest first. */
function weighed(explained: readonly ExplainedCandidate[]): readonly ScoredCandidate[] {
  const total = 1 + explained.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  return [...explained]
    .sort((a, b) => b.weight - a.weight)
    .map((one) => ({ ...one, score: Math.exp(one.weight) / total }));
}

/** What is sure though all that was not looked for counts as found stays so; of anything else all is looked at. */
function isSure([first]: readonly ScoredCandidate[], { settingsOf }: Books): boolean {
  if (!first || first.explanation.chosen.length === 0) return false;
  const { applyFrom } = settingsOf(first.candidate.customerId);
  return first.explanation.chosen.every(({ share }) => share * first.score >= applyFrom);
}

function explain(
  prepared: PreparedPayment,
  account: CustomerAccount,
  settings: MatchSettings,
  negligible: number,
): Explanation {
  const { payment, amount, lines, explained } = prepared;
  const known = explained.get(account);
  if (known?.version === account.version && isStillFit(known.explanation, negligible))
    return known.explanation;
  const asked: Asked = { payment, amount, named: () => namedIn(prepared, account), account, settings };
  const byLines = lines.length > 0 ? explainAdvice(payment, lines, account, settings) : null;
  const explanation = byLines && byLines.weight > 0.1 ? byLines : explainPayment(asked, negligible);
  explained.set(account, { version: account.version, explanation });
  return explanation;
}

/** What could be passed over beside another payer matters when that one is no longer as likely. */
function isStillFit({ cutShort, weight }: Explanation, negligible: number): boolean {
  return !cutShort || weight <= negligible;
}

function namedIn(prepared: PreparedPayment, account: CustomerAccount): readonly (readonly NamedItem[])[] {
  const found = prepared.namedIn.get(account) ?? itemsNamed(prepared.named, account);
  prepared.namedIn.set(account, found);
  return found;
}

/** An amount alone leads from nobody to one of many items. */
function weightOf({ weight, chosen }: Explanation, { ground }: Candidate): number {
  const named = chosen.some(({ parts }) => parts.some(({ naming }) => naming !== null));
  return ground === null && !named ? Math.min(weight, EVIDENCE.amount.EQUAL) - 1 : weight;
}

function evaluated(reading: WeighedReading, payerScore: number, account: CustomerAccount): EvaluatedPart[] {
  const score = reading.share * payerScore;
  return reading.parts.map((part) => ({ ...part, rule: reading.rule, score, account, doubt: null }));
}

function chosenOf(one: ScoredCandidate | undefined): EvaluatedPart[] {
  return one ? one.explanation.chosen.flatMap((r) => evaluated(r, one.score, one.account)) : [];
}

function doubted(parts: readonly EvaluatedPart[], { objections }: PreparedPayment): EvaluatedPart[] {
  return parts.map((part) => ({ ...part, doubt: doubtOf(part, parts, objections) }));
}

/** Likely enough to be proposed, and no more: who pays is known to be somebody else. */
function forAnother(
  other: ScoredCandidate,
  payer: ScoredCandidate | undefined,
  { customers, settingsOf }: Books,
): EvaluatedPart[] {
  const { proposeFrom } = settingsOf(other.candidate.customerId);
  const name = customers.customer(payer?.candidate.customerId ?? "")?.name;
  return chosenOf(other).map((part) => ({
    ...part,
    score: Math.max(part.score, proposeFrom),
    doubt: name ? `but the payer seems to be ${name}` : "but the payer seems to be another customer",
  }));
}
