import { type BusinessDate, daysBetween } from "../../platform/business-date.js";
import { type Amount, Decimal } from "../../platform/money.js";

/** An advice that is not paired yet. */
export interface PairableAdvice {
  readonly id: string;
  /** Trace, cheque and payment numbers, as written. */
  readonly references: readonly string[];
  readonly payer: PairableParty;
  readonly total: Amount;
  /** Null when the advice does not say it: then that of the payment is as good as any. */
  readonly currency: string | null;
  readonly paidOn: BusinessDate | null;
}

/** A payment that came in and has no advice yet. */
export interface PairablePayment {
  readonly id: string;
  /** Every reference that came with it: end-to-end id, trace and cheque number, the bank's own. */
  readonly references: readonly string[];
  readonly payer: PairableParty;
  readonly amount: Amount;
  readonly currency: string;
  readonly receivedOn: BusinessDate;
}

/** Who paid, by whatever is known of it. */
export interface PairableParty {
  readonly customerId: string | null;
  readonly account: string | null;
  readonly name: string | null;
}

export interface AdvicePairing {
  readonly adviceId: string;
  readonly paymentId: string;
  readonly by: "PAYMENT_REFERENCE" | "PAYER_AND_AMOUNT";
  /** Why, for a person. */
  readonly evidence: string;
}

/** Payments that a person said are not what an advice explains, by advice. */
export type TakenApart = ReadonlyMap<string, ReadonlySet<string>>;

/** An advice and its payment are at most so many days apart when nothing but payer and amount says they belong together. */
export const PAIRING_DAYS = 5;

/** Shorter numbers than this stand in too many places to name a payment. */
const SHORTEST_REFERENCE = 4;

/**
 * Pairs advices with the payments that they explain, whichever came first. By a reference of the payment, where amount
 * and currency agree as well; what is left, by payer and exact amount within `PAIRING_DAYS`. A pair is only made when
 * neither side has another candidate of the same kind: what is ambiguous is left for a person, and what a person took apart
 * is no candidate. Payments of zero have no money to be paired with. Independent of the order of its arguments, and linear in them but for equal amounts.
 */
export function pairAdvices(
  advices: readonly PairableAdvice[],
  payments: readonly PairablePayment[],
  apart: TakenApart = new Map(),
): AdvicePairing[] {
  const isApart = (advice: PairableAdvice, payment: PairablePayment) =>
    apart.get(advice.id)?.has(payment.id) === true;
  const paying = advices.filter(({ total }) => new Decimal(total).gt(0));
  const named = uniquePairs(paying, payments, referenceKeys, (a, p) => !isApart(a, p)).map(
    ({ advice, payment, key }): AdvicePairing => ({
      adviceId: advice.id,
      paymentId: payment.id,
      by: "PAYMENT_REFERENCE",
      evidence: `payment reference ${key} and the amount ${payment.amount} ${payment.currency} are the same`,
    }),
  );
  const done = new Set(named.flatMap(({ adviceId, paymentId }) => [`a${adviceId}`, `p${paymentId}`]));
  const left = paying.filter(({ id }) => !done.has(`a${id}`));
  const unpaired = payments.filter(({ id }) => !done.has(`p${id}`));
  const alike = uniquePairs(left, unpaired, payerKeys, (a, p) => withinDays(a, p) && !isApart(a, p)).map(
    ({ advice, payment, key }): AdvicePairing => ({
      adviceId: advice.id,
      paymentId: payment.id,
      by: "PAYER_AND_AMOUNT",
      evidence: `the only payment of ${payment.amount} ${payment.currency} by ${key} within ${PAIRING_DAYS} days of ${advice.paidOn}`,
    }),
  );
  return [...named, ...alike].sort((a, b) => (a.adviceId < b.adviceId ? -1 : 1));
}

/** A payment reference without what is only spelling: case, punctuation, leading zeros; null when too short to name one. */
export function normalisedPaymentReference(reference: string): string | null {
  const plain = reference
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+/, "");
  return plain.length < SHORTEST_REFERENCE || !/\p{N}/u.test(plain) ? null : plain;
}

interface Candidate {
  readonly advice: PairableAdvice;
  readonly payment: PairablePayment;
  readonly key: string;
}

function uniquePairs(
  advices: readonly PairableAdvice[],
  payments: readonly PairablePayment[],
  keysOf: (either: PairableAdvice | PairablePayment) => string[],
  allowed: (advice: PairableAdvice, payment: PairablePayment) => boolean,
): Candidate[] {
  const byKey = new Map<string, PairablePayment[]>();
  for (const payment of payments) {
    for (const key of new Set(keysOf(payment))) {
      const place = `${plain(payment.amount)} ${key}`;
      const known = byKey.get(place);
      if (known) known.push(payment);
      else byKey.set(place, [payment]);
    }
  }
  const candidates = new Map<string, Candidate>();
  for (const advice of advices) {
    for (const key of new Set(keysOf(advice))) {
      for (const payment of byKey.get(`${plain(advice.total)} ${key}`) ?? []) {
        const sameMoney = advice.currency === null || advice.currency === payment.currency;
        const pair = JSON.stringify([advice.id, payment.id]);
        if (sameMoney && allowed(advice, payment) && !candidates.has(pair)) {
          candidates.set(pair, { advice, payment, key: key.slice(key.indexOf(":") + 1) });
        }
      }
    }
  }
  const found = [...candidates.values()];
  const ofAdvice = counted(found.map(({ advice }) => advice.id));
  const ofPayment = counted(found.map(({ payment }) => payment.id));
  return found.filter(
    ({ advice, payment }) => ofAdvice.get(advice.id) === 1 && ofPayment.get(payment.id) === 1,
  );
}

function referenceKeys({ references }: { readonly references: readonly string[] }): string[] {
  return references.flatMap((reference) => {
    const key = normalisedPaymentReference(reference);
    return key === null ? [] : [`reference:${key}`];
  });
}

function payerKeys({ payer }: { readonly payer: PairableParty }): string[] {
  const account = (payer.account ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "");
  const name = (payer.name ?? "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return [
    ...(payer.customerId === null ? [] : [`customer:customer ${payer.customerId}`]),
    ...(account.length < SHORTEST_REFERENCE ? [] : [`account:account ${account}`]),
    ...(name.length < SHORTEST_REFERENCE ? [] : [`name:${name}`]),
  ];
}

function withinDays({ paidOn }: PairableAdvice, { receivedOn }: PairablePayment): boolean {
  return paidOn !== null && Math.abs(daysBetween(paidOn, receivedOn)) <= PAIRING_DAYS;
}

function plain(amount: Amount): string {
  return new Decimal(amount).toFixed();
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
