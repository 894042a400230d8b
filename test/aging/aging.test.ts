import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AgingRequest } from "../../src/aging/aging.queries.js";
import type { AgingDimension } from "../../src/aging/aging-dimensions.sql.js";
import { type AgingReport, makeAgingReport } from "../../src/aging/index.js";
import { businessDate } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { LedgerFixture } from "./ledger-fixture.js";
import { dayOf2026, postRandomBooks, seeded } from "./random-books.js";

let ledger: LedgerFixture;
beforeAll(async () => {
  ledger = await LedgerFixture.create();
});
afterAll(() => ledger.close());

const EVERYTHING = {
  customerIds: null,
  currencies: null,
  regions: null,
  salesRepresentatives: null,
  collectors: null,
  businessUnits: null,
  riskClasses: null,
};

type Asked = Partial<Omit<AgingRequest, "point">> & { asOf: string; knownAt?: string };

function aging({ asOf, knownAt, ...asked }: Asked): Promise<AgingReport> {
  const { tenant } = ledger;
  const point = { tenantId: tenant.id, tenant, asOf: businessDate(asOf), knownAt: knownAt ?? null };
  const request: AgingRequest = {
    point,
    by: [],
    scheme: [30, 60, 90],
    basis: "DUE_DATE",
    credits: "SEPARATE",
    filter: EVERYTHING,
    ...asked,
  };
  return ledger.read((session) => makeAgingReport(session, request));
}

/** The report's rows as text: values, currency, buckets, credits, balance. */
function shown(report: AgingReport): string[] {
  return report.allRows.map((row) => {
    const buckets = report.buckets.map((_, n) => row[`a${n}`]);
    return [row.value1, row.value2, row.currency, ...buckets, row.credits, row.balance]
      .filter((v) => v !== null)
      .join(" ");
  });
}

const sum = (amounts: readonly (string | undefined)[]) =>
  amounts.reduce<Decimal>((total, amount) => total.plus(amount ?? 0), new Decimal(0)).toFixed(2);

describe("the aging of a few documents", () => {
  let acme: string;
  let filter: typeof EVERYTHING | AgingRequest["filter"];

  beforeAll(async () => {
    acme = await ledger.customer("ACME", { region: "West" });
    const shop = await ledger.customer("SHOP", { region: "East", parentId: acme });
    filter = { ...EVERYTHING, customerIds: [acme, shop] };
    await ledger.invoice({
      customerId: acme,
      documentDate: "2026-01-01",
      instalments: [
        ["2026-01-31", "30.00"],
        ["2026-03-02", "50.00"],
        ["2026-04-01", "20.01"],
      ],
      lines: [
        ["Pumps", "33.33"],
        ["Valves", "33.33"],
        [null, "33.35"],
      ],
    });
    await ledger.invoice({
      customerId: shop,
      documentDate: "2026-02-01",
      instalments: [["2026-02-01", "70.00"]],
    });
    await ledger.receipt({ customerId: acme, receivedOn: "2026-03-01", amount: "5.50" });
  });

  it("puts an item due on the day of the report with what is current, and one day later past due", async () => {
    expect(shown(await aging({ asOf: "2026-03-02", by: ["CUSTOMER"], filter }))).toEqual([
      "ACME USD 70.01 30.00 0.00 0.00 0.00 -5.50 94.51",
      "SHOP USD 0.00 70.00 0.00 0.00 0.00 0.00 70.00",
    ]);
    expect(shown(await aging({ asOf: "2026-03-03", by: ["CUSTOMER"], filter }))).toEqual([
      "ACME USD 20.01 50.00 30.00 0.00 0.00 -5.50 94.51",
      "SHOP USD 0.00 70.00 0.00 0.00 0.00 0.00 70.00",
    ]);
  });

  it("counts days from the document date when asked to", async () => {
    expect(shown(await aging({ asOf: "2026-02-01", basis: "DOCUMENT_DATE", filter }))).toEqual([
      "USD 70.00 0.00 100.01 0.00 0.00 0.00 170.01",
    ]);
  });

  it("ages credits by their own date, negative, when asked to", async () => {
    expect(shown(await aging({ asOf: "2026-04-15", credits: "AGED", filter }))).toEqual([
      "USD 0.00 20.01 44.50 100.00 0.00 0.00 164.51",
    ]);
  });

  it("takes another scheme of buckets", async () => {
    const report = await aging({ asOf: "2026-03-03", scheme: [1, 29], filter });
    expect(report.buckets.map((bucket) => bucket.label)).toEqual(["Current", "1", "2–29", "30+"]);
    expect(shown(report)).toEqual(["USD 20.01 50.00 0.00 100.00 -5.50 164.51"]);
  });

  it("sums subsidiaries up to the parent at the top", async () => {
    expect(shown(await aging({ asOf: "2026-03-02", by: ["PARENT_CUSTOMER"], filter }))).toEqual([
      "ACME USD 70.01 100.00 0.00 0.00 0.00 -5.50 164.51",
    ]);
  });

  it("prorates an item over its invoice's product lines to the last cent, by the largest remainder", async () => {
    const report = await aging({ asOf: "2026-01-15", by: ["PRODUCT_LINE"], filter });
    // Over 33.33 : 33.33 : 33.35 fall 10.00, 10.00, 10.00 of 30.00; 16.67, 16.66, 16.67 of 50.00; 6.67 each of 20.01.
    expect(shown(report)).toEqual([
      "Pumps USD 33.34 0.00 0.00 0.00 0.00 0.00 33.34",
      "Valves USD 33.33 0.00 0.00 0.00 0.00 0.00 33.33",
      "USD 33.34 0.00 0.00 0.00 0.00 0.00 33.34",
    ]);
    expect(report.totals.map((total) => total.itemCount)).toEqual([3]);
  });

  it("breaks down by two dimensions", async () => {
    expect(shown(await aging({ asOf: "2026-03-02", by: ["REGION", "CURRENCY"], filter }))).toEqual([
      "East USD USD 0.00 70.00 0.00 0.00 0.00 0.00 70.00",
      "West USD USD 70.01 30.00 0.00 0.00 0.00 -5.50 94.51",
    ]);
  });

  it("narrows by region, and to nothing by an empty list", async () => {
    expect(shown(await aging({ asOf: "2026-03-02", filter: { ...filter, regions: ["East"] } }))).toEqual([
      "USD 0.00 70.00 0.00 0.00 0.00 0.00 70.00",
    ]);
    expect(shown(await aging({ asOf: "2026-03-02", filter: { ...filter, currencies: [] } }))).toEqual([]);
  });

  it("shows nothing that is effective only later, and tells the earliest due date of what is owed", async () => {
    expect(shown(await aging({ asOf: "2025-12-31", filter }))).toEqual([]);
    const report = await aging({ asOf: "2026-06-01", filter });
    expect(report.totals.map((total) => [total.itemCount, total.oldestDueDate])).toEqual([[5, "2026-01-31"]]);
  });
});

