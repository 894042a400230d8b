import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BankEntry, EntryDetail } from "../../src/cash/bank-files/index.js";
import { type PostedEarly, possibleDuplicates } from "../../src/cash/provisional-entries.rules.js";
import { addDays, businessDate } from "../../src/platform/business-date.js";

const DAY = businessDate("2026-03-02");

const early = (amount: string, more: Partial<PostedEarly> = {}): PostedEarly => ({
  ...{ account: "A", bankReference: "B1", side: "CREDIT", currency: "EUR", amount, bookingDate: DAY },
  ...more,
});

const detail = (amount: string): EntryDetail => ({
  ...{ line: 1, side: "CREDIT", amount, currency: "EUR", remittanceLines: [], structuredReferences: [] },
});

function stated(amount: string, more: Partial<BankEntry> = {}, account = "A") {
  const entry: BankEntry = {
    ...{ line: 1, index: 0, reference: "K", bankReference: "B9", amount, currency: "EUR", side: "CREDIT" },
    ...{ reversal: false, status: "BOOKED", bookingDate: DAY, valueDate: DAY, bankTransactionCode: null },
    ...{ batches: [], details: [], unreadable: [], ...more },
  };
  return { account, entry };
}

const heldOf = (entries: ReturnType<typeof stated>[], posted: PostedEarly[]): string[] =>
  [...possibleDuplicates(entries, posted)].map(([{ entry }, of]) => `${entry.amount}: ${of.length}`);

describe("an entry of a statement may be one that was posted early", () => {
  it.each([
    ["of the same account, direction, currency, amount and day", stated("10.00"), 1],
    ["written with fewer zeros", stated("10"), 1],
    ["a few days later", stated("10.00", { bookingDate: addDays(DAY, 5) }), 1],
    ["by its value date, when it has no booking date", stated("10.00", { bookingDate: null }), 1],
    [
      "as one of the transactions that it sums up",
      stated("30.00", { details: [detail("10.00"), detail("20.00")] }),
      1,
    ],
    ["under another account, with its reference", stated("10.00", { bankReference: "B1" }, "OTHER"), 1],
    ["but not a day before", stated("10.00", { bookingDate: addDays(DAY, -1) }), 0],
    ["but not a week later", stated("10.00", { bookingDate: addDays(DAY, 6) }), 0],
    ["but not in the other direction", stated("10.00", { side: "DEBIT" }), 0],
    ["but not in another currency", stated("10.00", { currency: "USD" }), 0],
    ["but not of another amount", stated("10.01"), 0],
    ["but not of another account and reference", stated("10.00", {}, "OTHER"), 0],
  ])("%s", (_what, entry, count) => {
    expect(heldOf([entry], [early("10.00")])).toHaveLength(count);
  });

  it("as the sum of all of a day", () => {
    const posted = [early("10.00"), early("20.00", { bankReference: "B2" })];
    expect(heldOf([stated("30.00")], posted)).toEqual(["30.00: 2"]);
    expect(heldOf([stated("25.00")], posted)).toEqual([]);
  });

  it("once for each: a second payment of the amount is another", () => {
    expect(heldOf([stated("10.00"), stated("10.00")], [early("10.00")])).toEqual(["10.00: 1"]);
  });

  it("and holds back no more than were posted early, each once, and none of a day before", () => {
    const amount = fc.constantFrom("1.00", "2.00", "3.00");
    const day = fc.integer({ min: -2, max: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, day), { maxLength: 6 }),
        fc.array(amount, { maxLength: 6 }),
        (entries, posted) => {
          const all = entries.map(([each, days]) => stated(each, { bookingDate: addDays(DAY, days) }));
          const found = possibleDuplicates(
            all,
            posted.map((each) => early(each)),
          );
          const held = [...found.values()].flat();
          expect(new Set(held).size).toBe(held.length);
          expect(held.length).toBeLessThanOrEqual(posted.length);
          for (const [{ entry }] of found) expect(entry.bookingDate && entry.bookingDate >= DAY).toBe(true);
        },
      ),
    );
  });
});
