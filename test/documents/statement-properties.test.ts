import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAgingReport } from "../../src/aging/index.js";
import { balancesOf, type StatementBalance } from "../../src/documents/customer-statement.js";
import {
  ACTIVITY_ORDER,
  activityInBatches,
  ITEM_ORDER,
  itemsInBatches,
  pageOfActivity,
  pageOfStatementItems,
  type RunningLineRow,
  type StatementItemRow,
  type StatementRequest,
} from "../../src/documents/statement.queries.js";
import { addDays, type BusinessDate, businessDate } from "../../src/platform/business-date.js";
import type { Executor } from "../../src/platform/database/database.js";
import { keysetPage } from "../../src/platform/graphql/connections.js";
import { encodeCursor, type SortOrder } from "../../src/platform/graphql/keyset.js";
import { Decimal } from "../../src/platform/money.js";
import { RandomLedger } from "../ledger/model/random-ledger.js";
import type { Step } from "../ledger/model/step.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-08-01");
});
afterAll(() => library.close());

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step["what"][]>(
    ...(["customer", "rate", "draft", "draft", "issue", "issue", "issue", "void", "identify"] as const),
    ...(["receipt", "receipt", "apply", "apply", "apply", "apply", "unapply", "reverse"] as const),
    ...(["writeOff", "reverseWriteOff", "credit", "voidCredit"] as const),
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

const DAYS = ["2026-01-20", "2026-03-05", "2026-04-30", "2026-07-15"].map(businessDate);

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2);
}

const PAGE = 4;

/** A list page by page, a few rows at a time, as clients read it. */
async function byPages<Row extends object>(
  order: SortOrder,
  read: (page: ReturnType<typeof keysetPage>) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last ? encodeCursor(order, Object.fromEntries(Object.entries(last))) : null;
    const page = keysetPage({ first: PAGE, after }, order);
    const found = await read(page);
    rows.push(...found.slice(0, PAGE));
    if (found.length <= PAGE) return rows;
  }
}

interface WholeStatement {
  readonly balances: readonly StatementBalance[];
  readonly items: readonly StatementItemRow[];
  readonly activity: readonly RunningLineRow[];
}

async function wholeStatement(db: Executor, request: StatementRequest): Promise<WholeStatement> {
  return {
    balances: await balancesOf(db, request),
    items: await byPages(ITEM_ORDER, (page) => pageOfStatementItems(db, request, page)),
    activity: await byPages(ACTIVITY_ORDER, (page) => pageOfActivity(db, request, true, page)),
  };
}

/** Both ends are the subledger's, the lines lead from one to the other, and the items make up the closing. */
async function expectTied(db: Executor, request: StatementRequest): Promise<WholeStatement> {
  const statement = await wholeStatement(db, request);
  const { balances, items, activity } = statement;
  const before = await agingBalances(db, request, addDays(request.from, -1));
  const after = await agingBalances(db, request, request.point.asOf);
  const told = (of: (one: StatementBalance) => string) =>
    Object.fromEntries(
      balances.map((one) => [one.currency, of(one)]).filter(([, amount]) => Number(amount) !== 0),
    );
  expect(told((one) => one.opening)).toEqual(before);
  expect(told((one) => one.closing)).toEqual(after);
  const currencies = new Set(balances.map(({ currency }) => currency));
  expect([...items, ...activity].filter(({ currency }) => !currencies.has(currency))).toEqual([]);
  for (const { currency, opening: first, debits, credits, closing, buckets, unappliedCredits } of balances) {
    const lines = activity.filter((line) => line.currency === currency);
    expect(sum([first, ...lines.map(({ amount }) => amount)])).toBe(closing);
    expect(sum([first, debits, credits])).toBe(closing);
    expect(sum(items.filter((item) => item.currency === currency).map((item) => item.openAmount))).toBe(
      closing,
    );
    expect(sum([...buckets.map(({ amount }) => amount), unappliedCredits])).toBe(closing);
    let running = new Decimal(first);
    for (const { amount, balance } of lines) {
      running = running.plus(amount);
      expect(new Decimal(balance).toFixed()).toBe(running.toFixed());
    }
  }
  return statement;
}

async function agingBalances(
  db: Executor,
  { point, customerId }: StatementRequest,
  asOf: BusinessDate,
): Promise<Record<string, string>> {
  const none = { currencies: null, regions: null, salesRepresentatives: null, collectors: null };
  const report = await makeAgingReport(db, {
    point: { ...point, asOf },
    by: [],
    scheme: [30, 60, 90],
    basis: "DUE_DATE",
    credits: "SEPARATE",
    filter: { customerIds: [customerId], ...none, businessUnits: null, riskClasses: null },
  });
  return Object.fromEntries(
    report.totals
      .filter(({ balance }) => Number(balance) !== 0)
      .map(({ currency, balance }) => [currency, balance]),
  );
}

/** What is read in batches, for paper, is what is read by pages, but for what moved only between documents. */
async function expectSameInBatches(
  db: Executor,
  request: StatementRequest,
  whole: WholeStatement,
): Promise<void> {
  const printed: string[] = [];
  for await (const rows of itemsInBatches(db, request)) printed.push(...rows.map(({ id }) => id));
  expect(printed).toEqual(whole.items.map(({ id }) => id));
  const lines: { currency: string; amount: string; kind: string }[] = [];
  for await (const rows of activityInBatches(db, request, false)) lines.push(...rows);
  expect(lines.filter(({ kind }) => kind === "APPLICATION")).toEqual([]);
  for (const { currency, opening: first, closing } of whole.balances) {
    expect(sum([first, ...lines.filter((line) => line.currency === currency).map((l) => l.amount)])).toBe(
      closing,
    );
  }
}

function requestsOf(
  { tenant }: Books,
  customers: readonly string[],
  knownAt: string | null,
): StatementRequest[] {
  return customers.flatMap((customerId) =>
    DAYS.map((asOf, index) => ({
      point: { tenantId: tenant.id, tenant, asOf, knownAt },
      customerId,
      from: DAYS[index - 1] ?? businessDate("2025-12-01"),
      currency: null,
    })),
  );
}

it("in any books a statement ties to the subledger at both ends, and repeats for ever as known at an instant", async () => {
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 50, maxLength: 50, size: "max" }),
      fc.array(step, { minLength: 12, maxLength: 12, size: "max" }),
      async (steps, later) => {
        const ledger = new RandomLedger(await library.books());
        for (const next of [...opening, ...steps]) await ledger.take(next);
        const { books, customers, instants } = ledger;
        const requests = requestsOf(books, customers.slice(0, 2), instants.at(-1) ?? null);
        const first: WholeStatement[] = [];
        await books.read(async (db) => {
          for (const request of requests) {
            const whole = await expectTied(db, request);
            await expectSameInBatches(db, request, whole);
            first.push(whole);
            lines += whole.activity.length;
          }
        });
        for (const next of later) await ledger.take(next);
        await books.read(async (db) => {
          for (const [index, request] of requests.entries()) {
            expect(await wholeStatement(db, request)).toEqual(first[index]);
          }
        });
      },
    ),
    { numRuns: 6, interruptAfterTimeLimit: 40_000 },
  );
  console.log(`${lines} lines of statements tied`);
  expect(lines).toBeGreaterThan(0);
}, 120_000);
