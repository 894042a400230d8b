import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A bank file that was taken in, as it is read. */
export interface BankBatchRow {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly format: string;
  readonly messageId: string | null;
  readonly entryCount: number;
  readonly findings: readonly object[];
  readonly importedBy: string;
  readonly importedAt: Date;
}

const BATCH_COLUMNS: SqlFragment = sql`
  b.id, b.file_name as "fileName", b.file_hash as "fileHash", b.format, b.message_id as "messageId",
  b.entry_count as "entryCount", b.findings, b.imported_by as "importedBy", b.imported_at as "importedAt"`;

export function pageOfBatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<BankBatchRow[]> {
  return db.rows<BankBatchRow>(sql`
    select ${BATCH_COLUMNS} from bank_batch b
    where b.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countBatches(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from bank_batch b where b.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All batches that the condition tells, in no particular order. */
export function batchesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<BankBatchRow[]> {
  return db.rows<BankBatchRow>(
    sql`select ${BATCH_COLUMNS} from bank_batch b where b.tenant_id = ${tenantId} and ${where}`,
  );
}

/** One entry of a bank file, with what became of it. */
export interface BankEntryRow {
  readonly id: string;
  readonly batchId: string;
  readonly entryNo: number;
  readonly line: number | null;
  readonly account: string;
  readonly reference: string;
  readonly bankReference: string | null;
  readonly description: string | null;
  readonly currency: string;
  /** Null when the file does not say the currency. */
  readonly amount: string | null;
  readonly side: "CREDIT" | "DEBIT";
  readonly isReversal: boolean;
  readonly bookingStatus: string;
  readonly bookingDate: string | null;
  readonly valueDate: string | null;
  readonly isProvisional: boolean;
  readonly outcome: string;
  readonly outcomeReason: string | null;
  readonly obstacle: string | null;
  readonly releasedAt: Date | null;
  readonly releasedBy: string | null;
}

const ENTRY_COLUMNS: SqlFragment = sql`
  e.id, e.batch_id as "batchId", e.entry_no as "entryNo", e.line, e.account, e.reference,
  e.bank_reference as "bankReference", e.description, e.currency, case when e.currency <> '' then e.amount end as amount, e.side,
  e.is_reversal as "isReversal", e.booking_status as "bookingStatus", e.booking_date as "bookingDate",
  e.value_date as "valueDate", e.is_provisional as "isProvisional", e.outcome, e.outcome_reason as "outcomeReason",
  e.obstacle, e.released_at as "releasedAt", e.released_by as "releasedBy"`;

/** All entries that the condition tells, in no particular order. */
export function entriesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<BankEntryRow[]> {
  return db.rows<BankEntryRow>(
    sql`select ${ENTRY_COLUMNS} from bank_entry e where e.tenant_id = ${tenantId} and ${where}`,
  );
}

/** A page of the entries of each batch, in the batches' order. */
export async function pagesOfEntries(
  db: Executor,
  tenantId: string,
  batchIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<BankEntryRow[][]> {
  const rows = await db.rows<BankEntryRow>(sql`
    select one.* from unnest(${batchIds}::uuid[]) as parent(id)
    cross join lateral (
      select ${ENTRY_COLUMNS} from bank_entry e
      where e.tenant_id = ${tenantId} and e.batch_id = parent.id and ${where} and ${page.where}
      order by ${page.orderBy} limit ${page.limit}) as one`);
  const byBatch = Map.groupBy(rows, (row) => row.batchId);
  return batchIds.map((id) => byBatch.get(id) ?? []);
}

export function countEntries(
  db: Executor,
  tenantId: string,
  batchIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select e.batch_id as "parentId", count(*) as count from bank_entry e
    where e.tenant_id = ${tenantId} and e.batch_id = any(${batchIds}) and ${where} group by e.batch_id`);
}
