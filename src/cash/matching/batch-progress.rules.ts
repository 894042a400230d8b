import type { Units } from "./amount-units.rules.js";
import type { CustomerAccount, ItemBook } from "./item-book.rules.js";

/**
 * How sure what names and pays an item is: 0 when its number and the amount agree, 1 when only one of them is certain, 2 when
 * nothing is named.
 */
export type Strength = 0 | 1 | 2;

export const STRENGTHS: readonly Strength[] = [0, 1, 2];

interface Proposal {
  readonly itemId: string;
  readonly amount: Units;
  readonly paymentId: string;
}

/**
 * What payments of a batch that is matched in chunks have to know of those in chunks before theirs: what these wait for, and
 * what they are proposed for. What was applied of them the books tell by themselves.
 */
export class BatchProgress {
  readonly #claims = new Set<string>();
  readonly #proposed = new Map<string, Proposal[]>();

  constructor(
    /** Of the first chunks only so strong evidence is taken, and of no other payment anything told; of the last all. */
    readonly upTo: Strength | null = null,
  ) {}

  /** Claims of a payment that comes first and has not found its items yet. */
  wait(claims: Iterable<string>): void {
    for (const claim of claims) this.#claims.add(claim);
  }

  isAwaited(claim: string): boolean {
    return this.#claims.has(claim);
  }

  propose(itemId: string, amount: Units, paymentId: string): void {
    const own = this.#proposed.get(itemId) ?? [];
    this.#proposed.set(itemId, [...own, { itemId, amount, paymentId }]);
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
