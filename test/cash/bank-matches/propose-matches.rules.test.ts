import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CashMovement, StatementLine } from "../../../src/cash/bank-matches/bank-match.model.js";
import { matchKey, proposeMatches } from "../../../src/cash/bank-matches/propose-matches.rules.js";
import { addDays, businessDate } from "../../../src/platform/business-date.js";
import { Decimal } from "../../../src/platform/money.js";

const DAY = businessDate("2026-03-02");

function line(id: string, amount: string, more: Partial<StatementLine> = {}): StatementLine {
  const nobody = { receiptNumbers: [], customerId: null, customerName: null };
  return { id, date: DAY, amount: new Decimal(amount), description: "Northwind Traders", ...nobody, ...more };
}

function movement(id: string, amount: string, more: Partial<CashMovement> = {}): CashMovement {
  return {
    ...{ id, date: DAY, amount: new Decimal(amount), documentNumber: `RCT-${id}`, reference: null },
    ...{ method: "BANK_TRANSFER", customerId: "northwind", customerName: "Northwind Traders" },
    ...{ isReversal: false, isStandingReceipt: true, ...more },
  };
}

const NONE: ReadonlySet<string> = new Set();

describe("What is proposed of bank lines and movements", () => {
  it("has each line and each movement once, whatever the amounts are", () => {
    const amounts = fc.array(
      fc.integer({ min: -4, max: 4 }).filter((n) => n !== 0),
      { maxLength: 7 },
    );
    const dated = (n: number) => addDays(DAY, n % 3);
    fc.assert(
      fc.property(amounts, amounts, fc.boolean(), (ofBank, ofLedger, cheques) => {
        const lines = ofBank.map((n, i) => line(`b${i}`, `${n * 50}.00`, { date: dated(i) }));
        const more = cheques ? { method: "CHEQUE", customerName: null } : {};
        const movements = ofLedger.map((n, i) =>
          movement(`l${i}`, `${n * 50}.00`, { date: dated(i), ...more }),
        );
        const found = proposeMatches(lines, movements, NONE);
        const told = [
          ...found.proposals.flatMap((match) => [...(match.line ? [match.line] : []), ...match.movements]),
          ...found.lines,
          ...found.movements,
        ];
        expect(told.map(({ id }) => id).sort()).toEqual([...lines, ...movements].map(({ id }) => id).sort());
        for (const match of found.proposals) {
          const sum = match.movements.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
          expect(match.difference.eq((match.line?.amount ?? new Decimal(0)).minus(sum))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is the next best when somebody has rejected the best", () => {
    const lines = [line("b", "100.00")];
    const near = movement("near", "100.00");
    const far = movement("far", "100.00", { date: addDays(DAY, -9) });
    const first = proposeMatches(lines, [near, far], NONE);
    expect(first.proposals.map(({ movements }) => movements)).toEqual([[near]]);
    const second = proposeMatches(lines, [near, far], new Set([matchKey("b", ["near"])]));
    expect(second.proposals.map(({ movements }) => movements)).toEqual([[far]]);
    const all = new Set([matchKey("b", ["near"]), matchKey("b", ["far"])]);
    expect(proposeMatches(lines, [near, far], all).proposals).toEqual([]);
  });

  it("has no fee that is more than a fifth of the money", () => {
    const differences = (bank: string, ledger: string) =>
      proposeMatches([line("b", bank)], [movement("l", ledger)], NONE).proposals.map(
        (match) => match.differenceReason,
      );
    expect(differences("85.00", "100.00")).toEqual(["BANK_FEE"]);
    expect(differences("60.00", "100.00")).toEqual([]);
    expect(differences("-115.00", "-100.00")).toEqual(["BANK_FEE"]);
  });

  it("is no deposit of a day's cheques when two lines could be it", () => {
    const cheque = { method: "CHEQUE", customerName: null, customerId: null };
    const cheques = [movement("1", "40.00", cheque), movement("2", "60.00", cheque)];
    const deposit = { description: "DEPOSIT" };
    expect(proposeMatches([line("a", "100.00", deposit)], cheques, NONE).proposals).toMatchObject([
      { kind: "BATCH", movements: cheques },
    ]);
    const two = [line("a", "100.00", deposit), line("b", "100.00", deposit)];
    expect(proposeMatches(two, cheques, NONE).proposals).toEqual([]);
  });
});
