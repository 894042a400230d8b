import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgingResolver } from "../../src/aging/index.js";
import { JournalResolver, ReconciliationResolver } from "../../src/ledger/index.js";
import { CollectionMetricsResolver } from "../../src/metrics/index.js";
import { statementCounter } from "../../src/platform/database/database.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import { OperationContext } from "../../src/platform/graphql/context.js";
import { encodeId } from "../../src/platform/graphql/ids.js";
import { assembleSchema, missingRules } from "../../src/platform/graphql/schema.js";
import { LedgerFixture } from "./ledger-fixture.js";

const { schema } = assembleSchema([
  AgingResolver,
  CollectionMetricsResolver,
  ReconciliationResolver,
  JournalResolver,
]);

let ledger: LedgerFixture;
let acme: string;
let other: string;

beforeAll(async () => {
  ledger = await LedgerFixture.create();
  acme = await ledger.customer("ACME");
  other = await ledger.customer("OTHER");
  const invoice = await ledger.invoice({
    customerId: acme,
    documentDate: "2026-01-01",
    instalments: [["2026-01-31", "100.00"]],
    currency: "EUR",
    rate: "1.2",
  });
  await ledger.invoice({
    customerId: other,
    documentDate: "2026-01-05",
    instalments: [["2026-02-04", "40.00"]],
  });
  await ledger.voidInvoice(invoice, "2026-03-15");
  await ledger.receipt({ customerId: null, receivedOn: "2026-02-10", amount: "7.00" });
});
afterAll(() => ledger.close());

async function ask(query: string, customerIds: readonly string[] | null = null) {
  const tellsKnowledge = query.includes("knownAt");
  const reads = new ReadSession(ledger.database, ledger.tenant.id, tellsKnowledge);
  const request = { requestId: "r", query, signal: new AbortController().signal };
  const principal = {
    tenantId: ledger.tenant.id,
    subject: "s",
    person: "test",
    kind: "USER" as const,
    roles: [],
    scopes: new Set<string>(),
    customerIds,
    expiresAt: null,
  };
  const context = new OperationContext(principal, request, reads);
  const counted = { statements: [] as string[] };
  const result = await statementCounter.run(counted, async () =>
    execute({ schema, document: parse(query), contextValue: context }),
  );
  await reads.refresh();
  await context.end();
  return {
    data: JSON.parse(JSON.stringify(result.data ?? null)),
    errors: result.errors?.map((e) => e.extensions.code ?? e.message),
    statements: counted.statements.length,
  };
}

