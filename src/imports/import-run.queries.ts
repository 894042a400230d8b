import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

export interface ImportRunRow {
  readonly id: string;
  readonly status: "RUNNING" | "COMPLETED" | "FAILED";
}

/** A chunk takes seconds: a run without progress for so long has lost its process. */
const CUT_OFF: SqlFragment = sql`(r.status = 'RUNNING' and r.progress_at < now() - interval '5 minutes')`;
const CUT_OFF_FAILURE =
  "The process that ran the import ended. Import the file again: rows that are in are passed over.";

const COLUMNS: SqlFragment = sql`
  r.id, r.kind, case when ${CUT_OFF} then 'FAILED' else r.status end as status, r.profile, r.file_name as "fileName", r.rows_read as "rowsRead", r.rows_imported as "rowsImported",
  r.rows_duplicate as "rowsDuplicate", r.rows_rejected as "rowsRejected",
  case when ${CUT_OFF} then ${CUT_OFF_FAILURE}::text else r.failure end as failure, r.started_by as "startedBy",
  r.started_at as "startedAt", r.finished_at as "finishedAt"`;

export function pageOfRuns(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<ImportRunRow[]> {
  return db.rows<ImportRunRow>(sql`
    select ${COLUMNS} from import_run r where r.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countRuns(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    sql`select count(*)::integer as count from import_run where tenant_id = ${tenantId} and ${where}`,
  );
  return row?.count ?? 0;
}

/** Runs in the order of the ids; null where there is none. */
export async function runsByIds(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<(ImportRunRow | null)[]> {
  const rows = await db.rows<ImportRunRow>(
    sql`select ${COLUMNS} from import_run r where r.tenant_id = ${tenantId} and r.id = any(${ids})`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

const REJECTIONS_SHOWN = 1_000;

/** The first rejections of each run, in the order of the file. */
export async function rejectionsOf(
  db: Executor,
  tenantId: string,
  runIds: readonly string[],
): Promise<object[][]> {
  const rows = await db.rows<{ runId: string }>(sql`
    select run_id as "runId", line, column_name as "column", value, code, reason from import_rejection
    where tenant_id = ${tenantId} and run_id = any(${runIds}) and rejection_no <= ${REJECTIONS_SHOWN}::integer
    order by run_id, rejection_no`);
  return runIds.map((id) => rows.filter((row) => row.runId === id));
}
