import { Decimal, minorUnits, roundMoney } from "../platform/money.js";

/** What an item lets go for payments that come in time, and what it has let go so far. */
export interface DiscountOffer {
  /** Per cent of what is settled, more than 0 and less than 100. */
  readonly percent: Decimal;
  /** The most that it ever lets go: its original amount × the per cent. */
  readonly most: Decimal;
  /** What it has let go, and that stands. */
  readonly given: Decimal;
  /** What was paid on it in time, and that stands: `given` is for all of it together. */
  readonly paid: Decimal;
}

/**
 * What is let go beside a payment P: all that was paid in time with it settles Σ ÷ (1 − d), half-up once; what this is
 * more than Σ was let go before, or is now. So rounding never piles up, in however many parts it is paid or undone. Not
 * more than is open, nor than is left of the offer: 400.00 at 2 % settles 408.16 of 1,000.00; 1,000.00 settles itself.
 */
export function discountOn(
  payment: Decimal,
  open: Decimal,
  offer: DiscountOffer | undefined,
  currency: string,
): Decimal {
  if (!offer) return new Decimal(0);
  const paid = offer.paid.plus(payment);
  const earned = roundMoney(paid.div(paidShare(offer.percent)), currency).minus(paid);
  const discount = Decimal.min(earned.minus(offer.given), open.minus(payment), leftOf(offer));
  return Decimal.max(discount, 0);
}

/** What is left of the most that is let go; zero or positive. */
export function leftOf({ most, given }: DiscountOffer): Decimal {
  return Decimal.max(most.minus(given), 0);
}

/** The least payment that, with its discount, settles all that is open. */
export function paymentInFull(open: Decimal, offer: DiscountOffer | undefined, currency: string): Decimal {
  if (!offer || open.lte(0)) return open;
  const settled = offer.paid.plus(offer.given).plus(open);
  const paid = roundMoney(settled.times(paidShare(offer.percent)), currency);
  const unit = unitOf(currency);
  const least = Decimal.max(paid.minus(offer.paid), open.minus(leftOf(offer)), unit);
  return settles(least, open, offer, currency) ? least : Decimal.min(least.plus(unit), open);
}

function settles(payment: Decimal, open: Decimal, offer: DiscountOffer, currency: string): boolean {
  return payment.plus(discountOn(payment, open, offer, currency)).eq(open);
}

/** The offer once a payment with its discount is made. */
export function afterPayment(
  offer: DiscountOffer,
  payment: Decimal,
  discount: Decimal,
  currency: string,
): DiscountOffer {
  const counts = discount.gt(0) || payment.lt(leastDiscounted(offer.percent, currency));
  return {
    ...offer,
    given: offer.given.plus(discount),
    paid: counts ? offer.paid.plus(payment) : offer.paid,
  };
}

/**
 * A payment in time without a discount left it, or is too small to have earned a unit of the currency by itself. The latter
 * counts with those that come after it; it is less than this.
 */
export function leastDiscounted(percent: Decimal, currency: string): Decimal {
  return unitOf(currency).times(new Decimal(100).minus(percent)).div(percent);
}

function unitOf(currency: string): Decimal {
  return new Decimal(10).pow(-minorUnits(currency));
}

function paidShare(percent: Decimal): Decimal {
  return new Decimal(1).minus(percent.div(100));
}

/** The most that an item ever lets go. */
export function discountMaximum(original: Decimal, percent: Decimal, currency: string): Decimal {
  return roundMoney(original.times(percent).div(100), currency);
}
