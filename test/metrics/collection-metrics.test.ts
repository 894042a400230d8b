import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPeriods } from "../../src/metrics/collection-metrics.js";
import {
  type MetricsScope,
  readArAtDates,
  readSettled,
} from "../../src/metrics/collection-metrics.queries.js";
import * as rules from "../../src/metrics/collection-metrics.rules.js";
import { businessDate } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { LedgerFixture, type PostedInvoice } from "../aging/ledger-fixture.js";
import { dayOf2026, postRandomBooks, seeded } from "../aging/random-books.js";

const EVERYTHING = {
  customerIds: null,
  currencies: null,
  regions: null,
  salesRepresentatives: null,
  collectors: null,
  businessUnits: null,
  riskClasses: null,
};

function scopeOf(
  ledger: LedgerFixture,
  from: string,
  to: string,
  more: Partial<MetricsScope> & { knownAt?: string } = {},
): MetricsScope {
  const { knownAt = null, ...rest } = more;
  const point = { tenantId: ledger.tenant.id, tenant: ledger.tenant, asOf: businessDate(to), knownAt };
  return {
    point,
    from: businessDate(from),
    currency: null,
    salesBasis: "GROSS",
    filter: EVERYTHING,
    ...rest,
  };
}

const two = (value: Decimal.Value) => new Decimal(value).toFixed(2);

describe("the metrics of a quarter", () => {
  let ledger: LedgerFixture;
  let february: PostedInvoice;

  beforeAll(async () => {
    ledger = await LedgerFixture.create();
    const customerId = await ledger.customer("ONE");
    const sell = (documentDate: string, dueDate: string, amount: string) =>
      ledger.invoice({ customerId, documentDate, instalments: [[dueDate, amount]] });
    const january = await sell("2026-01-10", "2026-02-09", "1000.00");
    february = await sell("2026-02-01", "2026-03-03", "2000.00");
    const wrong = await sell("2026-02-15", "2026-03-17", "500.00");
    await sell("2026-03-20", "2026-04-19", "3000.00");
    await ledger.voidInvoice(wrong, "2026-03-01");
    const receipt = await ledger.receipt({ customerId, receivedOn: "2026-02-19", amount: "1000.00" });
    await ledger.apply(receipt, january.itemIds[0] ?? "", "1000.00", "2026-02-19");
    const part = await ledger.receipt({ customerId, receivedOn: "2026-03-01", amount: "1500.00" });
    await ledger.apply(part, february.itemIds[0] ?? "", "1500.00", "2026-03-01");
  });
  afterAll(() => ledger.close());

  const periods = (from: string, to: string, more?: Partial<MetricsScope> & { knownAt?: string }) =>
    ledger.read(async (session) => {
      const { whole, months } = await readPeriods(session, scopeOf(ledger, from, to, more), 1);
      await whole.settled();
      return { whole, months };
    });

  it("takes balances at the ends, and sales by document date less what is voided in the month", async () => {
    const { whole, months } = await periods("2026-01-01", "2026-03-31");
    const seen = [whole, ...months].map(({ figures: f }) => [
      f.days,
      ...[f.beginningAr, f.creditSales, f.endingAr, f.endingCurrentAr].map(two),
    ]);
    expect(seen).toEqual([
      [90, "0.00", "6000.00", "3500.00", "3000.00"],
      [31, "0.00", "1000.00", "1000.00", "1000.00"],
      [28, "1000.00", "2500.00", "2500.00", "2500.00"],
      [31, "2500.00", "2500.00", "3500.00", "3000.00"],
    ]);
  });

  it("finds DSO, countback DSO, CEI and the rest from them", async () => {
    const { whole } = await periods("2026-03-01", "2026-03-31");
    const { figures } = whole;
    // 3500 ÷ 2500 × 31; 31 days of March's 2500, then 1000 ÷ 2500 of February's 28 days.
    expect(rules.daysSalesOutstanding(figures).value?.toFixed(2)).toBe("43.40");
    expect(rules.countbackDso(figures).value?.toFixed(2)).toBe("42.20");
    expect(rules.collectionEffectivenessIndex(figures, 1).value?.toFixed(2)).toBe("75.00");
    expect(rules.percentCurrent(figures).value?.toFixed(2)).toBe("85.71");
  });

  it("weighs the days of what was settled in the period, and of nothing that was voided or paid in part", async () => {
    const { whole, months } = await periods("2026-01-01", "2026-03-31");
    expect(rules.averageDaysToPay(await whole.settled()).value?.toFixed(2)).toBe("40.00");
    expect(rules.averageDaysLate(await whole.settled()).value?.toFixed(2)).toBe("10.00");
    const reasons = await Promise.all(
      months.map(async (month) => rules.averageDaysToPay(await month.settled()).reason),
    );
    expect(reasons).toEqual([
      "Nothing was settled in the period.",
      null,
      "Nothing was settled in the period.",
    ]);
  });

  it("counts what is more than 90 days past due from the ninety-first day on", async () => {
    const over = async (to: string) => two((await periods("2026-06-01", to)).whole.figures.endingOver90Ar);
    // Due on 3 March, 500.00 of it still open.
    expect([await over("2026-06-01"), await over("2026-06-02")]).toEqual(["0.00", "500.00"]);
  });

  it("knows nothing of what was recorded after the instant that it is told for", async () => {
    const knownAt = await ledger.now();
    await ledger.apply(
      await ledger.receipt({
        customerId: await ledger.customer("TWO"),
        receivedOn: "2026-03-02",
        amount: "500.00",
      }),
      february.itemIds[0] ?? "",
      "500.00",
      "2026-03-02",
    );
    const asKnown = await periods("2026-03-01", "2026-03-31", { knownAt });
    const now = await periods("2026-03-01", "2026-03-31");
    expect([asKnown, now].map(({ whole }) => two(whole.figures.endingAr))).toEqual(["3500.00", "3000.00"]);
    expect([two((await asKnown.whole.settled()).amount), two((await now.whole.settled()).amount)]).toEqual([
      "0.00",
      "2000.00",
    ]);
  });
});

