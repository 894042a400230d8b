import { describe, expect, it } from "vitest";
import { checkTerms } from "../../src/customers/payment-terms.rules.js";

const terms = (discountDays: number, ...netDays: number[]) => ({
  code: "T",
  name: "Terms",
  discountPercent: "2",
  discountDays,
  instalments: netDays.map((days) => ({ percent: String(100 / netDays.length), netDays: days })),
});

describe("an early-payment discount", () => {
  it("can be taken up to the day on which the first instalment is due, and no later", () => {
    expect(checkTerms(terms(10, 30))).toEqual([]);
    expect(checkTerms(terms(30, 30))).toEqual([]);
    expect(checkTerms(terms(40, 30))).toMatchObject([{ code: "INVALID_VALUE", path: ["discountDays"] }]);
    expect(checkTerms(terms(40, 30, 60))).toMatchObject([{ path: ["discountDays"] }]);
  });
});
