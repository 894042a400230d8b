import { columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import { termsByIds } from "./payment-terms.queries.js";
import type { PaymentTerms } from "./payment-terms.rules.js";

/** A customer as it is read. */
export interface CustomerRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly currency: string;
  readonly termsId: string | null;
  readonly region: string | null;
  readonly salesRepresentative: string | null;
  readonly collector: string | null;
  readonly businessUnit: string | null;
  readonly riskClass: string | null;
  readonly creditLimit: string | null;
  readonly taxIds: readonly string[];
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Where invoices are sent; the properties are those of the address itself. */
const ADDRESS = {
  line1: sql`c.bill_to_line1`,
  line2: sql`c.bill_to_line2`,
  city: sql`c.bill_to_city`,
  postalCode: sql`c.bill_to_postal_code`,
  state: sql`c.bill_to_state`,
  country: sql`c.bill_to_country`,
};

export const ADDRESS_PROPERTIES: readonly string[] = Object.keys(ADDRESS);

/** Of alias `c`. */
export const CUSTOMER_COLUMNS: SqlFragment = sql.columns("Customer", {
  always: { id: sql`c.id` },
  sorting: { number: sql`c.number`, name: sql`c.name` },
  others: {
    parentId: sql`c.parent_id`,
    currency: sql`c.currency`,
    termsId: sql`c.terms_id`,
    region: sql`c.region`,
    salesRepresentative: sql`c.sales_representative`,
    collector: sql`c.collector`,
    businessUnit: sql`c.business_unit`,
    riskClass: sql`c.risk_class`,
    creditLimit: sql`c.credit_limit::text`,
    taxIds: sql`c.tax_ids`,
    ...ADDRESS,
    version: sql`c.version`,
    createdAt: sql`c.created_at`,
    updatedAt: sql`c.updated_at`,
  },
});

/**
 * The customer of a document, as JSON, to be read with it. For documents that are seen only by those who may see
 * their customer.
 */
export function customerOf(tenantId: SqlFragment, customerId: SqlFragment): SqlFragment {
  return sql`(
    select to_json(one) from (
      select ${CUSTOMER_COLUMNS} from customer c where c.tenant_id = ${tenantId} and c.id = ${customerId}) as one)`;
}

export function pageOfCustomers(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<CustomerRow[]> {
  const statement = sql`
    select ${CUSTOMER_COLUMNS} from customer c
    where c.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return columnRows<CustomerRow>(db, statement);
}

export async function countCustomers(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from customer c where c.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** Customers in the order of the ids; null where there is none of which the condition holds. */
export async function customersByIds(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
  where: SqlFragment,
): Promise<(CustomerRow | null)[]> {
  const rows = await columnRows<CustomerRow>(
    db,
    sql`select ${CUSTOMER_COLUMNS} from customer c
        where c.tenant_id = ${tenantId} and c.id = any(${ids}) and ${where}`,
  );
  return inOrder(ids, rows);
}

/** The customer of that number, if the condition holds of it. */
export async function customerByNumber(
  db: Executor,
  tenantId: string,
  number: string,
  where: SqlFragment,
): Promise<CustomerRow | null> {
  const [row] = await columnRows<CustomerRow>(
    db,
    sql`select ${CUSTOMER_COLUMNS} from customer c
        where c.tenant_id = ${tenantId} and c.number = ${number} and ${where}`,
  );
  return row ?? null;
}

/** Payment terms in the order of the ids; null where there are none. */
export async function termsInOrder(
  db: Executor,
  tenantId: string,
  ids: readonly string[],
): Promise<(PaymentTerms | null)[]> {
  return inOrder(ids, await termsByIds(db, tenantId, ids));
}

export interface ContactRow {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly job: string | null;
}

/** The contacts of each customer, by name. */
export async function contactsOf(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
): Promise<ContactRow[][]> {
  const rows = await db.rows<ContactRow>(sql`
    select id, customer_id as "customerId", name, email, phone, job from customer_contact
    where tenant_id = ${tenantId} and customer_id = any(${customerIds}) order by name, id`);
  return customerIds.map((id) => rows.filter((row) => row.customerId === id));
}

/** The accounts that each customer pays from. */
export async function bankAccountsOf(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
): Promise<string[][]> {
  const rows = await db.rows<{ customerId: string; account: string }>(sql`
    select customer_id as "customerId", account from customer_bank_account
    where tenant_id = ${tenantId} and customer_id = any(${customerIds}) order by account`);
  return customerIds.map((id) => rows.filter((row) => row.customerId === id).map((row) => row.account));
}

function inOrder<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
