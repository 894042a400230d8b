import { explainAdvice, type PreparedLine, prepareLines } from "./advice-reading.rules.js";
import { toUnits } from "./amount-units.rules.js";
import type { CustomerBook, KnownPayer, PayerGround } from "./customer-book.rules.js";
import { type CustomerAccount, compare, type ItemBook } from "./item-book.rules.js";
import { EVIDENCE, type MatchRule } from "./match-settings.rules.js";
import type { MatchPayment, MatchSettings } from "./matching.model.js";
import { explainPayment } from "./payment-reading.rules.js";
import type { Explanation, ReadPart, WeighedReading } from "./reading.rules.js";
import type { ReferenceForm } from "./reference-form.rules.js";
import { textReferences } from "./text-references.rules.js";

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
  readonly lines: readonly PreparedLine[];
  readonly named: readonly ReferenceForm[];
  readonly candidates: readonly { readonly candidate: Candidate; readonly account: CustomerAccount }[];
  /** Whether it names something open of its payer's in another currency. */
  readonly namesOtherCurrency: boolean;
  /** How each account explained it when it was last looked at: most do not change while others are taken from. */
  readonly explained: Map<CustomerAccount, { readonly version: number; readonly explanation: Explanation }>;
}

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
    ...{ payment, lines, named, candidates: candidates.slice(0, CANDIDATES_MOST), explained: new Map() },
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
  const explained = prepared.candidates.map(({ candidate, account }) => {
    const explanation = explain(prepared, account, books.settingsOf(candidate.customerId));
    return { candidate, account, explanation, weight: candidate.weight + weightOf(explanation, candidate) };
  });
  explained.sort((a, b) => b.weight - a.weight);
  const total = 1 + explained.reduce((sum, { weight }) => sum + Math.exp(weight), 0);
  const scored = explained.map((one) => ({ ...one, score: Math.exp(one.weight) / total }));
  const [first, second] = scored;
  const parts = first
    ? first.explanation.chosen.flatMap((r) => evaluated(r, first.score, first.account))
    : [];
  const alternatives = scored
    .flatMap((one) => [
      ...one.explanation.others.flatMap((r) => evaluated(r, one.score, one.account)),
      ...(one === first ? [] : one.explanation.chosen.flatMap((r) => evaluated(r, one.score, one.account))),
    ])
    .sort((a, b) => b.score - a.score || compare(a.item.item.id, b.item.item.id));
  return {
    payer: first?.candidate ?? null,
    payerScore: first?.score ?? 0,
    parts,
    alternatives: alternatives.slice(0, ALTERNATIVES_MOST),
    severalPayers: second !== undefined && first !== undefined && second.score > first.score / 3,
    seen: seenVersion(prepared),
  };
}

function explain(
  { payment, lines, named, explained }: PreparedPayment,
  account: CustomerAccount,
  settings: MatchSettings,
): Explanation {
  const known = explained.get(account);
  if (known?.version === account.version) return known.explanation;
  const byLines = lines.length > 0 ? explainAdvice(payment, lines, account, settings) : null;
  const explanation =
    byLines && byLines.weight > 0.1 ? byLines : explainPayment(payment, named, account, settings);
  explained.set(account, { version: account.version, explanation });
  return explanation;
}

/** An amount alone leads from nobody to one of many items. */
function weightOf({ weight, chosen }: Explanation, { ground }: Candidate): number {
  const named = chosen.some(({ parts }) => parts.some(({ naming }) => naming !== null));
  return ground === null && !named ? Math.min(weight, EVIDENCE.amount.EQUAL) - 1 : weight;
}

function evaluated(reading: WeighedReading, payerScore: number, account: CustomerAccount): EvaluatedPart[] {
  const score = reading.share * payerScore;
  return reading.parts.map((part) => ({ ...part, rule: reading.rule, score, account }));
}
