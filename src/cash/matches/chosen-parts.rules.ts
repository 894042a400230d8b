import type { ItemState } from "../../ledger/index.js";
import type { BusinessDate } from "../../platform/business-date.js";
import { type Refusal, refusal } from "../../platform/commands/refusal.js";
import { Decimal, fitsCurrency, formatAmount, minorUnits } from "../../platform/money.js";

/** Money on an item, or for a customer, as a person wants it. */
export interface ChosenPart {
  /** Id of the part that is kept of it. */
  readonly partId: string;
  /** Null: it stays unapplied money of the customer. */
  readonly itemId: string | null;
  /** Whose it is; null: whose the item is. */
  readonly customerId: string | null;
  /** Positive on what is owed, negative for a credit that is netted. */
  readonly amount: Decimal;
  /** Let go beside it; null: what the item offers to money that came in time. */
  readonly discount: Decimal | null;
  /** Where it stands in the input. */
  readonly path: readonly string[];
}

/** What is wrong with a part by itself; the items are locked. */
export function checkPart(
  part: ChosenPart,
  item: ItemState | undefined,
  currency: string,
  date: BusinessDate,
): Refusal[] {
  const { amount, path } = part;
  const found: Refusal[] = [];
  const add = (code: string, at: string, message: string) =>
    found.push(refusal(code, at === "" ? path : [...path, at], message));
  if (!fitsCurrency(amount, currency))
    add("INVALID_AMOUNT", "amount", `${currency} has ${minorUnits(currency)} decimals; ${amount} has more.`);
  if (part.itemId === null) {
    if (amount.lte(0)) add("INVALID_AMOUNT", "amount", "The amount must be more than zero.");
    return found;
  }
  if (!item || item.receiptId !== null) {
    add("NOT_FOUND", "", "There is no such open item.");
    return found;
  }
  const isCredit = item.original.isNegative();
  if (amount.isZero() || amount.isNegative() !== isCredit) {
    const sign = isCredit ? "is a credit: its amount is negative" : "is owed: its amount is more than zero";
    add("INVALID_AMOUNT", "amount", `${item.documentNumber} ${sign}.`);
  }
  if (item.currency !== currency)
    add(
      "CURRENCY_MISMATCH",
      "",
      `${item.documentNumber} is in ${item.currency}, the receipt in ${currency}.`,
    );
  if (part.customerId !== null && part.customerId !== item.customerId)
    add("CUSTOMER_MISMATCH", "", `${item.documentNumber} is not this customer's.`);
  if (date < item.documentDate) {
    const message = `${item.documentNumber} is dated ${item.documentDate}; nothing can be applied with it on ${date}.`;
    found.push(refusal("INVALID_DATE", "effectiveDate", message));
  }
  return found;
}

/** Parts that take more than their items have open, all parts of an item together. */
export function checkRoom(
  parts: readonly (ChosenPart & { readonly discount: Decimal })[],
  items: ReadonlyMap<string, ItemState>,
): Refusal[] {
  const left = new Map<string, Decimal>();
  return parts.flatMap(({ itemId, amount, discount, path }): Refusal[] => {
    const item = itemId === null ? undefined : items.get(itemId);
    if (!item) return [];
    const rest = (left.get(item.id) ?? item.available).minus(amount.abs()).minus(discount);
    left.set(item.id, rest);
    return rest.isNegative()
      ? [exceeds(item.documentNumber, item, item.available.minus(rest), [...path, "amount"])]
      : [];
  });
}

/** The parts against the money that there is to apply. */
export function checkMoney(
  needed: Decimal,
  there: Decimal,
  receipt: { readonly number: string; readonly currency: string },
  mustBeWhole: boolean,
  path: string,
): Refusal[] {
  const { number, currency } = receipt;
  const balance = formatAmount(there, currency);
  const asked = formatAmount(needed, currency);
  if (needed.isNegative() || needed.gt(there)) {
    const message = `The parts come to ${asked} ${currency}; receipt ${number} has ${balance} ${currency} to apply.`;
    return [refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency })];
  }
  if (!mustBeWhole || needed.eq(there)) return [];
  const message = `The parts come to ${asked} ${currency}, and receipt ${number} has ${balance} ${currency}: say whose the rest is.`;
  return [refusal("INVALID_AMOUNT", path, message)];
}

function exceeds(name: string, item: ItemState, asked: Decimal, path: readonly string[]): Refusal {
  const balance = formatAmount(item.available, item.currency);
  const message = `${formatAmount(asked.abs(), item.currency)} ${item.currency} is more than the ${balance} ${item.currency} that ${name} has open.`;
  return refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency: item.currency });
}
