import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PairableAdvice, type PairablePayment, pairAdvices } from "../../../src/cash/advices/index.js";
import { addDays, businessDate } from "../../../src/platform/business-date.js";

const day = businessDate("2026-03-02");
const nobody = { customerId: null, account: null, name: null };

function advice(given: Partial<PairableAdvice> = {}): PairableAdvice {
  return { id: "a1", references: [], payer: nobody, total: "100.00", currency: "USD", paidOn: day, ...given };
}

function payment(given: Partial<PairablePayment> = {}): PairablePayment {
  return {
    id: "p1",
    references: [],
    payer: nobody,
    amount: "100.00",
    currency: "USD",
    receivedOn: day,
    ...given,
  };
}

const buyer = { customerId: null, account: null, name: "Buyer Inc." };

describe("an advice is paired with its payment", () => {
  it("by a reference of the payment, whatever its spelling, however many days apart", () => {
    const [found] = pairAdvices(
      [advice({ references: ["TR-000183"] })],
      [payment({ references: ["tr 000183"], receivedOn: addDays(day, 60) })],
    );
    expect(found).toMatchObject({ adviceId: "a1", paymentId: "p1", by: "PAYMENT_REFERENCE" });
    expect(found?.evidence).toContain("TR000183");
  });

  it("by a cheque number whose leading zeros one side leaves out", () => {
    const pairs = pairAdvices([advice({ references: ["00012345"] })], [payment({ references: ["12345"] })]);
    expect(pairs).toHaveLength(1);
  });

  it("by payer and exact amount within five days, when it names no payment", () => {
    const near = payment({ payer: { ...nobody, name: "BUYER INC" }, receivedOn: addDays(day, 5) });
    expect(pairAdvices([advice({ payer: buyer })], [near])).toMatchObject([{ by: "PAYER_AND_AMOUNT" }]);
    const far = { ...near, receivedOn: addDays(day, 6) };
    expect(pairAdvices([advice({ payer: buyer })], [far])).toEqual([]);
  });

  it("by customer or account too, and by the reference first", () => {
    const customer = { ...nobody, customerId: "c1" };
    const named = payment({ id: "p2", references: ["E2E-7781"], payer: customer });
    const other = payment({ id: "p3", payer: customer });
    const pairs = pairAdvices([advice({ references: ["E2E-7781"], payer: customer })], [other, named]);
    expect(pairs).toMatchObject([{ paymentId: "p2", by: "PAYMENT_REFERENCE" }]);
  });

  it("without a currency of its own, in that of the payment", () => {
    const pairs = pairAdvices(
      [advice({ references: ["TR-000183"], currency: null })],
      [payment({ references: ["TR-000183"], currency: "EUR" })],
    );
    expect(pairs).toHaveLength(1);
  });
});

describe("nothing is paired", () => {
  it.each<[string, Partial<PairableAdvice>, Partial<PairablePayment>]>([
    [
      "where the amount is another",
      { references: ["TR-0183"] },
      { references: ["TR-0183"], amount: "100.01" },
    ],
    [
      "where the currency is another",
      { references: ["TR-0183"] },
      { references: ["TR-0183"], currency: "EUR" },
    ],
    ["by a number of three digits", { references: ["183"] }, { references: ["183"] }],
    ["by amount alone", {}, {}],
    ["by payer and amount without a day", { payer: buyer, paidOn: null }, { payer: buyer }],
    [
      "where no money moves",
      { references: ["TR-0183"], total: "0" },
      { references: ["TR-0183"], amount: "0" },
    ],
  ])("%s", (_, one, other) => {
    expect(pairAdvices([advice(one)], [payment(other)])).toEqual([]);
  });

  it("where two payments or two advices fit alike", () => {
    const [one, other] = [payment({ payer: buyer }), payment({ id: "p2", payer: buyer })];
    expect(pairAdvices([advice({ payer: buyer })], [one, other])).toEqual([]);
    const both = [advice({ payer: buyer }), advice({ id: "a2", payer: buyer })];
    expect(pairAdvices(both, [one])).toEqual([]);
  });
});

describe("pairing", () => {
  const number = fc.constantFrom("1001", "1002", "1003", "1004");
  const party = fc.record({
    customerId: fc.constantFrom(null, "c1", "c2"),
    account: fc.constantFrom(null, "DE01", "DE02"),
    name: fc.constantFrom(null, "Buyer Inc", "Other Ltd"),
  });
  const amount = fc.constantFrom("10.00", "20.00", "30.00");
  const when = fc.integer({ min: 0, max: 12 }).map((days) => addDays(day, days));
  const advices = fc
    .array(
      fc.record({
        references: fc.array(number, { maxLength: 2 }),
        payer: party,
        total: amount,
        paidOn: when,
      }),
      {
        maxLength: 8,
      },
    )
    .map((all) => all.map((each, at) => advice({ ...each, id: `a${at}` })));
  const payments = fc
    .array(
      fc.record({ references: fc.array(number, { maxLength: 2 }), payer: party, amount, receivedOn: when }),
      {
        maxLength: 8,
      },
    )
    .map((all) => all.map((each, at) => payment({ ...each, id: `p${at}` })));

  it("is one to one, of equal money, and the same in whatever order they came", () => {
    fc.assert(
      fc.property(advices, payments, (some, others) => {
        const pairs = pairAdvices(some, others);
        expect(new Set(pairs.map(({ adviceId }) => adviceId)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ paymentId }) => paymentId)).size).toBe(pairs.length);
        for (const { adviceId, paymentId } of pairs) {
          const total = some.find(({ id }) => id === adviceId)?.total;
          expect(others.find(({ id }) => id === paymentId)?.amount).toBe(total);
        }
        const reversed = pairAdvices(some.toReversed(), others.toReversed());
        const sides = (all: typeof pairs) =>
          all.map(({ adviceId, paymentId, by }) => [adviceId, paymentId, by]);
        expect(sides(reversed)).toEqual(sides(pairs));
      }),
      { numRuns: 500 },
    );
  });
});
