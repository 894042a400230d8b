import { describe, expect, it } from "vitest";
import { customer, invoice, matchOf, NORTHWIND, payment, told } from "./matching-books.js";

const QUARRY = customer("quarry", "Quarry Stone Works");
const customers = [NORTHWIND, QUARRY];
const LATER = "2026-04-20";

describe("a payment that has exactly the number of a known document", () => {
  const items = [
    invoice("INV-000004", "77.35", { customer: "quarry" }),
    invoice("INV-000006", "500"),
    invoice("INV-000011", "900"),
  ];

  it("is not applied to another that is one slip away from it", () => {
    const match = matchOf(payment("500", [], { text: "RNR INV-000004" }), items, customers);
    expect(told(match)).toEqual(["PROPOSED INV-000006 500"]);
    expect(match.parts[0]?.evidence).toContain(
      'but "INV-000004" in the bank\'s text is the number of INV-000004, which has 77.35 EUR open',
    );
  });

  it("is not applied to the payer's own item of the amount either", () => {
    const numbered = [invoice("40001235", "500"), invoice("40001236", "500", { customer: "quarry" })];
    const match = matchOf(payment("500", [], { text: "Rechnung 40001236" }), numbered, customers);
    expect(match.parts.map(({ decision }) => decision)).not.toContain("AUTO");
  });

  it("is not applied by amount alone", () => {
    const others = [invoice("INV-000004", "77.35", { customer: "quarry" }), invoice("INV-000111", "500")];
    const match = matchOf(payment("500", [], { text: "faktura INV-000004" }), others, customers);
    expect(told(match)).toEqual(["PROPOSED INV-000111 500"]);
  });

  it("is not applied by a line of its advice to one whose digits are the other way round", () => {
    const own = [invoice("F-2001", "150"), invoice("F-2010", "90", { customer: "quarry" })];
    const match = matchOf(payment("150", [["F-2010", "150"]]), own, customers);
    expect(told(match)).toEqual(["PROPOSED F-2001 150"]);
    expect(match.parts[0]?.evidence).toContain('but "F-2010" in line 1 is the number of F-2010');
  });

  it("is not applied to another when that document is settled", () => {
    const [named, ...rest] = items.map((item) => ({ ...item, customerId: NORTHWIND.id }));
    if (!named) throw new Error("the first item is named");
    const settled = { ...named, open: named.open.times(0) };
    const match = matchOf(payment("500", [], { text: "RNR INV-000004" }), [settled, ...rest]);
    expect(told(match)).toEqual(["PROPOSED INV-000006 500"]);
    expect(match.parts[0]?.evidence).toContain("INV-000004, which is settled");
  });

  it("is applied to what it names exactly, whatever else it names", () => {
    const text = "INV-000006, not INV-000004";
    expect(told(matchOf(payment("500", [], { text }), items, customers))).toEqual(["AUTO INV-000006 500"]);
  });

  it("is applied on the other lines of its advice", () => {
    const lines = [
      ["INV-000004", "500"],
      ["INV-000011", "900"],
    ] as const;
    expect(told(matchOf(payment("1400", lines), items, customers))).toEqual([
      "PROPOSED INV-000006 500",
      "AUTO INV-000011 900",
    ]);
  });

  it("is applied when the number is only the payer's own customer number", () => {
    const payers = [{ ...NORTHWIND, number: "10001" }, QUARRY];
    const numbered = [invoice("20007", "500"), invoice("10001", "31", { customer: "quarry" })];
    const match = matchOf(payment("500", [], { text: "Kunde 10001" }), numbered, payers);
    expect(told(match)).toEqual(["AUTO 20007 500"]);
  });
});

describe("a payment that has a number as we give them, which is not known", () => {
  it.each([
    ["INV-000006", "faktura INV-999887"],
    ["40001235", "Rechnung 40009999"],
    ["2026/0816", "2026/0999"],
  ])("is only proposed for %s of its amount: %s", (number, text) => {
    const match = matchOf(payment("500", [], { text }), [invoice(number, "500")]);
    expect(told(match)).toEqual([`PROPOSED ${number} 500`]);
    expect(match.parts[0]?.evidence).toContain("like a number of ours that is not known");
  });

  it.each([
    ["40001235", "20260309"],
    ["2026/0816", "2026-03-09"],
    ["INV-000006", "order 999887"],
  ])("is applied to %s of its amount beside other numbers: %s", (number, text) => {
    expect(told(matchOf(payment("500", [], { text }), [invoice(number, "500")]))).toEqual([
      `AUTO ${number} 500`,
    ]);
  });

  it("is applied to an invoice one slip away from it", () => {
    const match = matchOf(payment("500", [], { text: "INV-000016" }), [invoice("INV-000006", "500")]);
    expect(told(match)).toEqual(["AUTO INV-000006 500"]);
  });
});