describe("for any books", () => {
  let ledger: LedgerFixture;
  let instants: readonly string[];

  beforeAll(async () => {
    ledger = await LedgerFixture.create();
    ({ instants } = await postRandomBooks(ledger, 2_718, 140));
  });
  afterAll(() => ledger.close());

  it("AR, what is current and what is over 90 days are those that the movements sum to, on every date", async () => {
    const random = seeded(11);
    for (let n = 0; n < 12; n++) {
      const knownAt = instants[random(instants.length)];
      const days = [...new Set([0, 1, 2, 3].map(() => dayOf2026(random(179))))].sort().map(businessDate);
      const currency = random(2) ? "EUR" : null;
      const scope = scopeOf(ledger, days[0] ?? "", days.at(-1) ?? "", { knownAt, currency });
      const found = await ledger.read((session) => readArAtDates(session, scope, days));
      for (const [index, day] of days.entries()) {
        const truth = await arFromTheBeginning(day, knownAt, currency);
        const mine = found[index];
        expect(
          [mine?.total, mine?.current, mine?.over90].map((v) => two(v ?? "NaN")),
          `${day} ${knownAt}`,
        ).toEqual([truth?.total, truth?.current, truth?.over90].map((v) => two(v ?? "NaN")));
      }
    }
  });

  it("what is settled in a period is what had a balance before and has none at its end", async () => {
    const scope = scopeOf(ledger, "2026-01-01", "2026-06-28", { currency: "USD" });
    const [settled] = await ledger.read((session) =>
      readSettled(session, scope, [{ from: scope.from, to: scope.point.asOf }]),
    );
    const [truth] = await ledger.rows<{ amount: string }>(sql`
      select coalesce(sum(i.original_amount), 0) as amount from open_item i
      where i.original_amount > 0 and i.currency = 'USD'
        and (select sum(m.amount) from movement m where m.item_id = i.id and m.effective_date <= '2026-06-28') = 0
        and not exists (select from movement m join movement r on r.id = m.reverses_id
                        where m.item_id = i.id and r.kind = 'POSTING' and m.effective_date <= '2026-06-28')`);
    expect(Number(truth?.amount)).toBeGreaterThan(0);
    expect(two(settled?.amount ?? 0)).toBe(two(truth?.amount ?? 0));
  });

  function arFromTheBeginning(day: string, knownAt: string | undefined, currency: string | null) {
    const amount = currency === null ? sql`m.functional_amount` : sql`m.amount`;
    const known = knownAt ? sql`and m.recorded_at <= ${knownAt}::timestamptz` : sql.empty;
    return ledger
      .rows<{ total: string; current: string; over90: string }>(sql`
        select coalesce(sum(${amount}), 0) as total,
               coalesce(sum(${amount}) filter (where i.due_date >= ${day}::date), 0) as current,
               coalesce(sum(${amount}) filter (where ${day}::date - i.due_date > 90), 0) as over90
        from movement m join open_item i on i.id = m.item_id join account a on a.id = i.account_id
        where a.role = 'AR_CONTROL' and m.effective_date <= ${day}::date ${known}
          ${currency === null ? sql.empty : sql`and i.currency = ${currency}`}`)
      .then(([row]) => row);
  }
});
