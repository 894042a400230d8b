import { CUSTOMER_COLUMNS, type CustomerRow } from "../customers/index.js";
import { childRows, columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** A receipt as it is read; amounts are positive. */
export interface ReceiptRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly customer: CustomerRow | null;
  readonly amount: string;
  readonly unappliedAmount: string;
  readonly currency: string;
  readonly receivedOn: string;
  readonly method: string;
  readonly reference: string | null;
  readonly status: "RECORDED" | "REVERSED";
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
  readonly version: number;
}

/** What of the receipt of alias `r` is not applied; positive. Its items are credits. */
export const UNAPPLIED_AMOUNT: SqlFragment = sql`(
  select coalesce(-sum(o.open_amount), 0) from open_item o where o.tenant_id = r.tenant_id and o.receipt_id = r.id)`;

export const RECEIPT_STATUS: SqlFragment = sql`
  (case when r.reversal_entry_id is null then 'RECORDED' else 'REVERSED' end)`;

/** Receipts of alias `r` with their customers, alias `c`; a statement that needs nothing of the customer leaves it out. */
const RECEIPTS: SqlFragment = sql`receipt r left join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id`;

const COLUMNS: SqlFragment = sql.columns("Receipt", {
  always: { id: sql`r.id` },
  sorting: { number: sql`r.number`, amount: sql`r.amount::text`, receivedOn: sql`r.received_on` },
  others: {
    customerId: sql`r.customer_id`,
    customer: CUSTOMER_COLUMNS,
    unappliedAmount: sql`${UNAPPLIED_AMOUNT}::text`,
    currency: sql`r.currency`,
    method: sql`r.method`,
    reference: sql`r.reference`,
    status: RECEIPT_STATUS,
    reversedOn: sql`r.reversed_on`,
    reversalReason: sql`r.reversal_reason`,
    version: sql`r.version`,
  },
});

export function pageOfReceipts(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<ReceiptRow[]> {
  const statement = sql`
    select ${COLUMNS} from ${RECEIPTS}
    where r.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<ReceiptRow>(db, statement);
}

export async function countReceipts(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from receipt r where r.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All receipts that the condition tells, in no particular order. */
export function receiptsWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<ReceiptRow[]> {
  return columnRows<ReceiptRow>(
    db,
    sql`select ${COLUMNS} from ${RECEIPTS} where r.tenant_id = ${tenantId} and ${where}`,
  );
}

/** A page of the receipts of each customer, in the customers' order. */
export function pagesOfCustomerReceipts(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<ReceiptRow[][]> {
  const statement = sql`
    select ${COLUMNS} from ${RECEIPTS}
    where r.tenant_id = ${tenantId} and r.customer_id = parent.id and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return childRows<ReceiptRow>(db, customerIds, statement);
}

export function countCustomerReceipts(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select r.customer_id as "parentId", count(*) as count from receipt r
    where r.tenant_id = ${tenantId} and r.customer_id = any(${customerIds}) and ${where} group by r.customer_id`);
}
