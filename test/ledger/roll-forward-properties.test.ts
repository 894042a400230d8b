import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runRevaluation } from "../../src/close/run-revaluation.js";
import { readClosingRates, revaluedBalances } from "../../src/ledger/index.js";
import { pageOfEntries } from "../../src/ledger/journal.queries.js";
import { inFigure, readRollForward } from "../../src/ledger/roll-forward.queries.js";
import { businessDate, endOfMonth } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import { keysetPage } from "../../src/platform/graphql/connections.js";
import { totalOrder } from "../../src/platform/graphql/keyset.js";
import { Decimal } from "../../src/platform/money.js";
import { type Books, Library } from "../support/books.js";
import { RandomLedger } from "./model/random-ledger.js";
import type { Step } from "./model/step.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-08-01");
});
afterAll(() => library.close());

const MONTHS = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"].map(
  businessDate,
);

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step["what"][]>(
    ...(["customer", "rate", "draft", "draft", "issue", "issue", "issue", "void", "identify"] as const),
    ...(["receipt", "receipt", "apply", "apply", "apply", "apply", "unapply", "reverse"] as const),
    ...([
      "writeOff",
      "reverseWriteOff",
      "recover",
      "smallBalances",
      "credit",
      "voidCredit",
      "payItem",
    ] as const),
    ...(["refund", "settleRefund", "debitMemo", "chargeback", "reverseCharge", "creditInvoice"] as const),
    ...(["lateFeePolicy", "lateFees", "lateFees", "waive", "matrix", "allow", "reverseAllowance"] as const),
    ...(["proposePlan", "activatePlan", "payPlan", "bankFile", "discountPolicy"] as const),
  ),
  pick: fc.nat(99_999),
  other: fc.nat(99_999),
  cents: fc.integer({ min: 1, max: 20_000 }),
  day: fc.integer({ min: 0, max: 180 }),
  later: fc.integer({ min: 0, max: 60 }),
});
const opening = (["customer", "customer", "rate"] as const).map(
  (what): Step => ({ what, pick: 12_345, other: 0, cents: 1, day: 0, later: 0 }),
);

/** Opening + figures = closing, each month's opening is the closing before, and every figure opens into its entries. */
async function expectRolled(books: Books): Promise<number> {
  const { tenant } = books;
  const before = new Map<string, string>();
  let opened = 0;
  for (const from of MONTHS) {
    const point = { tenantId: tenant.id, tenant, asOf: endOfMonth(from), knownAt: null };
    for (const line of await books.read((db) => readRollForward(db, point, from))) {
      const name = `${line.accountCode} ${line.currency}`;
      expect([name, from, Number(line.difference), Number(line.functionalDifference)]).toEqual([
        name,
        from,
        0,
        0,
      ]);
      const told = `${new Decimal(line.opening).toFixed(2)} ${new Decimal(line.functionalOpening).toFixed(2)}`;
      expect([name, from, told]).toEqual([name, from, before.get(name) ?? "0.00 0.00"]);
      before.set(
        name,
        `${new Decimal(line.closing).toFixed(2)} ${new Decimal(line.functionalClosing).toFixed(2)}`,
      );
      for (const { figure, entryCount, accountCode, currency } of line.figures) {
        expect(figure === "OTHER" ? entryCount : 0).toBe(0);
        if (entryCount === 0) continue;
        const which = inFigure({ from, to: point.asOf, accountCode, currency, figure });
        const page = keysetPage({ first: 100 }, totalOrder([], sql`e.id`));
        const entries = await books.read((db) => pageOfEntries(db, tenant.id, which, page));
        expect(entries).toHaveLength(entryCount);
        opened += 1;
      }
    }
  }
  return opened;
}

/** What the revaluation of a month leaves on its account on the last day is revalued less booked; the day after, nothing. */
async function expectRevalued(books: Books, from: (typeof MONTHS)[number]): Promise<void> {
  const { tenant } = books;
  await books.does(runRevaluation, { startsOn: from });
  const point = { tenantId: tenant.id, tenant, asOf: endOfMonth(from), knownAt: null };
  const rates = await books.read((db) => readClosingRates(db, point));
  const { unrealised } = await books.row<{ unrealised: string }>(sql`
    select coalesce(sum(functional_balance - booked_balance), 0) as unrealised from (${revaluedBalances(point, rates)}) b`);
  const onDay = (nextDay: number) =>
    books.row<{ balance: string }>(sql`
      select coalesce(sum(l.functional_amount), 0) as balance from journal_line l
      join journal_entry e on e.id = l.entry_id join account a on a.id = l.account_id
      where a.tenant_id = ${tenant.id} and a.role = 'AR_REVALUATION'
        and e.effective_date <= ${point.asOf}::date + ${nextDay}::int`);
  expect(Number((await onDay(0)).balance)).toBe(Number(unrealised));
  expect(Number((await onDay(1)).balance)).toBe(0);
}

it("any books roll forward month by month with no difference, and their revaluation is what is open at the closing rate less what is booked", async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 60, maxLength: 60, size: "max" }),
      fc.constantFrom(...MONTHS),
      async (steps, month) => {
        const ledger = new RandomLedger(await library.books());
        for (const next of [...opening, ...steps]) await ledger.take(next);
        await expectRevalued(ledger.books, month);
        opened += await expectRolled(ledger.books);
        await ledger.books.expectSound();
      },
    ),
    { numRuns: 8, interruptAfterTimeLimit: 30_000 },
  );
  console.log(`${opened} figures opened into their entries`);
  expect(opened).toBeGreaterThan(0);
}, 120_000);
