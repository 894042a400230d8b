import { describe, expect, it } from "vitest";
import { nameFit, nameForm } from "../../../src/cash/matching/payer-name.rules.js";
import { customer, invoice, matchOf, NORTHWIND, payment, told } from "./matching-books.js";

const grade = (payer: string, name: string) => nameFit(nameForm(payer), nameForm(name));

describe("a payer's name", () => {
  it.each([
    ["NORTHWIND TIMBER TRADING", "SAME"],
    ["Northwind-Timber Trading, Limited", "SAME"],
    ["North Wind Timber Trad", "SHORTENED"],
    ["Northwind Timb Trdg", "SHORTENED"],
    ["Northwind TT", "SHORTENED"],
    ["Northwnid Timber Trading", "SHORTENED"],
    ["NTT", "INITIALS"],
    ["NTTL", "INITIALS"],
  ])("%s is the customer's: %s", (written, expected) => {
    expect(grade(written, NORTHWIND.name)).toBe(expected);
  });

  it("tells branches apart by their number", () => {
    expect(grade("Brook Foods Plant 7", "Brook Foods Ltd Plant 7")).toBe("SAME");
    expect(grade("Brook Foods Plant 8", "Brook Foods Ltd Plant 7")).toBe("OTHER_BRANCH");
    expect(grade("BROOK FOODS", "Brook Foods Ltd Plant 7")).toBe("SAME_WITHOUT_NUMBER");
  });

  it("of somebody else is nobody's", () => {
    expect(grade("Quarry Stone Works", NORTHWIND.name)).toBeNull();
  });
});

describe("the payer", () => {
  const items = [invoice("R-1", "40", { customer: "brook7" }), invoice("R-2", "60", { customer: "brook8" })];
  const branches = [customer("brook7", "Brook Foods Plant 7"), customer("brook8", "Brook Foods Plant 8")];

  it("is the owner of the account, whatever name the bank gives", () => {
    const owners = [
      customer("brook7", "Brook Foods", { accounts: ["DE89 3704"] }),
      customer("brook8", "Other"),
    ];
    const match = matchOf(payment("40", [], { from: "Somebody", account: "DE893704" }), items, owners);
    expect(told(match)).toEqual(["AUTO R-1 40"]);
    expect(match.payer).toMatchObject({ customerId: "brook7", evidence: "payer by its bank account" });
  });

  it("of an account that two customers share is the one whose invoice has the amount", () => {
    const owners = branches.map((one) => ({ ...one, accounts: ["A1"] }));
    expect(told(matchOf(payment("60", [], { from: null, account: "A1" }), items, owners))).toEqual([
      "AUTO R-2 60",
    ]);
  });

  it("of a shared account is nobody's to say when both owe the amount", () => {
    const owners = branches.map((one) => ({ ...one, accounts: ["A1"] }));
    const both = [invoice("R-1", "60", { customer: "brook7" }), invoice("R-2", "60", { customer: "brook8" })];
    const match = matchOf(payment("60", [], { from: null, account: "A1" }), both, owners);
    expect(match.parts.map(({ decision }) => decision)).not.toContain("AUTO");
  });

  it("is known by its customer number, and by a name that it has used before", () => {
    const known = [customer("brook7", "Brook Foods Plant 7", { aliases: ["Zentrale Kasse"] })];
    expect(told(matchOf(payment("40", [], { from: "Zentrale Kasse" }), items, known))).toEqual([
      "AUTO R-1 40",
    ]);
    expect(told(matchOf(payment("40", [], { from: null, number: "BROOK7" }), items, known))).toEqual([
      "AUTO R-1 40",
    ]);
  });

  it("who is a stranger may settle what it names exactly, and is not guessed by an amount alone", () => {
    expect(told(matchOf(payment("40", [["R-1", "40"]], { from: "Paymaster" }), items, branches))).toEqual([
      "AUTO R-1 40",
    ]);
    const guessed = matchOf(payment("40", [], { from: "Paymaster" }), items, branches);
    expect(guessed.parts.map(({ decision }) => decision)).not.toContain("AUTO");
    expect(guessed.remainder?.disposition ?? "UNIDENTIFIED").toBe("UNIDENTIFIED");
  });

  it("whose name is a customer's is not applied to another customer's invoice", () => {
    const match = matchOf(payment("60", [["R-2", "60"]], { from: "Brook Foods Plant 7" }), items, branches);
    expect(match.parts.map(({ decision }) => decision)).not.toContain("AUTO");
  });

  it("is told in the bank's text", () => {
    const match = matchOf(
      payment("60", [], { from: "BF", text: "TRF BROOK FOODS PLANT 8 17:40" }),
      items,
      branches,
    );
    expect(match.payer?.customerId).toBe("brook8");
    expect(told(match)).toEqual(["AUTO R-2 60"]);
  });
});
