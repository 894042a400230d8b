import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "../../seeds/demo-company.js";
import { batchBytes, findLayout, startJournalExport } from "../../src/exports/index.js";
import { readTrialBalance, type TrialBalanceRow } from "../../src/ledger/journal.queries.js";
import { ROLES } from "../../src/platform/auth/roles.js";
import { businessDate } from "../../src/platform/business-date.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { Decimal } from "../../src/platform/money.js";
import { RandomLedger } from "../ledger/model/random-ledger.js";
import type { Step } from "../ledger/model/step.js";
import { openSeedingPlace } from "../seeds/seeding.js";
import { Library } from "../support/books.js";
import { exported } from "./exporting.js";
import { HledgerBook, hledgerIsHere } from "./hledger.js";

const TOPS: Readonly<Record<string, string>> = {
  ASSET: "assets",
  LIABILITY: "liabilities",
  EQUITY: "equity",
  INCOME: "revenues",
  EXPENSE: "expenses",
};

/** hledger finds every entry balanced, and the same balance as we do per account and currency, to the last decimal. */
async function expectSameBalances(book: HledgerBook, rows: readonly TrialBalanceRow[]): Promise<void> {
  await book.print("check", "--strict", "commodities", "accounts");
  const nameOf = (row: TrialBalanceRow) => `${TOPS[row.accountKind]}:${row.accountCode} ${row.accountName}`;
  const found = await book.balances();
  const own = [...found].filter(([name]) => !name.includes(":Exchange difference "));
  expect(new Map(own)).toEqual(summed(rows.map((row) => [`${nameOf(row)}|${row.currency}`, row.balance])));
  // At cost, each currency's part is what was converted of it and the exchange differences in it.
  for (const currency of new Set(rows.map((row) => row.currency))) {
    const ofCurrency = rows.filter((row) => row.currency === currency);
    const converted = await book.balances("--cost", `cur:^${currency}$`, "not:acct:Exchange difference");
    const differences = await book.balances("--cost", `acct:Exchange difference ${currency}$`);
    const parts = [...converted, ...differences].map(([name, amount]): [string, string] => [
      name.replace(/:Exchange difference [A-Z]+/, ""),
      amount,
    ]);
    expect(summed(parts)).toEqual(
      summed(ofCurrency.map((row) => [`${nameOf(row)}|${row.functionalCurrency}`, row.functionalBalance])),
    );
  }
}

/** Sums by name, without those that are zero. */
function summed(amounts: readonly (readonly [string, string])[]): Map<string, string> {
  const sums = new Map<string, Decimal>();
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? new Decimal(0)).plus(amount));
  const sorted = [...sums].filter(([, sum]) => !sum.isZero()).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([name, sum]) => [name, sum.toFixed()]));
}

const WHENEVER = { asOf: businessDate("2099-12-31"), knownAt: null };

function trialBalance(session: ReadSession, tenant: Tenant): Promise<TrialBalanceRow[]> {
  return readTrialBalance(session, { tenantId: tenant.id, tenant, ...WHENEVER });
}

describe.skipIf(!hledgerIsHere())("an independent book", () => {
  let library: Library;
  beforeAll(async () => {
    library = await Library.open("2026-04-01");
  });
  afterAll(() => library.close());

  it("has the balances of random business, batch by batch, with reversals, backdating and two currencies", async () => {
    const ledger = new RandomLedger(await library.books());
    const { books } = ledger;
    const files: string[] = [];
    const steps = [...OPENING, ...fc.sample(STEP, { seed: 20_260_401, numRuns: 500 })];
    for (const [n, step] of steps.entries()) {
      await ledger.take(step);
      if (n % 120 === 119) files.push((await exported(books, { format: "hledger" }))?.text ?? "");
    }
    files.push((await exported(books, { format: "hledger" }))?.text ?? "");
    const book = await HledgerBook.of(...files);
    const rows = await books.read((db) =>
      readTrialBalance(db, { tenantId: books.tenant.id, tenant: books.tenant, ...WHENEVER }),
    );
    expect(
      rows.some(
        (row) =>
          row.currency === "EUR" &&
          new Decimal(row.balance).isZero() &&
          !new Decimal(row.functionalBalance).isZero(),
      ),
    ).toBe(true);
    expect(files.join("")).toContain("reverses: jre_");
    await expectSameBalances(book, rows);
    await book.remove();
    // It would not be so with one cost of another amount.
    const wrong = await HledgerBook.of(files[0]?.replace("@@ ", "@@ 9") ?? "");
    await expect(wrong.print("check")).rejects.toThrow(/balance/);
    await wrong.remove();
  });

  it("has the balances of the demonstration company, two years of business", async () => {
    const { application, owner, close } = await openSeedingPlace();
    const tenant = await seedDemo(application, owner, { today: businessDate("2026-04-01") });
    const actor = { tenantId: tenant.id, subject: "test", scopes: new Set<string>(ROLES.CONTROLLER) };
    const layout = await findLayout("hledger");
    const made = await application.commands.execute(actor, startJournalExport(), {
      format: "hledger",
      layout,
    });
    if (made.kind !== "DONE") throw new Error(JSON.stringify(made));
    const session = new ReadSession(application.database, tenant.id);
    const pieces: Buffer[] = [];
    const batch = { tenantId: tenant.id, exportId: made.result.exportId, layout };
    for await (const piece of batchBytes(session, batch)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(10);
    const book = await HledgerBook.of(Buffer.concat(pieces).toString("utf8"));
    await expectSameBalances(book, await trialBalance(session, tenant));
    await book.remove();
    await session.close();
    await close();
  }, 300_000);
});

const STEP: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step["what"][]>(
    ...(["customer", "draft", "draft", "issue", "issue", "receipt", "receipt", "void", "identify"] as const),
    ...(["apply", "apply", "apply", "apply", "unapply", "reverse", "rate"] as const),
    ...(["writeOff", "recover", "creditInvoice", "payItem", "refund", "settleRefund", "chargeback"] as const),
    ...(["lateFeePolicy", "lateFees", "waive", "matrix", "allow", "revalue", "discountPolicy"] as const),
  ),
  pick: fc.nat(99_999),
  other: fc.nat(99_999),
  cents: fc.integer({ min: 1, max: 20_000 }),
  day: fc.integer({ min: 0, max: 180 }),
  later: fc.integer({ min: -5, max: 40 }),
});

const OPENING = (["customer", "customer", "rate", "rate"] as const).map(
  (what, n): Step => ({ what, pick: 12_345 + n, other: n, cents: 11_000, day: 0, later: 0 }),
);
