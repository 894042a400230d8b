import type { BusinessDate } from "../platform/business-date.js";
import { Decimal, roundMoney } from "../platform/money.js";

/** An open item as a command holds it, locked. Debits positive, credits negative. */
export interface ItemState {
  readonly id: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly accountId: string;
  readonly currency: string;
  readonly documentNumber: string;
  readonly documentDate: BusinessDate;
  readonly dueDate: BusinessDate;
  readonly invoiceId: string | null;
  readonly instalmentNo: number | null;
  readonly receiptId: string | null;
  /** What its terms let go for paying early, and until when. */
  readonly discountPercent: string | null;
  readonly discountUntil: BusinessDate | null;
  readonly original: Decimal;
  readonly functionalOriginal: Decimal;
  open: Decimal;
  functionalOpen: Decimal;
  /**
   * The least that is open on any date from the one in question on, as a positive amount. Whoever plans against it
   * takes off what it has planned; settling does not.
   */
  available: Decimal;
}

/** One movement of an item, in document and functional currency. */
export interface Relief {
  readonly amount: Decimal;
  readonly functional: Decimal;
}

/** A credit applied to a debit: what moves on each, and the exchange difference realised on the debit. */
export interface Settlement {
  readonly credit: Relief;
  readonly debit: Relief;
  /** Functional currency; positive is a gain. Zero in the functional currency itself. */
  readonly realisedFx: Decimal;
}

/**
 * Takes a positive amount off an item's open balance. What remains in functional currency is always the
 * original's share of what remains open, so rounding never piles up and the last relief ends at zero in both.
 */
export function relieve(item: ItemState, amount: Decimal, functionalCurrency: string): Relief {
  const moved = item.original.isNegative() ? amount : amount.negated();
  const remaining = item.open.plus(moved);
  const target = roundMoney(item.functionalOriginal.times(remaining).div(item.original), functionalCurrency);
  return { amount: moved, functional: target.minus(item.functionalOpen) };
}

/**
 * Settles a positive amount of a debit with a credit of the same currency. The debit is relieved at the
 * credit's (settlement) rate; the difference to its own booking is realised FX = amount × (settlement rate −
 * booking rate), so that the debit is relieved by exactly its booked share. Changes both states.
 */
export function settle(
  credit: ItemState,
  debit: ItemState,
  amount: Decimal,
  functionalCurrency: string,
): Settlement {
  const given = relieve(credit, amount, functionalCurrency);
  const booked = relieve(debit, amount, functionalCurrency);
  const realisedFx = given.functional.plus(booked.functional);
  change(credit, given);
  change(debit, booked);
  return {
    credit: given,
    debit: { amount: booked.amount, functional: given.functional.negated() },
    realisedFx,
  };
}

/** Takes a positive amount off an item with its booked share, without a credit against it. Changes the state. */
export function letGo(item: ItemState, amount: Decimal, functionalCurrency: string): Relief {
  const relief = relieve(item, amount, functionalCurrency);
  change(item, relief);
  return relief;
}

function change(item: ItemState, relief: Relief): void {
  item.open = item.open.plus(relief.amount);
  item.functionalOpen = item.functionalOpen.plus(relief.functional);
}
