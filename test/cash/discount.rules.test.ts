import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterPayment,
  type DiscountOffer,
  discountMaximum,
  discountOn,
  paymentInFull,
} from "../../src/cash/discount.rules.js";
import { Decimal } from "../../src/platform/money.js";

const zero = new Decimal(0);
const offers = fc.record({
  cents: fc.integer({ min: 1, max: 500_000 }),
  percent: fc.constantFrom("0.5", "2", "3", "12.5", "50", "98"),
  parts: fc.array(fc.integer({ min: 1, max: 40_000 }), { maxLength: 30 }),
});

function begin(original: Decimal, percent: string): DiscountOffer {
  const rate = new Decimal(percent);
  return { percent: rate, most: discountMaximum(original, rate, "USD"), given: zero, paid: zero };
}

describe("A discount on parts", () => {
  it("is never more than is offered at most, and the rest in full settles the item to the last cent", () => {
    fc.assert(
      fc.property(offers, ({ cents, percent, parts }) => {
        const original = new Decimal(cents).div(100);
        let offer = begin(original, percent);
        let open = original;
        for (const part of parts) {
          const payment = Decimal.min(new Decimal(part).div(100), open);
          if (payment.isZero()) break;
          const discount = discountOn(payment, open, offer, "USD");
          open = open.minus(payment).minus(discount);
          offer = afterPayment(offer, payment, discount, "USD");
        }
        const rest = paymentInFull(open, offer, "USD");
        const last = discountOn(rest, open, offer, "USD");
        expect(open.minus(rest).minus(last).toFixed(2)).toBe("0.00");
        expect(offer.given.plus(last).lte(offer.most)).toBe(true);
        const less = rest.minus("0.01");
        if (less.gt(0)) expect(less.plus(discountOn(less, open, offer, "USD")).lt(open)).toBe(true);
      }),
    );
  });

  it("settles in parts of any size what one payment of their sum settles", () => {
    fc.assert(
      fc.property(offers, ({ cents, percent, parts }) => {
        const original = new Decimal(cents).div(100);
        const whole = paymentInFull(original, begin(original, percent), "USD");
        let offer = begin(original, percent);
        let open = original;
        let left = whole;
        for (const part of [...parts, 500_000]) {
          const payment = Decimal.min(new Decimal(part).div(100), left);
          if (payment.isZero()) break;
          const discount = discountOn(payment, open, offer, "USD");
          open = open.minus(payment).minus(discount);
          offer = afterPayment(offer, payment, discount, "USD");
          left = left.minus(payment);
        }
        expect(open.toFixed(2)).toBe("0.00");
      }),
    );
  });
});
