import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

export interface JournalExportRow {
  readonly id: string;
  readonly number: number;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  readonly knownAt: Date;
  readonly entryCount: number;
  readonly lineCount: number;
  readonly firstEffectiveDate: string;
  readonly lastEffectiveDate: string;
  readonly functionalCurrency: string;
  readonly functionalDebits: string;
  readonly functionalCredits: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const COLUMNS = sql`
  x.id, x.number, x.effective_from as "effectiveFrom", x.effective_until as "effectiveUntil", x.known_at as "knownAt",
  x.entry_count as "entryCount", x.line_count as "lineCount", x.first_effective_date as "firstEffectiveDate",
  x.last_effective_date as "lastEffectiveDate", x.functional_currency as "functionalCurrency",
  x.functional_debits as "functionalDebits", x.functional_credits as "functionalCredits",
  x.created_by as "createdBy", x.created_at as "createdAt"`;

export function pageOfExports(db: Executor, tenantId: string, page: Page): Promise<JournalExportRow[]> {
  return db.rows<JournalExportRow>(sql`
    select ${COLUMNS} from journal_export x where x.tenant_id = ${tenantId} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countExports(db: Executor, tenantId: string): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    sql`select count(*)::integer as count from journal_export where tenant_id = ${tenantId}`,
  );
  return row?.count ?? 0;
}

/** Batches in the order of the ids; null where there is none. */
export async function exportsByIds(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<(JournalExportRow | null)[]> {
  const rows = await readExports(db, tenantId, sql`x.id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The batch of that number; undefined when there is none. */
export async function exportByNumber(
  db: Executor,
  tenantId: string,
  number: number,
): Promise<JournalExportRow | undefined> {
  const [row] = await readExports(db, tenantId, sql`x.number = ${number}::integer`);
  return row;
}

export interface JournalExportTotalRow {
  readonly currency: string;
  readonly debits: string;
  readonly credits: string;
  readonly functionalCurrency: string;
  readonly functionalDebits: string;
  readonly functionalCredits: string;
}

/** Control totals of each batch, by currency. Debits and credits are both ≥ 0. */
export async function totalsOf(
  db: Executor,
  tenantId: string,
  exportIds: readonly string[],
): Promise<JournalExportTotalRow[][]> {
  const rows = await db.rows<JournalExportTotalRow & { exportId: string }>(sql`
    select t.export_id as "exportId", t.currency, t.debits, t.credits, x.functional_currency as "functionalCurrency",
           t.functional_debits as "functionalDebits", t.functional_credits as "functionalCredits"
    from journal_export_total t join journal_export x on x.tenant_id = t.tenant_id and x.id = t.export_id
    where t.tenant_id = ${tenantId} and t.export_id = any(${exportIds}) order by t.export_id, t.currency`);
  return exportIds.map((id) => rows.filter((row) => row.exportId === id));
}

/** The files of each batch, in the order in which they were first written. */
export async function filesOf(
  db: Executor,
  tenantId: string,
  exportIds: readonly string[],
): Promise<object[][]> {
  const rows = await db.rows<{ exportId: string }>(sql`
    select export_id as "exportId", file_no as "fileNo", format, sha256, byte_count as "byteCount",
           written_by as "writtenBy", written_at as "writtenAt"
    from journal_export_file
    where tenant_id = ${tenantId} and export_id = any(${exportIds}) order by export_id, file_no`);
  return exportIds.map((id) => rows.filter((row) => row.exportId === id));
}

function readExports(db: Executor, tenantId: string, where: SqlFragment): Promise<JournalExportRow[]> {
  return db.rows<JournalExportRow>(
    sql`select ${COLUMNS} from journal_export x where x.tenant_id = ${tenantId} and ${where}`,
  );
}
