import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/platform/money.js";
import { customer, invoice, matched, NORTHWIND, payment, told } from "./matching-books.js";

describe("payments of one batch", () => {
  it("that pay the same invoice twice: the earlier settles it, the later is a duplicate and stays unapplied", () => {
    const later = payment("100", [["R-1", "100"]], { id: "later", on: "2026-03-12" });
    const earlier = payment("100", [["R-1", "100"]], { id: "earlier", on: "2026-03-10" });
    const [second, first] = matched([later, earlier], [invoice("R-1", "100"), invoice("R-2", "100")]);
    expect(first && told(first)).toEqual(["AUTO R-1 100"]);
    expect(second).toMatchObject({
      parts: [],
      duplicateOf: ["earlier"],
      remainder: { amount: new Decimal(100), disposition: "UNAPPLIED", reason: "DUPLICATE_SUSPECTED" },
    });
  });

  it("do not take by amount what another names", () => {
    const guessing = payment("100", [], { id: "guessing", on: "2026-03-10" });
    const naming = payment("100", [["R-1", "100"]], { id: "naming", on: "2026-03-20" });
    const [guessed, named] = matched([guessing, naming], [invoice("R-1", "100"), invoice("R-2", "100")]);
    expect(named && told(named)).toEqual(["AUTO R-1 100"]);
    expect(guessed && told(guessed)).toEqual(["AUTO R-2 100"]);
  });

  it("pay one invoice in parts, each from what the one before has left", () => {
    const parts = ["400", "350", "250"].map((amount, at) =>
      payment(amount, [["R-1", amount]], { id: `part ${at}`, on: `2026-03-1${at}` }),
    );
    expect(matched(parts, [invoice("R-1", "1000")]).flatMap(told)).toEqual([
      "AUTO R-1 400",
      "AUTO R-1 350",
      "AUTO R-1 250",
    ]);
  });

  it("hold a sure payment back while an earlier one, of a payer not known for sure, names the same invoice", () => {
    const items = [invoice("R-1", "100"), invoice("R-8", "100", { customer: "quarry" })];
    const customers = [NORTHWIND, customer("quarry", "Quarry Stone Works")];
    const unsure = payment("100", [["R-1", "100"]], {
      id: "unsure",
      on: "2026-03-10",
      from: "Quarry Stone Works",
    });
    const sure = payment("100", [["R-1", "100"]], { id: "sure", on: "2026-03-11" });
    const decisions = matched([unsure, sure], items, customers).flatMap(told);
    expect(decisions.filter((one) => one === "AUTO R-1 100")).toEqual([]);
  });

  it("know an invoice that was settled before the batch, and by whom", () => {
    const settled = {
      ...invoice("R-1", "0"),
      settledBy: { paymentId: "last week's", amount: new Decimal(100) },
    };
    const [again] = matched([payment("100", [["R-1", "100"]])], [settled, invoice("R-2", "100")]);
    expect(again).toMatchObject({ parts: [], duplicateOf: ["last week's"] });
  });

  it("of which only proposals remain make nobody else sure", () => {
    const two = ["a", "b"].map((id) => payment("100", [], { id }));
    const decisions = matched(two, [invoice("R-1", "100"), invoice("R-2", "100")]).flatMap(told);
    expect(decisions).toEqual(["PROPOSED R-1 100", "PROPOSED R-2 100"]);
  });

  it("that went back to the customer settle a credit of their amount", () => {
    const [refund] = matched([payment("-250", [])], [invoice("G-1", "-250"), invoice("R-1", "250")]);
    expect(refund && told(refund)).toEqual(["AUTO G-1 -250"]);
  });
});
