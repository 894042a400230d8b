import { type ClosingRate, type ReportPoint, revaluedBalances } from "../ledger/index.js";
import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import type { ForeignBalance, PostedBefore } from "./revaluation.rules.js";

/** Everything open in a foreign currency at a point; `revalued` of a currency without a rate is "0". */
export function readForeignBalances(
  db: Executor,
  point: ReportPoint,
  rates: readonly ClosingRate[],
): Promise<ForeignBalance[]> {
  const { functionalCurrency } = point.tenant;
  return db.rows<ForeignBalance>(sql`
    select b.account_id as "accountId", b.currency, count(*)::int as "itemCount", sum(b.balance) as amount,
           sum(b.booked_balance) as booked, coalesce(sum(b.functional_balance), 0) as revalued
    from (${revaluedBalances(point, rates, sql`i.currency <> ${functionalCurrency}`)}) b
    group by b.account_id, b.currency order by b.account_id, b.currency`);
}

export interface PeriodRevaluation {
  /** How many runs the period has had. */
  readonly runs: number;
  /** What they posted together; accounts and currencies of which it is nothing are left out. */
  readonly posted: readonly PostedBefore[];
}

export async function readPeriodRevaluation(
  db: Executor,
  tenantId: string,
  startsOn: string,
): Promise<PeriodRevaluation> {
  const ofPeriod = sql`r.tenant_id = ${tenantId} and r.period_starts_on = ${startsOn}::date`;
  const [count] = await db.rows<{ runs: number }>(
    sql`select count(*)::int as runs from revaluation_run r where ${ofPeriod}`,
  );
  const posted = await db.rows<PostedBefore>(sql`
    select l.account_id as "accountId", l.currency, sum(l.posted) as posted
    from revaluation_run r join revaluation_line l on l.tenant_id = r.tenant_id and l.run_id = r.id
    where ${ofPeriod} group by l.account_id, l.currency having sum(l.posted) <> 0`);
  return { runs: count?.runs ?? 0, posted };
}

export interface RevaluationRunRow {
  readonly id: string;
  readonly startsOn: string;
  readonly runNo: number;
  readonly asOf: string;
  readonly entryId: string | null;
  readonly reversalEntryId: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
}

/** The runs of a period, the latest first; with ids those runs. */
export function readRevaluationRuns(
  db: Executor,
  tenantId: string,
  by: { readonly startsOn: string } | { readonly ids: readonly string[] },
): Promise<RevaluationRunRow[]> {
  const where = "ids" in by ? sql`id = any(${by.ids})` : sql`period_starts_on = ${by.startsOn}::date`;
  return db.rows<RevaluationRunRow>(sql`
    select id, period_starts_on as "startsOn", run_no as "runNo", as_of as "asOf", entry_id as "entryId",
           reversal_entry_id as "reversalEntryId", actor, recorded_at as "recordedAt"
    from revaluation_run where tenant_id = ${tenantId} and ${where} order by run_no desc`);
}

export interface RevaluationLineRow {
  readonly runId: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountRole: string;
  readonly currency: string;
  readonly functionalCurrency: string;
  readonly rate: string;
  readonly rateDate: string;
  readonly itemCount: number;
  readonly amount: string;
  readonly booked: string;
  readonly revalued: string;
  readonly unrealised: string;
  readonly posted: string;
}

export function linesOfRuns(
  db: Executor,
  tenantId: string,
  runIds: readonly string[],
): Promise<RevaluationLineRow[]> {
  return db.rows<RevaluationLineRow>(sql`
    select l.run_id as "runId", a.code as "accountCode", a.name as "accountName", a.role as "accountRole", l.currency,
           t.functional_currency as "functionalCurrency", trim_scale(l.rate) as rate, l.rate_date as "rateDate",
           l.item_count as "itemCount", l.amount, l.functional_booked as booked, l.functional_revalued as revalued,
           l.functional_revalued - l.functional_booked as unrealised, l.posted
    from revaluation_line l
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    join tenant t on t.tenant_id = l.tenant_id
    where l.tenant_id = ${tenantId} and l.run_id = any(${runIds}) order by a.code, l.currency`);
}
