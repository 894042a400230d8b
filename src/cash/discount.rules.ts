import { Decimal, minorUnits, roundMoney } from "../platform/money.js";

/** What an item lets go for a payment that came in time. */
export interface DiscountOffer {
  /** Per cent of what is settled, more than 0 and less than 100. */
  readonly percent: Decimal;
  /** What is left of the most that it ever lets go: its original amount × the per cent. */
  readonly left: Decimal;
}

/**
 * What is let go beside a payment P: it settles P ÷ (1 − d), half-up once, but not more than is open, nor lets go more
 * than is left of the offer. 400.00 at 2 % settles 408.16 of 1,000.00; 1,000.00 settles itself and takes nothing.
 */
export function discountOn(
  payment: Decimal,
  open: Decimal,
  offer: DiscountOffer | undefined,
  currency: string,
): Decimal {
  if (!offer) return new Decimal(0);
  const settled = roundMoney(payment.div(paidShare(offer)), currency);
  const discount = Decimal.min(settled.minus(payment), open.minus(payment), offer.left);
  return Decimal.max(discount, 0);
}

/** The least payment that, with its discount, settles all that is open. */
export function paymentInFull(open: Decimal, offer: DiscountOffer | undefined, currency: string): Decimal {
  if (!offer || open.lte(0)) return open;
  const least = Decimal.max(roundMoney(open.times(paidShare(offer)), currency), open.minus(offer.left));
  const unit = new Decimal(10).pow(-minorUnits(currency));
  return settles(least, open, offer, currency) ? least : Decimal.min(least.plus(unit), open);
}

function settles(payment: Decimal, open: Decimal, offer: DiscountOffer, currency: string): boolean {
  return payment.plus(discountOn(payment, open, offer, currency)).eq(open);
}

function paidShare({ percent }: DiscountOffer): Decimal {
  return new Decimal(1).minus(percent.div(100));
}

/** The most that an item ever lets go. */
export function discountMaximum(original: Decimal, percent: Decimal, currency: string): Decimal {
  return roundMoney(original.times(percent).div(100), currency);
}
