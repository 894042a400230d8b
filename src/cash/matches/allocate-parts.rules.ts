import type { ItemState } from "../../ledger/index.js";
import { Decimal } from "../../platform/money.js";

/** Money on one item, as it is decided; the item is locked. */
export interface PartToApply {
  readonly partId: string;
  readonly item: ItemState;
  /** Of the item's sign: negative for a credit that is netted. */
  readonly amount: Decimal;
  /** Let go beside it; not negative. */
  readonly discount: Decimal;
}

export interface AllocatedPart {
  readonly credit: ItemState;
  readonly debit: ItemState;
  readonly amount: Decimal;
  readonly discount: Decimal;
  readonly partId: string;
  /** The part of the netted credit that it is paid with; null for the receipt's money. */
  readonly creditPartId: string | null;
}

/**
 * Which credit pays what: the credits that are netted first, then the receipt's money, each on the debits in their order.
 * A discount goes with the last credit on its item, which is the receipt's money if any of it is. What netted credits have
 * beyond the debits stays on them.
 */
export function allocateParts(money: readonly ItemState[], parts: readonly PartToApply[]): AllocatedPart[] {
  const netted = parts
    .filter(({ amount }) => amount.isNegative())
    .map(({ partId, item, amount }) => ({ item, partId: partId as string | null, left: amount.abs() }));
  const own = money.map((item) => ({ item, partId: null, left: item.available }));
  const sources = [...netted, ...own];
  return parts.flatMap(({ partId, item, amount, discount }): AllocatedPart[] => {
    if (amount.lte(0)) return [];
    let rest = amount;
    const taken = sources.flatMap((source) => {
      const part = Decimal.min(rest, source.left);
      if (part.lte(0)) return [];
      rest = rest.minus(part);
      source.left = source.left.minus(part);
      return [{ credit: source.item, debit: item, amount: part, partId, creditPartId: source.partId }];
    });
    return taken.map((one, at) => ({
      ...one,
      discount: at === taken.length - 1 ? discount : new Decimal(0),
    }));
  });
}

/** What of the receipt's own money the parts take. */
export function moneyOf(parts: readonly { readonly amount: Decimal }[]): Decimal {
  return parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

/** Takes what the parts take off what their items have available, so that nobody else of the batch does. */
export function reserve(parts: readonly PartToApply[]): void {
  for (const { item, amount, discount } of parts)
    item.available = item.available.minus(amount.abs()).minus(discount);
}

/** Whether the receipt and the items have room for all parts. */
export function fits(money: readonly ItemState[], parts: readonly PartToApply[]): boolean {
  const needed = moneyOf(parts);
  const room = parts.every(({ item, amount, discount }) => amount.abs().plus(discount).lte(item.available));
  const there = money.reduce((sum, { available }) => sum.plus(available), new Decimal(0));
  return room && !needed.isNegative() && needed.lte(there);
}
