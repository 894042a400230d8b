import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BankLine, type CashLine, reconcile } from "../../../src/cash/index.js";
import { addDays, businessDate } from "../../../src/platform/business-date.js";
import { Decimal } from "../../../src/platform/money.js";

const DAY = businessDate("2026-03-10");

const bank = (id: string, amount: string, description: string, days = 0): BankLine => ({
  id,
  date: addDays(DAY, days),
  amount: new Decimal(amount),
  description,
});

const cash = (
  id: string,
  amount: string,
  description: string,
  days = 0,
  more: Partial<CashLine> = {},
): CashLine => ({
  ...bank(id, amount, description, days),
  reference: id,
  cancels: false,
  ...more,
});

const pairs = (lines: readonly { bank: BankLine; ledger: CashLine }[]) =>
  lines.map((line) => `${line.bank.id}=${line.ledger.id}`).sort();

describe("a bank line", () => {
  it("belongs to the ledger line of its amount and party, though both are misspelt or cut", () => {
    const found = reconcile(
      [bank("b1", "-80", "DD NORTHWIND TIMB", 2), bank("b2", "-80", "DD QUARRY STONE WOR", 2)],
      [cash("l1", "-80", "Quary Stone Works - gravel"), cash("l2", "-80", "Northwind Timber - planks")],
    );
    expect(pairs(found.oneToOne)).toEqual(["b1=l2", "b2=l1"]);
  });

  it("belongs to the cheque whose number it has", () => {
    const found = reconcile(
      [bank("b1", "-80", "CHEQUE 5002"), bank("b2", "-80", "CHEQUE 5001")],
      [
        cash("l1", "-80", "rent", 0, { reference: "CH-5001" }),
        cash("l2", "-80", "rent", 0, { reference: "CH-5002" }),
      ],
    );
    expect(pairs(found.oneToOne)).toEqual(["b1=l2", "b2=l1"]);
  });

  it("of a series of equal payments belongs to the one of its day", () => {
    const found = reconcile(
      [0, 7, 14].map((days) => bank(`b${days}`, "-25", "DD PARKING MEADOWS", days + 1)),
      [14, 0, 7].map((days) => cash(`l${days}`, "-25", "Parking Meadows - weekly", days)),
    );
    expect(pairs(found.oneToOne)).toEqual(["b0=l0", "b14=l14", "b7=l7"]);
  });

  it("may be a batch of several ledger lines of one party", () => {
    const found = reconcile(
      [bank("b1", "600.30", "DEPOSIT NORTHWIND TIMBER")],
      [
        cash("l1", "100.10", "Northwind Timber"),
        cash("l2", "200.20", "Northwind Timber"),
        cash("l3", "300", "Northwind Timber"),
        cash("l4", "50", "Northwind Timber"),
      ],
    );
    expect(found.manyToOne.map(({ ledger }) => ledger.map(({ id }) => id))).toEqual([["l1", "l2", "l3"]]);
    expect(found.unmatchedLedger.map(({ id }) => id)).toEqual(["l4"]);
  });

  it("may have two digits in another order, or a fee taken off", () => {
    const found = reconcile(
      [bank("b1", "1324.00", "TRF NORTHWIND TIMBER"), bank("b2", "985.00", "TRF QUARRY STONE WORKS")],
      [cash("l1", "1234.00", "Northwind Timber"), cash("l2", "1000.00", "Quarry Stone Works")],
    );
    expect(found.mismatches.map((m) => `${m.bank.id}=${m.ledger.id} ${m.difference}`)).toEqual([
      "b1=l1 90",
      "b2=l2 -15",
    ]);
  });

  it("that the ledger does not know stays on its side", () => {
    const found = reconcile([bank("b1", "-4", "ACCOUNT FEE")], [cash("l1", "-90", "Northwind Timber")]);
    expect(found.unmatchedBank.map(({ id }) => id)).toEqual(["b1"]);
    expect(found.unmatchedLedger.map(({ id }) => id)).toEqual(["l1"]);
  });
});

describe("ledger lines", () => {
  it("that cancel each other are a pair, and the reissued cheque goes to the bank's", () => {
    const found = reconcile(
      [bank("b1", "-80", "CHEQUE 5002", 3)],
      [
        cash("l1", "-80", "Northwind Timber", 0, { reference: "CH-5001" }),
        cash("l2", "80", "void, Northwind Timber", 1, { reference: "CH-5001-V", cancels: true }),
        cash("l3", "-80", "Northwind Timber, again", 2, { reference: "CH-5002" }),
      ],
    );
    expect(found.offsetting.map(({ ledger }) => ledger.map(({ id }) => id))).toEqual([["l1", "l2"]]);
    expect(pairs(found.oneToOne)).toEqual(["b1=l3"]);
  });
});

describe("a reconciliation", () => {
  it("has every line of both sides exactly once", () => {
    const names = fc.constantFrom("NORTHWIND TIMBER", "QUARRY STONE", "FEE");
    const lines = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), names, fc.nat(20)), { maxLength: 15 });
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const ours = one.map(([amount, name, days], at) => bank(`b${at}`, String(amount), name, days));
        const theirs = other.map(([amount, name, days], at) => cash(`l${at}`, String(amount), name, days));
        const found = reconcile(ours, theirs);
        const banks = [...found.oneToOne, ...found.manyToOne, ...found.mismatches].map((m) => m.bank.id);
        const ledgers = [
          ...[...found.oneToOne, ...found.mismatches].map((m) => m.ledger.id),
          ...[...found.manyToOne, ...found.offsetting].flatMap((m) => m.ledger.map(({ id }) => id)),
        ];
        expect([...banks, ...found.unmatchedBank.map(({ id }) => id)].sort()).toEqual(
          ours.map(({ id }) => id).sort(),
        );
        expect([...ledgers, ...found.unmatchedLedger.map(({ id }) => id)].sort()).toEqual(
          theirs.map(({ id }) => id).sort(),
        );
        for (const { bank: line, ledger } of found.manyToOne) {
          expect(ledger.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))).toEqual(line.amount);
        }
      }),
    );
  });
});
