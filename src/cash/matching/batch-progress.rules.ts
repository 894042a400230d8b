import { toUnits, type Units } from "./amount-units.rules.js";
import type { CustomerAccount, ItemBook } from "./item-book.rules.js";
import type { MatchPayment, PaymentMatch } from "./matching.model.js";
import { namesAny } from "./named-numbers.rules.js";

/**
 * How sure what names and pays an item is: 0 when its number and the amount agree, 1 when only one of them is certain, 2 when
 * nothing is named.
 */
export type Strength = 0 | 1 | 2;

export const STRENGTHS: readonly Strength[] = [0, 1, 2];

interface Proposal {
  readonly amount: Units;
  readonly paymentId: string;
}

/**
 * What payments of a batch that is matched in chunks have to know of those in chunks before theirs: what these wait for, and
 * what they are proposed for. What was applied of them the books tell by themselves.
 */
export class BatchProgress {
  /** Only so strong evidence is taken, and nothing told of a payment without; null when all is told. */
  #upTo: Strength | null = null;
  readonly #claims = new Set<string>();
  readonly #proposed = new Map<string, Proposal[]>();
  readonly #applied = new Set<string>();

  get upTo(): Strength | null {
    return this.#upTo;
  }

  /** Begins with the first chunk again, for what is left. */
  goOn(upTo: Strength | null): void {
    this.#upTo = upTo;
    this.#claims.clear();
  }

  /** Whether there is anything to decide of the payment yet: what names nothing is never sure by a number. */
  isTurnOf(payment: MatchPayment): boolean {
    return this.#upTo === null || this.#upTo === 2 || namesAny(payment);
  }

  /** Claims of a payment that comes first and has not found its items yet. */
  wait(claims: Iterable<string>): void {
    for (const claim of claims) this.#claims.add(claim);
  }

  isAwaited(claim: string): boolean {
    return this.#claims.has(claim);
  }

  /** Whether a payment of the batch was applied to the item, which was open when the batch began. */
  wasOpen(itemId: string): boolean {
    return this.#applied.has(itemId);
  }

  /** Whether a payment of a chunk before is proposed for the item: what that leaves of it is not sure. */
  isProposed(itemId: string): boolean {
    return this.#proposed.has(itemId);
  }

  /** What is done of a payment. What is only proposed is not there for payments of later chunks. */
  tell({ paymentId, parts }: PaymentMatch): void {
    for (const { itemId, decision, amount, discount, writeOff } of parts) {
      if (decision === "AUTO") this.#applied.add(itemId);
      if (decision !== "PROPOSED") continue;
      const letGo = discount.plus(writeOff);
      const taken = amount.isNegative() ? amount.minus(letGo) : amount.plus(letGo);
      const own = this.#proposed.get(itemId) ?? [];
      this.#proposed.set(itemId, [...own, { amount: toUnits(taken), paymentId }]);
    }
  }

  /** Takes from the items of a chunk what payments before it are proposed for. */
  takeProposed(book: ItemBook): void {
    if (this.#proposed.size === 0) return;
    for (const account of book.accounts()) this.#takeFrom(account);
  }

  #takeFrom(account: CustomerAccount): void {
    for (const item of account.items)
      for (const { amount, paymentId } of this.#proposed.get(item.item.id) ?? [])
        account.take(item, amount, paymentId);
  }
}
