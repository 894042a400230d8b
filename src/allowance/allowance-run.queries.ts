import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A run as it is read; amounts in functional currency, the allowance a credit and positive. */
export interface AllowanceRunRow {
  readonly id: string;
  readonly asOf: string;
  readonly runNo: number;
  readonly matrixId: string;
  readonly functionalCurrency: string;
  readonly exposure: string;
  readonly required: string;
  readonly balance: string;
  readonly change: string;
  readonly entryId: string | null;
  readonly note: string | null;
  readonly actor: string;
  readonly recordedAt: Date;
  readonly reversalEntryId: string | null;
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
  readonly version: number;
}

/** The runs, alias `r`, that the condition tells; in no particular order unless a page is given. */
export function readRuns(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page | null = null,
): Promise<AllowanceRunRow[]> {
  const ordered = page ? sql`and ${page.where} order by ${page.orderBy} limit ${page.limit}` : sql.empty;
  return db.rows<AllowanceRunRow>(sql`
    select r.id, r.as_of as "asOf", r.run_no as "runNo", r.matrix_id as "matrixId", t.functional_currency as "functionalCurrency",
           r.exposure, r.required, r.balance_before as balance, r.change, r.entry_id as "entryId", r.note, r.actor,
           r.recorded_at as "recordedAt", r.reversal_entry_id as "reversalEntryId", r.reversed_on as "reversedOn",
           r.reversal_reason as "reversalReason", r.version
    from allowance_run r join tenant t on t.tenant_id = r.tenant_id
    where r.tenant_id = ${tenantId} and ${where} ${ordered}`);
}

export async function countRuns(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from allowance_run r where r.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** What a run requires of a segment and bucket of its matrix, or for a customer with a specific provision. */
export interface AllowanceLineRow {
  readonly runId: string;
  /** Upper bounds of the matrix's buckets. */
  readonly scheme: readonly number[];
  /** Null for a specific provision, which is over all of the customer's buckets. */
  readonly bucket: number | null;
  readonly segment: string | null;
  readonly provisionId: string | null;
  readonly customerId: string | null;
  readonly lossPercent: string | null;
  readonly customerCount: number;
  readonly itemCount: number;
  readonly functionalCurrency: string;
  readonly exposure: string;
  readonly required: string;
}

/** The lines of runs: those of the matrix by segment (the default first) and bucket, then specific provisions, the largest first. */
export function linesOfRuns(
  db: Executor,
  tenantId: string,
  runIds: readonly string[],
): Promise<AllowanceLineRow[]> {
  const isSpecific = sql`c.provision_id is not null`;
  return db.rows<AllowanceLineRow>(sql`
    select c.run_id as "runId", m.scheme, b.bucket, b.segment, c.provision_id as "provisionId", b.customer_id as "customerId",
           trim_scale(c.loss_percent)::text as "lossPercent", count(distinct c.customer_id)::int as "customerCount",
           sum(c.item_count)::int as "itemCount", t.functional_currency as "functionalCurrency",
           sum(c.exposure)::text as exposure, sum(c.required)::text as required
    from allowance_cell c
    cross join lateral (
      select case when not (${isSpecific}) then c.bucket end as bucket, case when not (${isSpecific}) then c.segment end as segment,
             case when ${isSpecific} then c.customer_id end as customer_id) b
    join allowance_run r on r.tenant_id = c.tenant_id and r.id = c.run_id
    join provision_matrix m on m.tenant_id = r.tenant_id and m.id = r.matrix_id
    join tenant t on t.tenant_id = c.tenant_id
    where c.tenant_id = ${tenantId} and c.run_id = any(${runIds})
    group by c.run_id, m.scheme, b.bucket, b.segment, c.provision_id, b.customer_id, c.loss_percent, t.functional_currency
    order by c.run_id, c.provision_id is not null, b.segment nulls first, b.bucket, sum(c.required) desc, c.provision_id`);
}

/** What a run requires for a customer in a bucket. */
export interface AllowanceCellRow {
  readonly runId: string;
  readonly customerId: string;
  readonly bucket: number;
  readonly scheme: readonly number[];
  readonly segment: string | null;
  readonly provisionId: string | null;
  readonly lossPercent: string | null;
  readonly itemCount: number;
  readonly functionalCurrency: string;
  readonly exposure: string;
  readonly required: string;
}

/** A page of the cells, alias `c`, of each run, in the runs' order. */
export async function pagesOfCells(
  db: Executor,
  tenantId: string,
  runIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<AllowanceCellRow[][]> {
  const rows = await db.rows<AllowanceCellRow>(sql`
    select one.*, m.scheme, t.functional_currency as "functionalCurrency"
    from unnest(${runIds}::uuid[]) as parent(id)
    join allowance_run r on r.tenant_id = ${tenantId} and r.id = parent.id
    join provision_matrix m on m.tenant_id = r.tenant_id and m.id = r.matrix_id
    join tenant t on t.tenant_id = r.tenant_id
    cross join lateral (
      select c.run_id as "runId", c.customer_id as "customerId", c.bucket, c.segment, c.provision_id as "provisionId",
             trim_scale(c.loss_percent)::text as "lossPercent", c.item_count as "itemCount", c.exposure, c.required
      from allowance_cell c
      where c.tenant_id = ${tenantId} and c.run_id = parent.id and ${where} and ${page.where}
      order by ${page.orderBy} limit ${page.limit}) as one`);
  const byRun = Map.groupBy(rows, (row) => row.runId);
  return runIds.map((id) => byRun.get(id) ?? []);
}

export function countCells(
  db: Executor,
  tenantId: string,
  runIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select c.run_id as "parentId", count(*) as count from allowance_cell c
    where c.tenant_id = ${tenantId} and c.run_id = any(${runIds}) and ${where} group by c.run_id`);
}
