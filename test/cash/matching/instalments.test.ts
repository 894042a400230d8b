import { describe, expect, it } from "vitest";
import type { MatchItem } from "../../../src/cash/index.js";
import { invoice, matchOf, payment, told } from "./matching-books.js";

/** Instalments of one invoice, the first due first. */
const instalments = (...amounts: string[]): MatchItem[] =>
  amounts.map((amount, i) => ({
    ...invoice("R-00422", amount, { due: `2026-0${4 + i}-01` }),
    id: `R-00422/${i + 1}`,
  }));

describe("a payment on an invoice of several instalments", () => {
  it.each(["advice", "text"])(
    "goes to the oldest first when it is none of their amounts, named in its %s",
    (by) => {
      const paid =
        by === "advice" ? payment("40", [["R-00422", "40"]]) : payment("40", [], { text: "R-00422" });
      const match = matchOf(paid, instalments("30", "50", "20"));
      expect(told(match)).toEqual(["AUTO R-00422/1 30", "AUTO R-00422/2 10"]);
      expect(match.parts.map(({ evidence }) => evidence.split("; ")[1])).toEqual([
        "open balance 30.00 EUR in full",
        "amount is a part of open balance 50.00 EUR",
      ]);
    },
  );

  it("is the instalment of its amount", () => {
    const match = matchOf(payment("50", [["R-00422", "50"]]), instalments("30", "50", "20"));
    expect(told(match)).toEqual(["AUTO R-00422/2 50"]);
  });

  it("is the oldest of several of its amount", () => {
    const match = matchOf(payment("25", [["R-00422", "25"]]), instalments("25", "25", "25"));
    expect(told(match)).toEqual(["AUTO R-00422/1 25"]);
  });

  it("settles all of them when it is their sum, whether the line states it or not", () => {
    const all = ["AUTO R-00422/1 30", "AUTO R-00422/2 50", "AUTO R-00422/3 20"];
    expect(told(matchOf(payment("100", [["R-00422", "100"]]), instalments("30", "50", "20")))).toEqual(all);
    expect(told(matchOf(payment("100", [["R-00422", null]]), instalments("30", "50", "20")))).toEqual(all);
  });
});

describe("an invoice among others whose numbers are one slip away", () => {
  const neighbours = Array.from({ length: 20 }, (_, i) => invoice(`R-${10_410 + i}`, `${900 + i * 7}`));

  it("is paid in part when its very number is named", () => {
    const match = matchOf(payment("333.33", [["R-10415", "333.33"]]), neighbours);
    expect(told(match)).toEqual(["AUTO R-10415 333.33"]);
  });

  it("is overpaid when its very number is named, and what is too much is left", () => {
    const match = matchOf(payment("1000", [["R-10415", "1000"]]), neighbours);
    expect(told(match)).toEqual(["AUTO R-10415 935"]);
    expect(match.remainder).toMatchObject({ reason: "OVERPAID" });
  });

  it("gives way to the one whose amount is paid: the payer slipped", () => {
    const match = matchOf(payment("949", [["R-10415", "949"]]), neighbours);
    expect(match.parts.map(({ itemId }) => itemId)).toEqual(["R-10417"]);
  });
});
