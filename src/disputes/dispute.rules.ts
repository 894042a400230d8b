import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { Decimal, formatAmount } from "../platform/money.js";

export type DisputeStatus = "OPEN" | "UNDER_REVIEW" | "RESOLVED" | "WITHDRAWN";
export type DisputeScope = "INVOICE" | "LINES" | "AMOUNT";
export type DisputeResolution = "CREDIT_MEMO" | "WRITE_OFF" | "BILL_BACK" | "REJECTED";

/** What may still be disputed of a part of an invoice: zero or positive, in its currency. */
export interface Disputable {
  readonly id: string;
  readonly left: Decimal;
}

/** How much of a part is claimed; positive. */
export interface Claim {
  readonly id: string;
  readonly amount: Decimal;
}

/** What is open and not claimed by standing disputes; zero when they claim all of it or, after payments, more. */
export function undisputed(open: Decimal, claimed: Decimal): Decimal {
  return Decimal.max(open.minus(claimed), 0);
}

/**
 * Lays an amount over parts in their order, each as far as it goes; parts that get nothing are left out. Items are given
 * the oldest due first, as a credit against their invoice would settle them.
 *
 * @throws RangeError when the parts come to less than the amount.
 */
export function spread(amount: Decimal, parts: readonly Disputable[]): Claim[] {
  let rest = amount;
  const claims: Claim[] = [];
  for (const { id, left } of parts) {
    const taken = Decimal.min(rest, left);
    if (taken.lte(0)) continue;
    claims.push({ id, amount: taken });
    rest = rest.minus(taken);
  }
  if (rest.gt(0)) throw new RangeError("the parts come to less than the amount");
  return claims;
}

/** What a standing document may settle of disputes. */
export interface SettlingDocument {
  readonly id: string;
  readonly number: string;
  /** What of it settles no other dispute; zero or positive. */
  readonly left: Decimal;
}

export interface CoverageAsked {
  /** What is disputed; positive. */
  readonly disputed: Decimal;
  /** What of it is accepted; as much as must be when null. */
  readonly accepted: Decimal | null;
  /** What the invoice has open now, after the documents. */
  readonly open: Decimal;
  readonly currency: string;
  readonly documents: readonly SettlingDocument[];
}

/**
 * How much of each document settles the dispute. They must come to what is accepted; when nothing is said about that, to
 * all that is disputed, but at most to what the invoice would have open without them: the customer has paid the rest.
 */
export function coverage(asked: CoverageAsked): Claim[] | Refusal {
  const { disputed, accepted, open, currency, documents } = asked;
  const sum = documents.reduce((total, { left }) => total.plus(left), new Decimal(0));
  const needed = accepted ?? Decimal.min(disputed, open.plus(sum));
  if (sum.gt(0) && sum.gte(needed)) return spread(needed, documents);
  const [comesTo, all] = [sum, needed].map((amount) => `${formatAmount(amount, currency)} ${currency}`);
  const names = documents.map(({ number }) => number).join(" and ");
  const message = `${names} ${documents.length > 1 ? "come" : "comes"} to ${comesTo} beside other disputes; ${all} are to be settled. Name what settles the rest, or say in \`acceptedAmount\` how much is accepted.`;
  return refusal("INVALID_VALUE", "settledBy", message);
}
