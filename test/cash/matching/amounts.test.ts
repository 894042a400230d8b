import { describe, expect, it } from "vitest";
import { Decimal } from "../../../src/platform/money.js";
import { invoice, matchOf, payment, told } from "./matching-books.js";

const discounted = invoice("R-0001", "1000", { discount: "20" });

describe("an amount on an invoice", () => {
  it("less the discount in its window takes the discount", () => {
    const match = matchOf(payment("980", [["R-0001", "980"]], { on: "2026-03-11" }), [discounted]);
    expect(match.parts[0]).toMatchObject({
      decision: "AUTO",
      amount: new Decimal(980),
      discount: new Decimal(20),
    });
    expect(match.parts[0]?.evidence).toContain("less discount 20.00 EUR until 2026-03-11");
  });

  it("less the discount after the window leaves it open, unless days of grace are given", () => {
    const late = payment("980", [["R-0001", "980"]], { on: "2026-03-12" });
    expect(matchOf(late, [discounted]).parts[0]?.discount).toEqual(new Decimal(0));
    expect(matchOf(late, [discounted], undefined, { discountGraceDays: 1 }).parts[0]?.discount).toEqual(
      new Decimal(20),
    );
  });

  it("short by what the payer states is a deduction, with the payer's words", () => {
    const match = matchOf(payment("880", [["R-0001", "880", "two pallets damaged, 120.00"]]), [
      invoice("R-0001", "1000"),
    ]);
    expect(match.parts[0]).toMatchObject({
      decision: "AUTO",
      amount: new Decimal(880),
      deduction: { amount: new Decimal(120), reason: "two pallets damaged, 120.00" },
    });
  });

  it("short by what the payer states in its text is a deduction, and the evidence quotes the text", () => {
    const text = "Invoice R-0001 less 120.00 damaged";
    const match = matchOf(payment("880", [], { text }), [invoice("R-0001", "1000")]);
    expect(match.parts[0]).toMatchObject({
      deduction: { amount: new Decimal(120), reason: text },
      evidence: expect.stringContaining(`as the payer states ("${text}")`),
    });
  });

  it("short within the tolerance lets the rest go", () => {
    const match = matchOf(payment("999.95", [["R-0001", "999.95"]]), [invoice("R-0001", "1000")], undefined, {
      tolerance: new Decimal("0.10"),
    });
    expect(match.parts[0]).toMatchObject({ amount: new Decimal("999.95"), writeOff: new Decimal("0.05") });
  });

  it("more than is open pays it off and leaves the rest unapplied", () => {
    const match = matchOf(payment("110", [["R-0001", "110"]]), [invoice("R-0001", "100")]);
    expect(told(match)).toEqual(["AUTO R-0001 100"]);
    expect(match.remainder).toMatchObject({
      amount: new Decimal(10),
      disposition: "UNAPPLIED",
      reason: "OVERPAID",
    });
  });

  it("that is a part is applied as a part of what is named", () => {
    expect(told(matchOf(payment("300", [["R-0001", "300"]]), [invoice("R-0001", "1000")]))).toEqual([
      "AUTO R-0001 300",
    ]);
  });

  it("in another currency is not laid on it", () => {
    const match = matchOf(payment("100", [["R-0001", "100"]], { currency: "USD" }), [
      invoice("R-0001", "100"),
    ]);
    expect(match.parts).toEqual([]);
    expect(match.remainder?.amount).toEqual(new Decimal(100));
  });

  it("of a credit that the payer takes is netted with what it pays", () => {
    const items = [invoice("R-0001", "1000"), invoice("G-0007", "-150")];
    const match = matchOf(
      payment("850", [
        ["R-0001", "1000"],
        ["G-0007", "-150"],
      ]),
      items,
    );
    expect(told(match)).toEqual(["AUTO R-0001 1000", "AUTO G-0007 -150"]);
    expect(match.remainder).toBeNull();
  });

  it("of an advice that adds up to more than the payment is only proposed, and no more than the payment", () => {
    const items = [invoice("R-0001", "100"), invoice("R-0002", "100")];
    const match = matchOf(
      payment("150", [
        ["R-0001", "100"],
        ["R-0002", "100"],
      ]),
      items,
    );
    expect(match.parts.map(({ decision }) => decision)).toEqual(["PROPOSED", "PROPOSED"]);
    expect(match.parts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))).toEqual(
      new Decimal(150),
    );
  });

  it("in some lines and not in others pays what the others leave", () => {
    const items = [invoice("R-0001", "100"), invoice("R-0002", "40"), invoice("R-0003", "55")];
    const match = matchOf(
      payment("140", [
        ["R-0001", "100"],
        ["R-0002", null],
      ]),
      items,
    );
    expect(told(match)).toEqual(["AUTO R-0001 100", "AUTO R-0002 40"]);
  });
});