describe("the aging of any books, at any date and any knowledge", () => {
  const DIMENSIONS: readonly AgingDimension[][] = [
    ["CUSTOMER"],
    ["PARENT_CUSTOMER", "CURRENCY"],
    ["REGION", "PRODUCT_LINE"],
    ["PRODUCT_LINE"],
    ["RISK_CLASS"],
    [],
  ];

  it("sums to the subledger and to the general ledger, to the cent, per currency and in functional currency", async () => {
    const { instants } = await postRandomBooks(ledger, 20_260_722, 160);
    const random = seeded(7);
    for (let n = 0; n < 40; n++) {
      const asOf = dayOf2026(random(179));
      const knownAt = random(4) === 0 ? undefined : instants[random(instants.length)];
      const by = DIMENSIONS[n % DIMENSIONS.length] ?? [];
      const report = await aging({ asOf, knownAt, by: [...by], credits: n % 2 ? "AGED" : "SEPARATE" });
      const truth = await balancesFromTheBeginning(asOf, knownAt);
      for (const rows of [report.allRows, report.totals]) {
        for (const { currency, subledger, gl, functionalSubledger, functionalGl } of truth) {
          const mine = rows.filter((row) => row.currency === currency);
          const parts = mine.flatMap((row) => [...report.buckets.map((_, k) => row[`a${k}`]), row.credits]);
          const functional = mine.flatMap((row) => [
            ...report.buckets.map((_, k) => row[`f${k}`]),
            row.functionalCredits,
          ]);
          const about = `${asOf} known at ${knownAt} by ${by.join()} in ${currency}`;
          expect(sum(parts), about).toBe(sum([subledger]));
          expect(sum(mine.map((row) => row.balance)), about).toBe(sum([gl]));
          expect(sum(functional), about).toBe(sum([functionalSubledger]));
          expect(sum(mine.map((row) => row.functionalBalance)), about).toBe(sum([functionalGl]));
        }
      }
      const counted = new Set(truth.filter((t) => !new Decimal(t.subledger).isZero()).map((t) => t.currency));
      expect(
        [...counted].every((currency) => report.totals.some((total) => total.currency === currency)),
      ).toBe(true);
      expect(report.totals.reduce((count, total) => count + total.itemCount, 0)).toBe(
        await itemsWithABalance(asOf, knownAt),
      );
    }
  });

  it("prints the same report of a past date and knowledge, whatever is posted later", async () => {
    const knownAt = await ledger.now();
    const asked = { asOf: "2026-05-15", knownAt, by: ["CUSTOMER"] } satisfies Asked;
    const before = await aging(asked);
    await postRandomBooks(ledger, 99, 40);
    const after = await aging(asked);
    expect(shown(after)).toEqual(shown(before));
    expect(shown(await aging({ ...asked, knownAt: undefined }))).not.toEqual(shown(before));
  });
});

/** Sums over all movements and lines, without any short cut. */
function balancesFromTheBeginning(asOf: string, knownAt: string | undefined) {
  const known = knownAt ? sql`and recorded_at <= ${knownAt}::timestamptz` : sql.empty;
  return ledger.rows<
    Record<"currency" | "subledger" | "gl" | "functionalSubledger" | "functionalGl", string>
  >(sql`
    select currency, sum(s) as "subledger", sum(g) as "gl", sum(fs) as "functionalSubledger", sum(fg) as "functionalGl"
    from (
      select currency, amount as s, functional_amount as fs, 0 as g, 0 as fg
      from movement where effective_date <= ${asOf}::date ${known}
      union all
      select l.currency, 0, 0, l.amount, l.functional_amount
      from journal_line l join journal_entry e on e.id = l.entry_id join account a on a.id = l.account_id
      where a.is_control and effective_date <= ${asOf}::date ${known}) both_sides
    group by currency`);
}

async function itemsWithABalance(asOf: string, knownAt: string | undefined): Promise<number> {
  const known = knownAt ? sql`and recorded_at <= ${knownAt}::timestamptz` : sql.empty;
  const [row] = await ledger.rows<{ count: number }>(sql`
    select count(*)::int as count from (
      select item_id from movement where effective_date <= ${asOf}::date ${known} group by item_id
      having sum(amount) <> 0 or sum(functional_amount) <> 0) i`);
  return row?.count ?? 0;
}
