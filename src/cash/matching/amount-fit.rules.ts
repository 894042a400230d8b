import { addDays } from "../../platform/business-date.js";
import { Decimal } from "../../platform/money.js";
import { absolute, toUnits, type Units } from "./amount-units.rules.js";
import { type BookItem, sizes } from "./item-book.rules.js";
import type { MatchPayment, MatchSettings } from "./matching.model.js";

/** How an amount stands to what an item has open. */
export type AmountKind =
  | "EQUAL"
  | "LESS_STATED"
  | "LESS_DISCOUNT"
  | "WITHIN_TOLERANCE"
  | "USUAL_DISCOUNT"
  | "WHOLE_PER_CENT"
  | "UNSTATED"
  | "PART"
  | "SMALL_PART"
  | "MORE";

/** An amount laid on an item. All of the item's sign, but the sizes of what is let go. */
export interface AmountFit {
  readonly kind: AmountKind;
  readonly applied: Units;
  /** What the item had open when it was looked at. */
  readonly open: Units;
  readonly discount: Units;
  readonly deduction: Units;
  readonly writeOff: Units;
  /** The item was settled before by such an amount: nothing can be applied. */
  readonly settled: boolean;
}

/** Less than this share of an item is seldom paid on it. */
const SMALL_PART_OF = 20n;

/** Half a hundredth, in units: the payer rounded. */
const ROUNDING = 50;

type Terms = Pick<MatchSettings, "tolerance" | "discountGraceDays">;

/** Null when the item has nothing open on that side, and was not settled by the same amount. */
export function amountFit(
  amount: Units | null,
  item: BookItem,
  memo: string | null,
  payment: Pick<MatchPayment, "date">,
  terms: Terms,
): AmountFit | null {
  const settled = item.left === 0n;
  const open = settled ? (item.settledBy?.amount ?? 0n) : item.left;
  if (open === 0n) return null;
  const laid = (kind: AmountKind, applied: Units, letGo: Partial<AmountFit> = {}): AmountFit | null =>
    settled && kind !== "EQUAL" && kind !== "UNSTATED"
      ? null
      : { kind, applied, open, discount: 0n, deduction: 0n, writeOff: 0n, settled, ...letGo };
  if (amount === null) return laid("UNSTATED", open);
  const both = sizes(amount, open);
  if (!both) return null;
  const [paid, due] = both;
  if (paid === due) return laid("EQUAL", amount);
  const tolerance = terms.tolerance.isZero() ? 0n : toUnits(terms.tolerance);
  if (paid > due) return laid(paid - due <= tolerance ? "WITHIN_TOLERANCE" : "MORE", open);
  const missing = due - paid;
  if (missing === item.discount && missing === offered(item, payment, terms))
    return laid("LESS_DISCOUNT", amount, { discount: missing });
  if (statesDifference(memo, due, missing)) return laid("LESS_STATED", amount, { deduction: missing });
  if (missing <= tolerance) return laid("WITHIN_TOLERANCE", amount, { writeOff: missing });
  if (isUsualDiscount(due, missing)) return laid("USUAL_DISCOUNT", amount);
  if ((paid * 100n) % due === 0n) return laid("WHOLE_PER_CENT", amount);
  return laid(paid * SMALL_PART_OF < due ? "SMALL_PART" : "PART", amount);
}

/** Half a per cent to five, in steps of a half and to the cent: nobody offered it, yet it looks like a discount. */
function isUsualDiscount(due: Units, missing: Units): boolean {
  const halves = Number((missing * 400n) / due + 1n) >> 1;
  if (halves < 1 || halves > 10) return false;
  const exact = new Decimal(due.toString()).times(halves).div(200);
  return exact.minus(missing.toString()).abs().lte(ROUNDING);
}

/** What the item lets go for a payment of that day. */
export function offered(
  { item, discount: units }: BookItem,
  payment: Pick<MatchPayment, "date">,
  terms: Terms,
): Units | null {
  const { discount } = item;
  if (!discount) return null;
  const last = addDays(discount.lastDay, terms.discountGraceDays);
  return payment.date <= last ? units : null;
}

/** Whether the payer's words have the difference in them, as an amount or as per cent of the item. */
function statesDifference(memo: string | null, due: Units, missing: Units): boolean {
  if (!memo) return false;
  return numbersIn(memo).some(({ value, perCent }) => {
    if (!perCent) return absolute(toUnits(value)) === missing;
    const exact = new Decimal(due.toString()).times(value).div(100);
    return exact.minus(missing.toString()).abs().lte(ROUNDING);
  });
}

function numbersIn(text: string): { value: Decimal; perCent: boolean }[] {
  const found = text.matchAll(/\d+(?:[.,' ]\d{3})*(?:[.,]\d{1,2}(?!\d))?/g);
  return [...found].map((match) => ({
    value: new Decimal(plainNumber(match[0])),
    perCent: /^\s*(%|per ?cent|pct)/i.test(text.slice(match.index + match[0].length)),
  }));
}

/** The last separator with one or two digits behind it is the decimal one: "1,234.5", "1.234,50", "1 234". */
function plainNumber(written: string): string {
  const decimals = /[.,](\d{1,2})$/.exec(written);
  const whole = decimals ? written.slice(0, decimals.index) : written;
  return `${whole.replace(/\D/g, "")}${decimals ? `.${decimals[1]}` : ""}`;
}