describe("the report queries", () => {
  it("have a rule for every field", () => {
    expect(missingRules(schema)).toEqual([]);
  });

  it("give the aging with money in the currency's decimals, by statement for the tenant and one for the report", async () => {
    const { data, errors, statements } = await ask(`{ aging(asOf: "2026-02-15", by: [CUSTOMER]) {
      asOf rowCount buckets { label fromDays toDays }
      rows(first: 2) { keys { dimension id value name } currency itemCount oldestDueDate bucketAmounts buckets { amount currency }
        unappliedCredits { amount } balance { amount currency } functionalBalance { amount currency } functionalBuckets { amount } }
      totals { currency balance { amount } }
      functionalTotal { buckets { amount } unappliedCredits { amount currency } balance { amount currency } } } }`);
    expect(errors).toBeUndefined();
    expect(statements).toBe(2);
    expect(data.aging.rowCount).toBe(3);
    expect(data.aging.rows[0]).toEqual({
      keys: [{ dimension: "CUSTOMER", id: encodeId("cus", acme), value: "ACME", name: "Customer ACME" }],
      currency: "EUR",
      itemCount: 1,
      oldestDueDate: "2026-01-31",
      bucketAmounts: ["0.00", "100.00", "0.00", "0.00", "0.00"],
      buckets: ["0.00", "100.00", "0.00", "0.00", "0.00"].map((amount) => ({ amount, currency: "EUR" })),
      unappliedCredits: { amount: "0.00" },
      balance: { amount: "100.00", currency: "EUR" },
      functionalBalance: { amount: "120.00", currency: "USD" },
      functionalBuckets: ["0.00", "120.00", "0.00", "0.00", "0.00"].map((amount) => ({ amount })),
    });
    expect(data.aging.totals).toEqual([
      { currency: "EUR", balance: { amount: "100.00" } },
      { currency: "USD", balance: { amount: "33.00" } },
    ]);
    expect(data.aging.functionalTotal.balance).toEqual({ amount: "153.00", currency: "USD" });
    expect(data.aging.functionalTotal.unappliedCredits).toEqual({ amount: "-7.00", currency: "USD" });
  });

  it("give unidentified cash a row without a customer, the last", async () => {
    const { data } = await ask(
      `{ aging(asOf: "2026-02-15", by: [CUSTOMER]) { rows(skip: 2) { keys { id value } itemCount balance { amount } } } }`,
    );
    expect(data.aging.rows).toEqual([
      { keys: [{ id: null, value: null }], itemCount: 1, balance: { amount: "-7.00" } },
    ]);
  });

  it("tell the instant that a report is known at, and give the same report when asked with it again", async () => {
    const first = await ask(`{ aging(asOf: "2026-02-15") { knownAt totals { balance { amount } } } }`);
    const { knownAt } = first.data.aging;
    expect(knownAt).toMatch(/^\d{4}-.*Z$/);
    await ledger.invoice({
      customerId: acme,
      documentDate: "2026-01-06",
      instalments: [["2026-01-06", "1.00"]],
    });
    const again = await ask(
      `{ aging(asOf: "2026-02-15", knownAt: "${knownAt}") { knownAt totals { balance { amount } } } }`,
    );
    expect(again.data).toEqual(first.data);
  });

  it("show credentials that are bound to customers only these, and nothing of the journal", async () => {
    const { data } = await ask(
      `{ aging(asOf: "2026-02-15", by: [CUSTOMER]) { rows { keys { value } } totals { currency } } }`,
      [other],
    );
    expect(data.aging).toEqual({ rows: [{ keys: [{ value: "OTHER" }] }], totals: [{ currency: "USD" }] });
    const asking = `{ aging(where: { customerIds: ["${encodeId("cus", acme)}"] }) { rowCount } }`;
    expect((await ask(asking, [other])).data.aging.rowCount).toBe(0);
    for (const query of [
      "{ reconciliation { asOf } }",
      "{ trialBalance { asOf } }",
      "{ journalEntries { totalCount } }",
    ]) {
      expect((await ask(query, [other])).errors).toEqual(["FORBIDDEN"]);
    }
  });

  it.each([
    ["a scheme that falls", "{ aging(scheme: [60, 30]) { asOf } }", "BAD_USER_INPUT"],
    ["the same dimension twice", "{ aging(by: [REGION, REGION]) { asOf } }", "BAD_USER_INPUT"],
    ["three dimensions", "{ aging(by: [REGION, CURRENCY, CUSTOMER]) { asOf } }", "BAD_USER_INPUT"],
    ["more rows than there may be", "{ aging { rows(first: 10001) { itemCount } } }", "INVALID_PAGE"],
    [
      "an id of another type",
      `{ aging(where: { customerIds: ["inv_${"0".repeat(32)}"] }) { asOf } }`,
      "INVALID_ID",
    ],
    [
      "a period that ends before it begins",
      `{ collectionMetrics(from: "2026-02-01", to: "2026-01-31") { currency } }`,
      "BAD_USER_INPUT",
    ],
    [
      "no month for the CEI",
      `{ collectionMetrics(from: "2026-02-01", to: "2026-02-28", ceiMonths: 0) { currency } }`,
      "BAD_USER_INPUT",
    ],
  ])("refuse %s", async (_, query, code) => {
    expect((await ask(query)).errors).toEqual([code]);
  });

  it("give metrics with formula, inputs and a reason where there is no value", async () => {
    const { data, errors, statements } =
      await ask(`{ collectionMetrics(from: "2026-01-01", to: "2026-03-31", interval: MONTH) {
      currency whole { from to dso { value formula inputs { name value } reason } }
      series { from to dso { value reason } countbackDso { value } averageDaysToPay { value reason } averageDaysLate { value } } } }`);
    expect(errors).toBeUndefined();
    // Tenant, balances, sales, what was settled.
    expect(statements).toBe(4);
    expect(data.collectionMetrics.currency).toBe("USD");
    // 40.00 and 1.00 stay; 120.00 are sold in January and voided in March.
    expect(data.collectionMetrics.whole.dso).toEqual({
      value: "90.00",
      formula: "DSO = ending AR ÷ credit sales × days",
      inputs: [
        { name: "endingAr", value: "41.00" },
        { name: "creditSales", value: "41.00" },
        { name: "days", value: "90" },
      ],
      reason: null,
    });
    expect(data.collectionMetrics.series.map((month: { from: string }) => month.from)).toEqual([
      "2026-01-01",
      "2026-02-01",
      "2026-03-01",
    ]);
    expect(data.collectionMetrics.series[1]).toMatchObject({
      dso: { value: null, reason: "There are no credit sales in the period." },
      averageDaysToPay: { value: null, reason: "Nothing was settled in the period." },
    });
  });

  it("give the reconciliation, the trial balance, journal entries and periods", async () => {
    const { data, errors } = await ask(`{
      reconciliation(asOf: "2026-02-15") { isReconciled lines { accountRole currency subledger { amount } gl { amount } difference { amount } } }
      trialBalance(asOf: "2026-02-15") { functionalDebits { amount currency } functionalCredits { amount } }
      journalEntries(first: 1, where: { kind: { eq: "REVERSAL" } }) { totalCount nodes { id effectiveDate reverses { kind reversedBy { id } }
        lines { lineNo accountRole amount { amount currency } functionalAmount { amount currency } } } }
      periods { startsOn endsOn status } }`);
    expect(errors).toBeUndefined();
    expect(data.reconciliation.isReconciled).toBe(true);
    expect(data.reconciliation.lines[0]).toEqual({
      accountRole: "AR_CONTROL",
      currency: "EUR",
      subledger: { amount: "100.00" },
      gl: { amount: "100.00" },
      difference: { amount: "0.00" },
    });
    expect(data.trialBalance).toEqual({
      functionalDebits: { amount: "168.00", currency: "USD" },
      functionalCredits: { amount: "168.00" },
    });
    const [reversal] = data.journalEntries.nodes;
    expect(data.journalEntries.totalCount).toBe(1);
    expect(reversal).toMatchObject({
      effectiveDate: "2026-03-15",
      reverses: { kind: "INVOICE", reversedBy: { id: reversal.id } },
    });
    expect(reversal.lines).toEqual([
      {
        lineNo: 1,
        accountRole: "AR_CONTROL",
        amount: { amount: "-100.00", currency: "EUR" },
        functionalAmount: { amount: "-120.00", currency: "USD" },
      },
      {
        lineNo: 2,
        accountRole: "REVENUE",
        amount: { amount: "100.00", currency: "EUR" },
        functionalAmount: { amount: "120.00", currency: "USD" },
      },
    ]);
    expect(data.periods).toEqual([
      { startsOn: "2026-03-01", endsOn: "2026-03-31", status: "OPEN" },
      { startsOn: "2026-02-01", endsOn: "2026-02-28", status: "OPEN" },
      { startsOn: "2026-01-01", endsOn: "2026-01-31", status: "OPEN" },
    ]);
  });

  it("find journal entries by customer and by account", async () => {
    const count = async (where: string) =>
      (await ask(`{ journalEntries(where: ${where}) { totalCount } }`)).data.journalEntries.totalCount;
    expect(await count(`{ customerId: { eq: "${encodeId("cus", other)}" } }`)).toBe(1);
    expect(await count(`{ accountCode: { eq: "1220" } }`)).toBe(1);
    expect(await count(`{ effectiveDate: { gte: "2026-02-01", lt: "2026-03-01" } }`)).toBe(1);
  });
});
