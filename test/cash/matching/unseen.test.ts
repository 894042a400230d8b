import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CustomerBook } from "../../../src/cash/matching/customer-book.rules.js";
import {
  type Books,
  evaluatePayment,
  type PreparedPayment,
  preparePayment,
} from "../../../src/cash/matching/evaluate-payment.rules.js";
import {
  DEFAULT_MATCH_SETTINGS,
  type MatchCustomer,
  type MatchItem,
  type MatchPayment,
} from "../../../src/cash/matching/index.js";
import { ItemBook } from "../../../src/cash/matching/item-book.rules.js";
import { withinOneEdit } from "../../../src/cash/matching/one-edit.rules.js";
import { gradeOf, referenceForm } from "../../../src/cash/matching/reference-form.rules.js";
import { customer, invoice, matchOf, payment, told } from "./matching-books.js";

const PAYER = customer("payer", "Meridian Paper GmbH", { accounts: ["DE01"] });
const NAMESAKES = Array.from({ length: 5 }, (_, at) =>
  customer(`branch-${at}`, `Meridian Paper Werk ${at + 1} GmbH`),
);
const CUSTOMERS = [PAYER, ...NAMESAKES];

/** Forty invoices each, of which very many groups add up to nearly everything. */
const THEIRS = NAMESAKES.flatMap(({ id }, branch) =>
  Array.from({ length: 40 }, (_, at) =>
    invoice(`B${branch}-${1_000 + at}`, `${10 + at}.0${at % 7}`, { customer: id }),
  ),
);
const OURS = [invoice("INV-4711", "200.15", { customer: PAYER.id })];

const of = (text: string, words: { account?: string } = {}) =>
  payment("200.15", [], { from: PAYER.name, on: "2026-05-02", text, ...words });

describe("what cannot matter is not looked for", () => {
  it("in the books of namesakes, when the number, the amount and the payer's account agree", () => {
    const prepared = evaluated(of("Invoice INV-4711", { account: "DE01" }), [...OURS, ...THEIRS], CUSTOMERS);
    expect(cutShort(prepared)).toEqual(NAMESAKES.map(({ id }) => id));
    expect(told(matchOf(prepared.payment, [...OURS, ...THEIRS], CUSTOMERS))).toEqual([
      "AUTO INV-4711 200.15",
    ]);
  });

  it("until the likeliest is not so likely any more: then they are looked at", () => {
    const items = [...OURS, ...THEIRS];
    const prepared = evaluated(of("Invoice INV-4711"), items, CUSTOMERS);
    expect(cutShort(prepared)).toHaveLength(NAMESAKES.length);
    const own = prepared.candidates.find(({ account }) => account.customerId === PAYER.id)?.account;
    for (const item of own?.items ?? []) own?.take(item, item.left - 10_000n, "another");
    evaluatePayment(prepared, booksOf(items, CUSTOMERS));
    expect(cutShort(prepared).length).toBeLessThan(NAMESAKES.length);
  });

  it("but is, when nothing is named: what two of one name could both mean stays ambiguous", () => {
    const twin = customer("twin", PAYER.name);
    const items = [
      ...OURS,
      invoice("T-1", "120.10", { customer: twin.id }),
      invoice("T-2", "80.05", { customer: twin.id }),
      invoice("T-3", "999.99", { customer: twin.id }),
    ];
    const prepared = evaluated(of("Payment"), items, [PAYER, twin]);
    expect(cutShort(prepared)).toEqual([]);
    const match = matchOf(of("Payment"), items, [PAYER, twin]);
    expect(match.parts.map(({ decision }) => decision)).not.toContain("AUTO");
    expect(match.alternatives.length).toBeGreaterThan(0);
  });

  it("and counts as found, so that a score is never the better for it", () => {
    const alone = matchOf(of("Invoice INV-4711"), OURS, CUSTOMERS).parts[0]?.score ?? 0;
    const beside = matchOf(of("Invoice INV-4711"), [...OURS, ...THEIRS], CUSTOMERS).parts[0]?.score ?? 0;
    expect(beside).toBeLessThanOrEqual(alone);
    expect(alone - beside).toBeLessThanOrEqual(0.0051);
  });
});

describe("a slip of the keyboard", () => {
  it("is one character replaced, left out, added or swapped with its neighbour, and no more", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "1"), maxLength: 6 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(withinOneEdit(one, other)).toBe(one === other || slipsOf(one).includes(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it("in a number of ours still names it, whichever digit it is", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(digits, fc.nat(8), fc.constantFrom(..."0123456789"), (number, place, digit) => {
        const at = place % number.length;
        const slipped = number.slice(0, at) + digit + number.slice(at + 1);
        expect(gradeOf(referenceForm(`INV-${slipped}`), referenceForm(`INV-${number}`))).not.toBeNull();
      }),
    );
  });
});

function slipsOf(text: string): string[] {
  const places = Array.from(
    { length: text.length + 1 },
    (_, at) => [text.slice(0, at), text.slice(at)] as const,
  );
  return places.flatMap(([before, after]) => [
    before + after.slice(1),
    ...["a", "b", "1"].flatMap((letter) => [
      before + letter + after,
      ...(after ? [before + letter + after.slice(1)] : []),
    ]),
    before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
  ]);
}

function booksOf(items: readonly MatchItem[], customers: readonly MatchCustomer[]): Books {
  return {
    items: new ItemBook(items),
    customers: new CustomerBook(customers),
    settingsOf: () => DEFAULT_MATCH_SETTINGS,
  };
}

function evaluated(
  one: MatchPayment,
  items: readonly MatchItem[],
  customers: readonly MatchCustomer[],
): PreparedPayment {
  const books = booksOf(items, customers);
  const prepared = preparePayment(one, books);
  evaluatePayment(prepared, books);
  return prepared;
}

function cutShort({ explained }: PreparedPayment): string[] {
  return [...explained]
    .flatMap(([{ customerId }, { explanation }]) => (explanation.cutShort ? customerId : []))
    .sort();
}
