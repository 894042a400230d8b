import { childRows, columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** An open item as it is read. Debits positive, credits negative. */
export interface OpenItemRow {
  readonly id: string;
  readonly kind: string;
  readonly customerId: string | null;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly currency: string;
  readonly originalAmount: string;
  readonly openAmount: string;
  /** The tenant's. */
  readonly timeZone: string;
  readonly functionalCurrency: string;
  readonly functionalOpen: string;
  readonly discountPercent: string | null;
  readonly discountUntil: string | null;
  readonly invoiceId: string | null;
  readonly instalmentNo: number | null;
  readonly receiptId: string | null;
  readonly creditMemoId: string | null;
}

/** Items of alias `i` with their tenant; a statement that needs nothing of the tenant does not look it up. */
const ITEMS: SqlFragment = sql`open_item i left join tenant t on t.tenant_id = i.tenant_id`;

const COLUMNS: SqlFragment = sql.columns("OpenItem", {
  always: { id: sql`i.id` },
  sorting: {
    documentNumber: sql`i.document_number`,
    documentDate: sql`i.document_date`,
    dueDate: sql`i.due_date`,
    openAmount: sql`i.open_amount::text`,
  },
  others: {
    kind: sql`i.kind`,
    customerId: sql`i.customer_id`,
    currency: sql`i.currency`,
    originalAmount: sql`i.original_amount::text`,
    timeZone: sql`t.time_zone`,
    functionalCurrency: sql`t.functional_currency`,
    functionalOpen: sql`i.functional_open::text`,
    discountPercent: sql`i.discount_percent::text`,
    discountUntil: sql`i.discount_until`,
    invoiceId: sql`i.invoice_id`,
    instalmentNo: sql`i.instalment_no`,
    receiptId: sql`i.receipt_id`,
    creditMemoId: sql`i.credit_memo_id`,
  },
});

/** What narrows the items of alias `i`. */
export const ITEM_IS_OPEN: SqlFragment = sql`i.is_open`;

export function pageOfItems(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<OpenItemRow[]> {
  const statement = sql`
    select ${COLUMNS} from ${ITEMS}
    where i.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<OpenItemRow>(db, statement);
}

export async function countItems(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from open_item i where i.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All items that the condition tells, in no particular order. */
export function itemsWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<OpenItemRow[]> {
  const statement = sql`
    select ${COLUMNS} from ${ITEMS} where i.tenant_id = ${tenantId} and ${where}`;
  return columnRows<OpenItemRow>(db, statement);
}

/** The instalments of each invoice, by due date. */
export function itemsOfInvoices(
  db: Executor,
  tenantId: string,
  invoiceIds: readonly string[],
  where: SqlFragment,
): Promise<OpenItemRow[][]> {
  const statement = sql`
    select ${COLUMNS} from ${ITEMS} where i.tenant_id = ${tenantId} and i.invoice_id = parent.id and ${where}
    order by i.due_date, i.instalment_no, i.id`;
  return childRows<OpenItemRow>(db, invoiceIds, statement);
}

/** A page of the items of each customer, in the customers' order. */
export function pagesOfCustomerItems(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<OpenItemRow[][]> {
  const statement = sql`
    select ${COLUMNS} from ${ITEMS}
    where i.tenant_id = ${tenantId} and i.customer_id = parent.id and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return childRows<OpenItemRow>(db, customerIds, statement);
}

export function countCustomerItems(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select i.customer_id as "parentId", count(*) as count from open_item i
    where i.tenant_id = ${tenantId} and i.customer_id = any(${customerIds}) and ${where} group by i.customer_id`);
}

/** What a customer owes in one currency at the end of a day. */
export interface CustomerBalanceRow {
  readonly customerId: string;
  readonly currency: string;
  /** Σ of what it owes; zero or positive. */
  readonly receivable: string;
  /** Σ of its receipts and credits that are not applied; zero or negative. */
  readonly unappliedCredits: string;
  readonly balance: string;
}

/**
 * Balances of customers at the end of a day, by currency; currencies in which nothing is open are left out. What is open
 * by everything that is posted, less the movements that are dated later: few or none when the day is today.
 */
export function customerBalances(
  db: Executor,
  { tenantId, asOf }: { readonly tenantId: string; readonly asOf: string },
  customerIds: readonly string[],
): Promise<CustomerBalanceRow[]> {
  const mine = sql`i.tenant_id = ${tenantId} and i.customer_id = any(${customerIds})`;
  return db.rows<CustomerBalanceRow>(sql`
    select b.customer_id as "customerId", b.currency,
           coalesce(sum(b.balance) filter (where b.balance > 0), 0) as receivable,
           coalesce(sum(b.balance) filter (where b.balance < 0), 0) as "unappliedCredits",
           sum(b.balance) as balance
    from (
      select u.customer_id, u.currency, sum(u.amount) as balance
      from (
        select i.id, i.customer_id, i.currency, i.open_amount as amount from open_item i where ${mine} and ${ITEM_IS_OPEN}
        union all
        select i.id, i.customer_id, i.currency, -m.amount
        from movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
        where m.tenant_id = ${tenantId} and m.effective_date > ${asOf}::date and ${mine}) u
      group by u.id, u.customer_id, u.currency) b
    where b.balance <> 0 group by b.customer_id, b.currency order by b.currency`);
}

export interface MovementRow {
  readonly id: string;
  readonly itemId: string;
  readonly kind: string;
  readonly currency: string;
  readonly amount: string;
  readonly functionalCurrency: string;
  readonly functionalAmount: string;
  readonly effectiveDate: string;
  readonly recordedAt: Date;
}

/** The movements of items, in the order in which they were recorded. */
export function movementsOf(
  db: Executor,
  tenantId: string,
  itemIds: readonly string[],
): Promise<MovementRow[]> {
  return db.rows<MovementRow>(sql`
    select m.id, m.item_id as "itemId", m.kind, m.currency, m.amount,
           (${functionalCurrency(tenantId)}) as "functionalCurrency", m.functional_amount as "functionalAmount",
           m.effective_date as "effectiveDate", m.recorded_at as "recordedAt"
    from movement m where m.tenant_id = ${tenantId} and m.item_id = any(${itemIds})
    order by m.recorded_at, m.id`);
}

/** The balance of each item at a date, as known at an instant (null: now): the sum of the movements until then. */
export function balancesAt(
  db: Executor,
  {
    tenantId,
    asOf,
    knownAt,
  }: { readonly tenantId: string; readonly asOf: string; readonly knownAt: string | null },
  itemIds: readonly string[],
): Promise<{ itemId: string; balance: string }[]> {
  const known = knownAt === null ? sql`true` : sql`m.recorded_at <= ${knownAt}::timestamptz`;
  return db.rows(sql`
    select m.item_id as "itemId", sum(m.amount) as balance from movement m
    where m.tenant_id = ${tenantId} and m.item_id = any(${itemIds}) and m.effective_date <= ${asOf}::date and ${known}
    group by m.item_id`);
}

function functionalCurrency(tenantId: string): SqlFragment {
  return sql`select t.functional_currency from tenant t where t.tenant_id = ${tenantId}`;
}