describe("a short number in the bank's text", () => {
  it.each([
    ["INV-000039", "39 Stueck", "20", "77.35"],
    ["7", "7 Stück", "20", "77.35"],
    ["7", "7 Stück", "90", "77.35"],
    ["INV-000039", "39 pieces", "61", "100"],
  ])("names %s for no other amount: %s", (number, text, amount, open) => {
    const match = matchOf(payment(amount, [], { text }), [invoice(number, open)]);
    expect(match.parts.map(({ decision }) => decision)).not.toContain("AUTO");
  });

  it("names an invoice of the amount, and several that are it together", () => {
    const items = [invoice("INV-000039", "77.35"), invoice("INV-000040", "22.65")];
    expect(told(matchOf(payment("77.35", [], { text: "39" }), items))).toEqual(["AUTO INV-000039 77.35"]);
    expect(told(matchOf(payment("100", [], { text: "39 + 40" }), items))).toEqual([
      "AUTO INV-000039 77.35",
      "AUTO INV-000040 22.65",
    ]);
  });

  it.each(["INV-000004", "INV-999887"])("does not outdo %s beside it", (other) => {
    const items = [invoice("INV-000039", "77.35"), invoice("INV-000004", "900", { customer: "quarry" })];
    const match = matchOf(payment("77.35", [], { text: `${other} 39 Stueck` }), items, customers);
    expect(told(match)).toEqual(["PROPOSED INV-000039 77.35"]);
  });

  it("with the letters of our numbers before it names its invoice for a part as well", () => {
    const match = matchOf(payment("40", [], { text: "INV 39" }), [invoice("INV-000039", "80")]);
    expect(told(match)).toEqual(["AUTO INV-000039 40"]);
  });
});

describe("money that came before the invoice was issued", () => {
  const items = [invoice("INV-000006", "500", { issued: LATER })];

  it("is only proposed for it", () => {
    const match = matchOf(payment("500", []), items);
    expect(told(match)).toEqual(["PROPOSED INV-000006 500"]);
    expect(match.parts[0]?.evidence).toContain("but it was issued on 2026-04-20, after the payment");
  });

  it("is applied when it names it", () => {
    expect(told(matchOf(payment("500", [], { text: "INV-000006" }), items))).toEqual(["AUTO INV-000006 500"]);
  });
});

describe("a known payer that names another customer's invoice with its amount", () => {
  const named = invoice("RE-2026/0816", "500", { customer: "quarry" });
  const its = invoice("RE-2026/0001", "31");
  const also = (customer: string) => invoice("RE-2026/0333", "500", { customer });
  const payers = [...customers, customer("lenz", "Lenz Metallbau")];

  it.each([
    ["the payer owes something else", [named, its]],
    ["a third owes the same amount", [named, its, also("lenz")]],
    ["the other owes the same amount twice", [named, its, also("quarry")]],
    [
      "the payer owes the amount three times",
      [named, ...["1", "2", "3"].map((n) => invoice(`RE-2026/011${n}`, "500"))],
    ],
  ])("is proposed for it when %s", (_, items) => {
    const match = matchOf(payment("500", [], { text: "RE-2026/0816" }), items, payers);
    expect(told(match)).toEqual(["PROPOSED RE-2026/0816 500"]);
    expect(match.parts[0]?.evidence).toContain(`but the payer seems to be ${NORTHWIND.name}`);
  });

  it("is proposed for it though its account is known", () => {
    const known = [{ ...NORTHWIND, accounts: ["DE89"] }, QUARRY];
    const one = payment("500", [], { text: "RE-2026/0816", account: "DE89" });
    expect(told(matchOf(one, [named, its], known))).toEqual(["PROPOSED RE-2026/0816 500"]);
  });

  it("is not proposed for it when the amount is another, or the number only resembles it", () => {
    expect(matchOf(payment("400", [], { text: "RE-2026/0816" }), [named, its], payers).parts).toEqual([]);
    expect(matchOf(payment("500", [], { text: "RE-2026/0861" }), [named, its], payers).parts).toEqual([]);
  });
});
