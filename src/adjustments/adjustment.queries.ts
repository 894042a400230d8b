import { type CustomerRow, customerOf } from "../customers/index.js";
import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A credit memo as it is read; amounts are positive. */
export interface CreditMemoRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly invoiceId: string | null;
  readonly itemId: string;
  readonly documentDate: string;
  readonly currency: string;
  readonly netTotal: string;
  readonly taxTotal: string;
  readonly total: string;
  readonly unappliedAmount: string;
  readonly lines: readonly object[];
  readonly reasonCode: string;
  readonly note: string | null;
  readonly status: "POSTED" | "VOID";
  readonly voidedOn: string | null;
  readonly version: number;
}

const MEMO_COLUMNS: SqlFragment = sql.columns("CreditMemo", {
  always: { id: sql`d.id`, customerId: sql`d.customer_id`, currency: sql`d.currency` },
  sorting: { documentDate: sql`d.document_date` },
  others: {
    number: sql`d.number`,
    customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
    invoiceId: sql`d.invoice_id`,
    itemId: sql`(select i.id from open_item i where i.tenant_id = d.tenant_id and i.credit_memo_id = d.id)`,
    netTotal: sql`d.net_total::text`,
    taxTotal: sql`d.tax_total::text`,
    total: sql`d.total::text`,
    unappliedAmount: sql`(
      select (-i.open_amount)::text from open_item i where i.tenant_id = d.tenant_id and i.credit_memo_id = d.id)`,
    lines: sql`(
      select coalesce(json_agg(json_build_object(
               'lineNo', l.line_no, 'invoiceLineNo', il.line_no, 'product', il.product, 'quantity', l.quantity::text,
               'net', l.net::text, 'tax', l.tax::text, 'gross', l.gross::text, 'currency', d.currency) order by l.line_no), '[]')
      from credit_memo_line l
      join invoice_line il on il.tenant_id = l.tenant_id and il.id = l.invoice_line_id
      where l.tenant_id = d.tenant_id and l.credit_memo_id = d.id)`,
    reasonCode: sql`d.reason_code`,
    note: sql`d.note`,
    status: sql`(case when d.void_entry_id is null then 'POSTED' else 'VOID' end)`,
    voidedOn: sql`d.voided_on`,
    version: sql`d.version`,
  },
});

/** A write-off as it is read; amounts are positive. */
export interface WriteOffRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly itemId: string;
  readonly currency: string;
  readonly amount: string;
  readonly recovered: string;
  readonly method: string;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly effectiveDate: string;
  readonly status: "POSTED" | "REVERSED";
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
  readonly version: number;
}

const WRITE_OFF_COLUMNS: SqlFragment = sql.columns("WriteOff", {
  always: {
    id: sql`d.id`,
    customerId: sql`d.customer_id`,
    currency: sql`d.currency`,
    itemId: sql`d.item_id`,
  },
  sorting: { effectiveDate: sql`d.effective_date` },
  others: {
    number: sql`d.number`,
    customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
    amount: sql`d.amount::text`,
    recovered: sql`d.recovered::text`,
    method: sql`d.method`,
    reasonCode: sql`d.reason_code`,
    note: sql`d.note`,
    status: sql`(case when d.reversal_entry_id is null then 'POSTED' else 'REVERSED' end)`,
    reversedOn: sql`d.reversed_on`,
    reversalReason: sql`d.reversal_reason`,
    version: sql`d.version`,
  },
});

/** A kind of adjustment: its table, as alias `d`, and its columns. */
export interface AdjustmentTable<Row> {
  readonly name: SqlFragment;
  readonly columns: SqlFragment;
  /** Never set; keeps the type of the rows. */
  readonly row?: Row;
}

export const CREDIT_MEMOS: AdjustmentTable<CreditMemoRow> = {
  name: sql`credit_memo`,
  columns: MEMO_COLUMNS,
};
export const WRITE_OFFS: AdjustmentTable<WriteOffRow> = { name: sql`write_off`, columns: WRITE_OFF_COLUMNS };

export function pageOf<Row>(
  db: Executor,
  { name, columns }: AdjustmentTable<Row>,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<Row[]> {
  const statement = sql`
    select ${columns} from ${name} d where d.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<Row>(db, statement);
}

/** All that the condition tells, in no particular order. */
export function rowsWhere<Row>(
  db: Executor,
  { name, columns }: AdjustmentTable<Row>,
  tenantId: string,
  where: SqlFragment,
): Promise<Row[]> {
  return columnRows<Row>(
    db,
    sql`select ${columns} from ${name} d where d.tenant_id = ${tenantId} and ${where}`,
  );
}

export async function countOf<Row>(
  db: Executor,
  { name }: AdjustmentTable<Row>,
  tenantId: string,
  where: SqlFragment,
): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from ${name} d where d.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}
