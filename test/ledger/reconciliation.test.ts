import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTrialBalance } from "../../src/ledger/journal.queries.js";
import { readReconciliation } from "../../src/ledger/reconciliation.queries.js";
import { businessDate } from "../../src/platform/business-date.js";
import { executorOn } from "../../src/platform/database/database.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { LedgerFixture } from "../aging/ledger-fixture.js";
import { dayOf2026, postRandomBooks, seeded } from "../aging/random-books.js";

let ledger: LedgerFixture;
beforeAll(async () => {
  ledger = await LedgerFixture.create();
});
afterAll(() => ledger.close());

const pointAt = (asOf: string, knownAt: string | null) => {
  const { tenant } = ledger;
  return { tenantId: tenant.id, tenant, asOf: businessDate(asOf), knownAt };
};

describe("the reconciliation", () => {
  it("shows every control account, also before anything is posted", async () => {
    const lines = await ledger.read((session) => readReconciliation(session, pointAt("2026-01-01", null)));
    expect(
      lines.map((line) => [line.accountRole, line.currency, Number(line.subledger), Number(line.gl)]),
    ).toEqual([
      ["AR_CONTROL", "USD", 0, 0],
      ["UNAPPLIED_CASH", "USD", 0, 0],
      ["UNIDENTIFIED_CASH", "USD", 0, 0],
      ["CUSTOMER_DEPOSITS", "USD", 0, 0],
    ]);
  });

  it("finds the subledger equal to the general ledger at any date and knowledge, and shows what is there", async () => {
    const { instants } = await postRandomBooks(ledger, 31_337, 120);
    const random = seeded(3);
    for (let n = 0; n < 25; n++) {
      const point = pointAt(
        dayOf2026(random(179)),
        random(4) === 0 ? null : (instants[random(instants.length)] ?? null),
      );
      const lines = await ledger.read((session) => readReconciliation(session, point));
      for (const line of lines) {
        expect(
          [Number(line.difference), Number(line.functionalDifference)],
          `${point.asOf} ${point.knownAt}`,
        ).toEqual([0, 0]);
      }
    }
    const now = await ledger.read((session) => readReconciliation(session, pointAt("2026-12-31", null)));
    const held = now.filter((line) => line.accountRole !== "CUSTOMER_DEPOSITS");
    expect(held.map((line) => `${line.accountRole} ${line.currency}`)).toEqual(
      expect.arrayContaining([
        "AR_CONTROL EUR",
        "AR_CONTROL USD",
        "UNAPPLIED_CASH USD",
        "UNIDENTIFIED_CASH USD",
      ]),
    );
    expect(held.every((line) => !new Decimal(line.gl).isZero())).toBe(true);
  });

  it("tells a difference when the journal says something else than the items", async () => {
    const client = await ledger.owner.pool.connect();
    await client.query("begin; set local session_replication_role = replica");
    await client.query(`update journal_line set amount = amount + 5 where (entry_id, line_no) = (
      select l.entry_id, l.line_no from journal_line l join account a on a.id = l.account_id
      where a.role = 'AR_CONTROL' and l.currency = 'USD' limit 1)`);
    const lines = await readReconciliation(executorOn(client), pointAt("2026-12-31", null));
    await client.query("rollback");
    client.release();
    const wrong = lines.filter((line) => !new Decimal(line.difference).isZero());
    expect(wrong.map((line) => [line.accountRole, line.currency, Number(line.difference)])).toEqual([
      ["AR_CONTROL", "USD", -5],
    ]);
  });
});

describe("the trial balance", () => {
  it("has as many debits as credits at any point, and each account's lines", async () => {
    const point = pointAt("2026-04-15", await ledger.now());
    const lines = await ledger.read((session) => readTrialBalance(session, point));
    const sum = (column: "functionalDebits" | "functionalCredits") =>
      lines.reduce((total, line) => total.plus(line[column]), new Decimal(0)).toFixed(2);
    expect(sum("functionalDebits")).toBe(sum("functionalCredits"));
    const [cash] = await ledger.rows<{ debits: string }>(sql`
      select sum(l.amount) as debits from journal_line l
      join journal_entry e on e.id = l.entry_id join account a on a.id = l.account_id
      where a.role = 'CASH_CLEARING' and l.currency = 'USD' and l.amount > 0 and e.effective_date <= '2026-04-15'`);
    const line = lines.find((l) => l.accountRole === "CASH_CLEARING" && l.currency === "USD");
    expect(new Decimal(line?.debits ?? 0).toFixed(2)).toBe(new Decimal(cash?.debits ?? 0).toFixed(2));
    expect(Number(line?.credits)).toBe(0);
  });
});
