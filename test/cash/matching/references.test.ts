import { describe, expect, it } from "vitest";
import { customer, invoice, matchOf, NORTHWIND, payment, told } from "./matching-books.js";

const OTHER = customer("quarry", "Quarry Stone Works");

describe("a reference in an advice", () => {
  it.each([
    ["as it is", "R-00422"],
    ["in small letters, with other signs", "r/00422"],
    ["with a word before it and without zeros", "no. R 422"],
    ["as its digits alone", "422"],
  ])("names its invoice %s", (_, reference) => {
    const match = matchOf(payment("100", [[reference, "100"]]), [
      invoice("R-00422", "100"),
      invoice("R-00423", "100"),
    ]);
    expect(told(match)).toEqual(["AUTO R-00422 100"]);
  });

  it.each(["R-00442", "R-04022", "R-0042", "R-004222"])(
    "%s, one slip away, is meant when the amount agrees",
    (slip) => {
      const match = matchOf(payment("100", [[slip, "100"]]), [
        invoice("R-00422", "100"),
        invoice("R-09999", "70"),
      ]);
      expect(told(match)).toEqual(["AUTO R-00422 100"]);
      expect(match.parts[0]?.evidence).toContain("one slip away from R-00422");
    },
  );

  it("that two invoices are one slip away from is nobody's when their amounts agree as well", () => {
    const match = matchOf(payment("100", [["R-00400", "100"]]), [
      invoice("R-00401", "100"),
      invoice("R-00402", "100"),
    ]);
    expect(match.parts.every(({ decision }) => decision === "PROPOSED")).toBe(true);
    expect([...match.parts, ...match.alternatives].map(({ itemId }) => itemId).sort()).toEqual([
      "R-00401",
      "R-00402",
    ]);
  });

  it("that hits another customer's invoice by a slip is proposed for the payer's own of that amount", () => {
    const items = [invoice("R-00213", "6840"), invoice("R-00223", "2930", { customer: "quarry" })];
    const match = matchOf(payment("6840", [["R-00223", "6840"]]), items, [NORTHWIND, OTHER]);
    expect(told(match)).toEqual(["PROPOSED R-00213 6840"]);
  });

  it("may be the customer's own order number", () => {
    const items = [invoice("R-1", "80", { order: "45/00071" }), invoice("R-2", "80", { order: "45/00072" })];
    const match = matchOf(payment("80", [["45-00072", "80"]]), items);
    expect(told(match)).toEqual(["AUTO R-2 80"]);
    expect(match.parts[0]?.evidence).toContain("customer's own number of R-2");
  });

  it("with a year and a slash is known by its last group", () => {
    const items = [invoice("2026/00117", "90"), invoice("2026/00118", "95")];
    expect(told(matchOf(payment("90", [["117", "90"]]), items))).toEqual(["AUTO 2026/00117 90"]);
  });

  it("in the bank's text alone is found; a cheque's number there is not an invoice's", () => {
    const items = [invoice("R-1768", "500"), invoice("R-0042", "120")];
    const named = matchOf(payment("120", [], { text: "CHQ 1768 re R-0042" }), items);
    expect(told(named)).toEqual(["AUTO R-0042 120"]);
    const cheque = matchOf(payment("60", [], { text: "CHQ 1768" }), items);
    expect(cheque.parts).toEqual([]);
  });

  it("to several invoices in the bank's text pays them all when the sum is right", () => {
    const items = [invoice("R-0001", "100"), invoice("R-0002", "50"), invoice("R-0003", "150")];
    expect(told(matchOf(payment("150", [], { text: "R-0001 R-0002" }), items))).toEqual([
      "AUTO R-0001 100",
      "AUTO R-0002 50",
    ]);
  });

  it("that nothing resembles leaves the money unapplied with the payer known", () => {
    const match = matchOf(payment("77", [["R-77777", "77"]]), [invoice("R-00422", "100")]);
    expect(match.parts).toEqual([]);
    expect(match.remainder).toMatchObject({ disposition: "UNAPPLIED", reason: "REFERENCE_UNKNOWN" });
  });
});
