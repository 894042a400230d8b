import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A file of remittance advices that was taken in. */
export interface AdviceBatchRow {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly format: string;
  readonly messageId: string | null;
  readonly adviceCount: number;
  /** Those of one advice have its place in the file, from 0. */
  readonly findings: readonly { readonly entryIndex?: number }[];
  readonly takenBy: string;
  readonly takenAt: Date;
}

/** One advice, with the receipt that it is paired with. */
export interface AdviceRow {
  readonly id: string;
  readonly batchId: string;
  readonly adviceNo: number;
  readonly line: number;
  readonly number: string | null;
  readonly paymentReferences: readonly string[];
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly payerIdentifiers: readonly string[];
  readonly method: string;
  readonly paidOn: string | null;
  readonly currency: string | null;
  readonly total: string | null;
  readonly text: string | null;
  readonly outcome: string;
  readonly receiptId: string | null;
  readonly pairedBy: string | null;
  readonly pairingEvidence: string | null;
  readonly isPaired: boolean;
  readonly corrections: readonly AdviceCorrection[];
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
  readonly version: number;
}

/** What a person put right when the advice was released. */
export interface AdviceCorrection {
  readonly field: "CURRENCY" | "TOTAL" | "PAID_ON";
  /** As the file has it; null when it has nothing that can be read. */
  readonly was: string | null;
  readonly now: string;
}

/** A line; amounts as text in the advice's currency. */
export interface AdviceLineRow {
  readonly adviceId: string;
  readonly lineNo: number;
  readonly line: number;
  readonly reference: string | null;
  readonly referenceType: string;
  readonly paid: string | null;
  readonly gross: string | null;
  readonly discount: string | null;
  readonly adjustments: readonly object[];
  readonly documentDate: string | null;
  readonly text: string | null;
}

const BATCH_COLUMNS: SqlFragment = sql`
  b.id, b.file_name as "fileName", b.file_hash as "fileHash", b.format, b.message_id as "messageId",
  b.advice_count as "adviceCount", b.findings, b.taken_by as "takenBy", b.taken_at as "takenAt"`;

const ADVICE_COLUMNS: SqlFragment = sql`
  a.id, a.batch_id as "batchId", a.advice_no as "adviceNo", a.line, a.number,
  a.payment_references as "paymentReferences", a.payer_name as "payerName", a.payer_account as "payerAccount",
  array(select each ->> 'value' from jsonb_array_elements(a.payer_identifiers) as each) as "payerIdentifiers",
  a.method, a.paid_on as "paidOn", a.currency, a.total::text as total, a.text, a.outcome,
  p.receipt_id as "receiptId", p.paired_by as "pairedBy", p.evidence as "pairingEvidence",
  coalesce(p.stands, false) as "isPaired", a.corrections, a.released_by as "releasedBy", a.released_at as "releasedAt",
  a.release_reason as "releaseReason", a.version`;

/** Pairings that nobody took apart, each with whether its receipt still stands. */
const PAIRINGS: SqlFragment = sql`(
  select one.tenant_id, one.advice_id, one.receipt_id, one.paired_by, one.evidence, one.pairing_no,
         held.reversal_entry_id is null as stands
  from remittance_advice_pairing one join receipt held on held.tenant_id = one.tenant_id and held.id = one.receipt_id
  where one.unpaired_at is null)`;

/** With the last receipt of each: those before it were reversed, and perhaps this one too. */
const ADVICES: SqlFragment = sql`
  remittance_advice a
  left join lateral (
    select last.* from ${PAIRINGS} last where last.tenant_id = a.tenant_id and last.advice_id = a.id
    order by last.pairing_no desc limit 1) p on true`;

const LINE_COLUMNS: SqlFragment = sql`
  l.advice_id as "adviceId", l.line_no as "lineNo", l.line, l.reference, l.reference_type as "referenceType",
  l.paid::text as paid, l.gross::text as gross, l.discount::text as discount, l.adjustments,
  l.document_date as "documentDate", l.text`;

export function adviceBatchesWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<AdviceBatchRow[]> {
  return db.rows(
    sql`select ${BATCH_COLUMNS} from remittance_advice_batch b where b.tenant_id = ${tenantId} and ${where}`,
  );
}

export function pageOfAdviceBatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<AdviceBatchRow[]> {
  return db.rows(sql`
    select ${BATCH_COLUMNS} from remittance_advice_batch b
    where b.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countAdviceBatches(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from remittance_advice_batch b where b.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

export function advicesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<AdviceRow[]> {
  return db.rows(sql`select ${ADVICE_COLUMNS} from ${ADVICES} where a.tenant_id = ${tenantId} and ${where}`);
}

/** The advices of receipts, each with the receipt that it was asked for, also when that was reversed. */
export function advicesOfReceipts(
  db: Executor,
  tenantId: string,
  receiptIds: readonly string[],
  where: SqlFragment,
): Promise<AdviceRow[]> {
  return db.rows(sql`
    select ${ADVICE_COLUMNS}
    from ${PAIRINGS} p
    join remittance_advice a on a.tenant_id = p.tenant_id and a.id = p.advice_id
    where p.tenant_id = ${tenantId} and p.receipt_id = any(${receiptIds}) and ${where}`);
}

export function pageOfAdvices(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<AdviceRow[]> {
  return db.rows(sql`
    select ${ADVICE_COLUMNS} from ${ADVICES} where a.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`);
}

export async function countAdvices(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from ${ADVICES} where a.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** A page of the advices of each file, in the order of the file. */
export async function pagesOfAdvices(
  db: Executor,
  tenantId: string,
  batchIds: readonly string[],
  page: Page,
): Promise<AdviceRow[][]> {
  const rows = await db.rows<AdviceRow>(sql`
    select one.* from unnest(${batchIds}::uuid[]) as parent(id)
    cross join lateral (
      select ${ADVICE_COLUMNS} from ${ADVICES}
      where a.tenant_id = ${tenantId} and a.batch_id = parent.id and ${page.where}
      order by ${page.orderBy} limit ${page.limit}) as one`);
  const byBatch = Map.groupBy(rows, (row) => row.batchId);
  return batchIds.map((id) => byBatch.get(id) ?? []);
}

export function countAdvicesOfBatches(
  db: Executor,
  tenantId: string,
  batchIds: readonly string[],
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select a.batch_id as "parentId", count(*) as count from remittance_advice a
    where a.tenant_id = ${tenantId} and a.batch_id = any(${batchIds}) group by a.batch_id`);
}

/** A page of the lines of each advice, in the order of the file. */
export async function pagesOfAdviceLines(
  db: Executor,
  tenantId: string,
  adviceIds: readonly string[],
  page: Page,
): Promise<AdviceLineRow[][]> {
  const rows = await db.rows<AdviceLineRow>(sql`
    select one.* from unnest(${adviceIds}::uuid[]) as parent(id)
    cross join lateral (
      select ${LINE_COLUMNS} from remittance_advice_line l
      where l.tenant_id = ${tenantId} and l.advice_id = parent.id and ${page.where}
      order by ${page.orderBy} limit ${page.limit}) as one`);
  const byAdvice = Map.groupBy(rows, (row) => row.adviceId);
  return adviceIds.map((id) => byAdvice.get(id) ?? []);
}

export function countAdviceLines(
  db: Executor,
  tenantId: string,
  adviceIds: readonly string[],
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select l.advice_id as "parentId", count(*) as count from remittance_advice_line l
    where l.tenant_id = ${tenantId} and l.advice_id = any(${adviceIds}) group by l.advice_id`);
}
