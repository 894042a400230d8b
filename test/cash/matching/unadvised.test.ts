import { describe, expect, it } from "vitest";
import { DEFAULT_MATCH_SETTINGS, type MatchRule } from "../../../src/cash/index.js";
import { invoice, matchOf, payment, told } from "./matching-books.js";

const on = "2026-05-02";
const unadvised = (amount: string) => payment(amount, [], { on });
const rules = (...own: MatchRule[]) => ({ rules: own });

describe("a payment without any advice", () => {
  it("settles the one invoice of its amount", () => {
    const match = matchOf(unadvised("70"), [invoice("R-1", "70"), invoice("R-2", "71")]);
    expect(told(match)).toEqual(["AUTO R-1 70"]);
    expect(match.parts[0]?.rule).toBe("ITEM_AMOUNT");
  });

  it("is proposed with the alternative when two invoices have its amount", () => {
    const match = matchOf(unadvised("70"), [invoice("R-1", "70"), invoice("R-2", "70")]);
    expect(told(match)).toEqual(["PROPOSED R-1 70"]);
    expect(match.alternatives.map(({ itemId }) => itemId)).toEqual(["R-2"]);
  });

  it("settles the invoice of its amount and discount", () => {
    const match = matchOf(payment("98", [], { on: "2026-03-05" }), [
      invoice("R-1", "100", { discount: "2" }),
    ]);
    expect(match.parts[0]).toMatchObject({ decision: "AUTO", rule: "ITEM_LESS_DISCOUNT" });
  });

  it("settles the whole account when it is its balance, credits taken off", () => {
    const items = [invoice("R-1", "70"), invoice("R-2", "80.50"), invoice("G-1", "-20")];
    const match = matchOf(unadvised("130.50"), items);
    expect(told(match)).toEqual(["AUTO G-1 -20", "AUTO R-1 70", "AUTO R-2 80.5"]);
  });

  const mixed = [
    invoice("R-1", "70.10", { due: "2026-04-01", term: "NET30" }),
    invoice("R-2", "80.20", { due: "2026-04-02", term: "NET30" }),
    invoice("R-3", "41.03", { due: "2026-04-03", term: "NET14" }),
    invoice("R-4", "500", { due: "2026-06-01", term: "NET30" }),
  ];

  it("settles what is past due when it is that", () => {
    const match = matchOf(unadvised("191.33"), mixed);
    expect(match.parts.map(({ rule, itemId }) => `${rule} ${itemId}`)).toEqual([
      "PAST_DUE_BALANCE R-1",
      "PAST_DUE_BALANCE R-2",
      "PAST_DUE_BALANCE R-3",
    ]);
  });

  it("settles what is past due under one payment term", () => {
    const match = matchOf(unadvised("150.30"), mixed);
    expect(match.parts.map(({ rule }) => rule)).toEqual(["PAST_DUE_BY_TERM", "PAST_DUE_BY_TERM"]);
  });

  it("settles the only group of invoices that adds up", () => {
    const match = matchOf(unadvised("541.03"), mixed);
    expect(match.parts.map(({ rule, itemId }) => `${rule} ${itemId}`)).toEqual([
      "ITEMS_ADDING_UP R-3",
      "ITEMS_ADDING_UP R-4",
    ]);
  });

  it("is not applied when two groups of one size add up", () => {
    const items = ["10", "20", "30", "40", "77"].map((open, at) => invoice(`R-${at + 1}`, open));
    expect(matchOf(unadvised("50"), items).parts.map(({ decision }) => decision)).not.toContain("AUTO");
  });

  it("pays the oldest first only when that was asked for", () => {
    const items = [invoice("R-1", "70", { due: "2026-03-31" }), invoice("R-2", "80", { due: "2026-04-30" })];
    expect(matchOf(unadvised("101.11"), items).parts).toEqual([]);
    const asked = matchOf(unadvised("101.11"), items, undefined, {
      rules: [...DEFAULT_MATCH_SETTINGS.rules, "OLDEST_FIRST"],
    });
    expect(told(asked)).toEqual(["AUTO R-1 70", "AUTO R-2 31.11"]);
  });

  it("follows the order of the rules", () => {
    const items = [invoice("R-1", "30"), invoice("R-2", "10"), invoice("R-3", "20")];
    const first = matchOf(unadvised("30"), items, undefined, rules("ITEMS_ADDING_UP", "ITEM_AMOUNT"));
    expect(first.parts.map(({ itemId }) => itemId)).toEqual(["R-2", "R-3"]);
    const second = matchOf(unadvised("30"), items, undefined, rules("ITEM_AMOUNT", "ITEMS_ADDING_UP"));
    expect(second.parts.map(({ itemId }) => itemId)).toEqual(["R-1"]);
  });

  it("settles nothing by a rule that the tenant does not use", () => {
    expect(
      matchOf(unadvised("70"), [invoice("R-1", "70")], undefined, rules("EXPLICIT_REFERENCE")).parts,
    ).toEqual([]);
  });
});
