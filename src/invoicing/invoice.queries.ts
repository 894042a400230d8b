import { CUSTOMER_COLUMNS, type CustomerRow } from "../customers/index.js";
import { childRows, columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";

/** An invoice as it is read. */
export interface InvoiceRow {
  readonly id: string;
  readonly number: string | null;
  readonly status: "DRAFT" | "ISSUED" | "VOID";
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly documentDate: string;
  readonly dueDate: string | null;
  readonly currency: string;
  readonly termsId: string;
  readonly purchaseOrder: string | null;
  readonly netTotal: string;
  readonly taxTotal: string;
  readonly total: string;
  readonly openAmount: string;
  readonly voidedOn: string | null;
  readonly version: number;
}

/** What is open of the invoice of alias `v`: the sum over its open instalments, told by their index alone. */
export const OPEN_AMOUNT: SqlFragment = sql`(
  select coalesce(sum(o.open_amount), 0) from open_item o
  where o.tenant_id = v.tenant_id and o.invoice_id = v.id and o.is_open)`;

/** Invoices of alias `v` with their customers, alias `c`; a statement that needs nothing of the customer leaves it out. */
const INVOICES: SqlFragment = sql`invoice v left join customer c on c.tenant_id = v.tenant_id and c.id = v.customer_id`;

const COLUMNS: SqlFragment = sql.columns("Invoice", {
  always: { id: sql`v.id` },
  sorting: {
    number: sql`v.number`,
    documentDate: sql`v.document_date`,
    dueDate: sql`v.due_date`,
    total: sql`v.total::text`,
  },
  others: {
    customerId: sql`v.customer_id`,
    customer: CUSTOMER_COLUMNS,
    status: sql`v.status`,
    currency: sql`v.currency`,
    termsId: sql`v.terms_id`,
    purchaseOrder: sql`v.purchase_order`,
    netTotal: sql`v.net_total::text`,
    taxTotal: sql`v.tax_total::text`,
    openAmount: sql`${OPEN_AMOUNT}::text`,
    voidedOn: sql`v.voided_on`,
    version: sql`v.version`,
  },
});

export function pageOfInvoices(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<InvoiceRow[]> {
  const statement = sql`
    select ${COLUMNS} from ${INVOICES}
    where v.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<InvoiceRow>(db, statement);
}

export async function countInvoices(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from invoice v where v.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** All invoices that the condition tells, in no particular order. */
export function invoicesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<InvoiceRow[]> {
  return columnRows<InvoiceRow>(
    db,
    sql`select ${COLUMNS} from ${INVOICES} where v.tenant_id = ${tenantId} and ${where}`,
  );
}

/** A page of the invoices of each customer, in the customers' order. */
export function pagesOfCustomerInvoices(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<InvoiceRow[][]> {
  const statement = sql`
    select ${COLUMNS} from ${INVOICES}
    where v.tenant_id = ${tenantId} and v.customer_id = parent.id and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return childRows<InvoiceRow>(db, customerIds, statement);
}

export function countCustomerInvoices(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select v.customer_id as "parentId", count(*) as count from invoice v
    where v.tenant_id = ${tenantId} and v.customer_id = any(${customerIds}) and ${where} group by v.customer_id`);
}

/** A line as it is read; amounts in the invoice's currency. */
export interface InvoiceLineRow {
  readonly id: string;
  readonly invoiceId: string;
  readonly currency: string;
  readonly lineNo: number;
  readonly product: string;
  readonly productLine: string | null;
  readonly description: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly taxes: readonly object[];
}

/** The lines of invoices, in their order. */
export function linesOf(
  db: Executor,
  tenantId: string,
  invoiceIds: readonly string[],
): Promise<InvoiceLineRow[]> {
  return db.rows<InvoiceLineRow>(sql`
    select l.id, l.invoice_id as "invoiceId", v.currency, l.line_no as "lineNo", l.product,
           l.product_line as "productLine", l.description, l.quantity, l.unit_price as "unitPrice",
           l.net, l.tax, l.gross,
           coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'ratePercent', t.rate_percent::text,
                                                         'amount', t.amount::text, 'currency', v.currency) order by t.name)
                       from invoice_line_tax t where t.tenant_id = l.tenant_id and t.line_id = l.id), '[]') as taxes
    from invoice_line l join invoice v on v.tenant_id = l.tenant_id and v.id = l.invoice_id
    where l.tenant_id = ${tenantId} and l.invoice_id = any(${invoiceIds}) order by l.invoice_id, l.line_no`);
}
