import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planApplications } from "../../src/cash/application.rules.js";
import { type ItemState, relieve, settle } from "../../src/ledger/settlement.rules.js";
import { businessDate } from "../../src/platform/business-date.js";
import { Decimal, fitsCurrency, minorUnits, roundMoney } from "../../src/platform/money.js";

const DAY = businessDate("2026-03-10");

function item(
  id: string,
  units: number,
  rate: string,
  currency: string,
  functionalCurrency: string,
): ItemState {
  const original = new Decimal(units).times(new Decimal(10).pow(-minorUnits(currency)));
  const functionalOriginal = roundMoney(original.times(rate), functionalCurrency);
  return {
    id,
    kind: units < 0 ? "RECEIPT" : "INVOICE",
    customerId: "customer",
    accountId: "account",
    currency,
    documentNumber: id,
    documentDate: DAY,
    dueDate: DAY,
    invoiceId: null,
    instalmentNo: null,
    receiptId: null,
    discountPercent: null,
    discountUntil: null,
    original,
    functionalOriginal,
    open: original,
    functionalOpen: functionalOriginal,
    available: original.abs(),
  };
}

const currency = fc.constantFrom("EUR", "JPY", "BHD");
const functional = fc.constantFrom("USD", "JPY", "KWD");
const units = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 10_000_000 }));
const rate = fc.integer({ min: 1, max: 3_000_000 }).map((n) => new Decimal(n).div(1_000_000).toFixed());
/** Shares of what is left, so that any sequence of partial payments comes about. */
const shares = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 12 });

function partOf(open: Decimal, share: number, of: string): Decimal {
  const unit = new Decimal(10).pow(-minorUnits(of));
  return Decimal.max(unit, roundMoney(open.abs().times(share).div(100), of));
}

describe("relieving an open item", () => {
  it("never goes past zero in functional currency, and ends at zero in both with the last part", () => {
    fc.assert(
      fc.property(
        units,
        fc.boolean(),
        rate,
        currency,
        functional,
        shares,
        (n, isCredit, at, of, into, parts) => {
          const one = item("one", isCredit ? -n : n, at, of, into);
          const sign = isCredit ? -1 : 1;
          const pay = (amount: Decimal) => {
            const moved = relieve(one, amount, into);
            expect(fitsCurrency(moved.functional, into)).toBe(true);
            one.open = one.open.plus(moved.amount);
            one.functionalOpen = one.functionalOpen.plus(moved.functional);
            const left = one.functionalOpen.times(sign);
            expect(left.gte(0) && left.lte(one.functionalOriginal.abs())).toBe(true);
          };
          for (const share of parts)
            if (!one.open.isZero()) pay(Decimal.min(partOf(one.open, share, of), one.open.abs()));
          if (!one.open.isZero()) pay(one.open.abs());
          expect([one.open.toFixed(), one.functionalOpen.toFixed()].map(Number)).toEqual(
            [0, 0].map((z) => z * sign + 0),
          );
        },
      ),
    );
  });
});

describe("settling debits with credits", () => {
  const steps = fc.array(
    fc.record({ undo: fc.boolean(), share: fc.integer({ min: 1, max: 100 }), pick: fc.nat(99) }),
    {
      maxLength: 25,
    },
  );

  it("balances each application, and any order of partial applications and reversals ends at zero in both currencies", () => {
    fc.assert(
      fc.property(units, rate, rate, currency, functional, steps, (n, booked, paidAt, of, into, run) => {
        const debit = item("debit", n, booked, of, into);
        const credit = item("credit", -n, paidAt, of, into);
        const standing: { amount: Decimal; credit: Decimal; debit: Decimal; fx: Decimal }[] = [];
        let gains = new Decimal(0);
        const apply = (amount: Decimal) => {
          const { credit: given, debit: taken, realisedFx } = settle(credit, debit, amount, into);
          // Dr credit's account, Cr AR at the settlement rate; FX is the difference to the booking.
          expect(given.amount.plus(taken.amount).isZero()).toBe(true);
          expect(given.functional.plus(taken.functional).isZero()).toBe(true);
          gains = gains.plus(realisedFx);
          standing.push({
            amount,
            credit: given.functional,
            debit: taken.functional.plus(realisedFx),
            fx: realisedFx,
          });
        };
        for (const { undo, share, pick } of run) {
          const [undone] = undo ? standing.splice(pick % Math.max(1, standing.length), 1) : [];
          if (undone) {
            debit.open = debit.open.plus(undone.amount);
            debit.functionalOpen = debit.functionalOpen.minus(undone.debit);
            credit.open = credit.open.minus(undone.amount);
            credit.functionalOpen = credit.functionalOpen.minus(undone.credit);
            gains = gains.minus(undone.fx);
          } else if (!debit.open.isZero()) apply(Decimal.min(partOf(debit.open, share, of), debit.open));
        }
        if (!debit.open.isZero()) apply(debit.open);
        expect(
          [debit.open, debit.functionalOpen, credit.open, credit.functionalOpen].every((d) => d.isZero()),
        ).toBe(true);
        // What was realised in all is exactly what the receipt was worth more than the booking.
        expect(gains.eq(credit.functionalOriginal.abs().minus(debit.functionalOriginal))).toBe(true);
      }),
    );
  });
});

describe("planning applications", () => {
  const opens = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 6 });
  const asked = fc.array(
    fc.record({
      targets: fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
      cents: fc.integer({ min: 1, max: 6_000 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );

  it("takes exactly what was asked, oldest first, no item beyond its balance; otherwise it refuses", () => {
    fc.assert(
      fc.property(opens, asked, fc.integer({ min: 1, max: 12_000 }), (cents, wanted, money) => {
        const items = cents.map((open, n) => ({
          ...item(`i${n}`, 5_000, "1", "USD", "USD"),
          available: new Decimal(open).div(100),
        }));
        const credit = item("credit", -money, "1", "USD", "USD");
        const requests = wanted.map(({ targets, cents: amount }, n) => ({
          targetItemIds: [...new Set(targets.map((t) => `i${t % items.length}`))],
          missing: null,
          amount: new Decimal(amount).div(100),
          takeDiscount: true,
          path: ["applications", String(n)],
        }));
        const { planned, refusals } = planApplications(
          credit,
          new Map(items.map((i) => [i.id, i])),
          requests,
          DAY,
        );
        const total = requests.reduce((sum, r) => sum.plus(r.amount), new Decimal(0));
        if (total.gt(credit.available))
          expect(refusals.map((r) => r.code)).toContain("AMOUNT_EXCEEDS_BALANCE");
        for (const one of items) {
          const taken = planned
            .filter((p) => p.debit.id === one.id)
            .reduce((sum, p) => sum.plus(p.amount), new Decimal(0));
          expect(taken.lte(one.available)).toBe(true);
        }
        if (refusals.length > 0) return;
        for (const request of requests) {
          const parts = planned.filter((p) => p.path === request.path);
          expect(parts.reduce((sum, p) => sum.plus(p.amount), new Decimal(0)).eq(request.amount)).toBe(true);
          expect(parts.every((p) => p.amount.gt(0))).toBe(true);
          const order = parts.map((p) => request.targetItemIds.indexOf(p.debit.id));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
