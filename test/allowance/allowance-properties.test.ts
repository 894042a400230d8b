import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { linesOfRuns } from "../../src/allowance/allowance-run.queries.js";
import type { SegmentRates } from "../../src/allowance/provision-matrix.rules.js";
import { readRollRates } from "../../src/allowance/roll-rates.queries.js";
import { runAllowance } from "../../src/allowance/run-allowance.js";
import { setProvisionMatrix } from "../../src/allowance/set-provision-matrix.js";
import { setSpecificProvision } from "../../src/allowance/set-specific-provision.js";
import { updateCustomer } from "../../src/customers/update-customer.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { allowanceOn, owedOn, requiredBy } from "../ledger/model/allowance-model.js";
import { RandomLedger } from "../ledger/model/random-ledger.js";
import type { Step } from "../ledger/model/step.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-08-01");
});
afterAll(() => library.close());

const RISK_CLASSES = ["LOW", "HIGH", null] as const;

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step["what"][]>(
    ...(["customer", "rate", "draft", "draft", "issue", "issue", "issue", "void", "identify"] as const),
    ...(["receipt", "receipt", "apply", "apply", "unapply", "reverse", "writeOff", "credit"] as const),
  ),
  pick: fc.nat(99_999),
  other: fc.nat(99_999),
  cents: fc.integer({ min: 1, max: 20_000 }),
  day: fc.integer({ min: 0, max: 150 }),
  later: fc.integer({ min: 0, max: 40 }),
});
const opening = (["customer", "customer", "customer", "rate"] as const).map(
  (what): Step => ({ what, pick: 12_345, other: 0, cents: 1, day: 0, later: 0 }),
);

/** A percentage with up to four decimals. */
const percent = fc.integer({ min: 0, max: 1_000_000 }).map((n) => new Decimal(n).div(10_000).toFixed());
const scheme = fc
  .uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 })
  .map((bounds) => bounds.toSorted((a, b) => a - b));
const provided = fc.option(
  fc.oneof(
    percent.map((of) => ({ percent: of })),
    fc.integer({ min: 0, max: 50_000 }).map((cents) => ({ amount: new Decimal(cents).div(100).toFixed(2) })),
  ),
);
interface Policy {
  readonly bounds: readonly number[];
  readonly segments: readonly SegmentRates[];
  readonly specific: { readonly percent?: string; readonly amount?: string } | null;
  readonly days: readonly [number, number];
}
const policy: fc.Arbitrary<Policy> = scheme.chain((bounds) => {
  const rates = fc.array(percent, { minLength: bounds.length + 2, maxLength: bounds.length + 2 });
  return fc.record({
    bounds: fc.constant(bounds),
    segments: fc
      .tuple(rates, rates)
      .map(([others, high]) => [{ lossPercents: others }, { segment: "HIGH", lossPercents: high }]),
    specific: provided,
    days: fc.tuple(fc.integer({ min: 20, max: 211 }), fc.integer({ min: 20, max: 211 })),
  });
});

async function expectProvided(books: Books, its: Policy, doubtful: string, asOf: string): Promise<number> {
  const run = await books.does(runAllowance, { asOf });
  expect(await allowanceOn(books, asOf)).toBe(run.required);
  const lines = await books.read((db) => linesOfRuns(db, books.tenant.id, [run.runId]));
  const found = lines.map(({ provisionId, segment, bucket, required, exposure }): [string, object] => [
    provisionId ? doubtful : `${segment ?? ""} ${bucket}`,
    { required: new Decimal(required).toFixed(2), exposure: new Decimal(exposure).toFixed(2) },
  ]);
  const provisions = new Map([[doubtful, its.specific]]);
  expect(new Map(found)).toEqual(requiredBy(its, provisions, await owedOn(books, asOf), asOf));
  const { required, spread } = await books.row<{ required: string; spread: string }>(sql`
    select coalesce(sum(required), 0) as required,
           coalesce(max(abs(required - exposure * loss_percent / 100)) filter (where provision_id is null), 0) as spread
    from allowance_cell where tenant_id = ${books.tenant.id} and run_id = ${run.runId}`);
  expect(new Decimal(required).toFixed(2)).toBe(run.required);
  // A cell is at most a cent away from its share of a sum that is rounded by half a cent.
  expect(Number(spread)).toBeLessThan(0.015);
  expect((await books.does(runAllowance, { asOf })).change).toBe("0.00");
  return lines.length;
}

/** What reached a bucket falls from bucket to bucket, and no less than what was never paid. */
async function expectRolled(books: Books, scheme_: readonly number[]): Promise<void> {
  const { segments } = await books.read((db) =>
    readRollRates(db, {
      tenantId: books.tenant.id,
      functionalCurrency: "USD",
      from: "2026-01-01",
      to: "2026-12-31",
      asOf: "2027-12-31",
      segmentBy: "RISK_CLASS",
      scheme: scheme_,
    }),
  );
  for (const { rates } of segments) {
    const reached = rates.map((rate) => Number(rate.reached));
    expect(reached).toEqual(reached.toSorted((a, b) => b - a));
    for (const rate of rates) expect(Number(rate.neverPaid)).toBeLessThanOrEqual(Number(rate.reached));
  }
}

it("in any books, cells sum to what is required, the matrix's figures are exposure × rate, and the allowance is that after the run", async () => {
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 40, maxLength: 40, size: "max" }),
      policy,
      async (steps, its) => {
        const ledger = new RandomLedger(await library.books());
        const { books } = ledger;
        for (const next of [...opening, ...steps]) await ledger.take(next);
        const customers = await books.rows<{ id: string }>(
          sql`select id from customer where tenant_id = ${books.tenant.id} order by id`,
        );
        for (const [n, { id }] of customers.entries()) {
          const riskClass = RISK_CLASSES[n % RISK_CLASSES.length] ?? null;
          await books.does(updateCustomer, { customerId: id, riskClass });
        }
        const doubtful = customers[0]?.id ?? "";
        const { bounds, segments, specific } = its;
        const matrix = {
          effectiveFrom: "2026-01-01",
          scheme: bounds,
          segmentBy: "RISK_CLASS",
          segments,
        } as const;
        await books.does(setProvisionMatrix, matrix);
        if (specific) {
          const since = { reason: "Doubtful", effectiveFrom: "2026-01-01" };
          await books.does(setSpecificProvision, { customerId: doubtful, ...specific, ...since });
        }
        for (const day of its.days.toSorted((a, b) => a - b)) {
          const asOf = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          lines += await expectProvided(books, its, doubtful, asOf);
        }
        await expectRolled(books, bounds);
        await books.expectSound();
      },
    ),
    { numRuns: 10, interruptAfterTimeLimit: 40_000 },
  );
  expect(lines).toBeGreaterThan(20);
});
