import { itemBalances, type ReportPoint } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Executor } from "../platform/database/database.js";
import { jsonRows } from "../platform/database/json-rows.js";
import { rowBatches } from "../platform/database/row-batches.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import { type SortOrder, totalOrder } from "../platform/graphql/keyset.js";

/** Which customer's statement, from which day to which, as known when. */
export interface StatementRequest {
  readonly point: ReportPoint;
  /** UUID. */
  readonly customerId: string;
  /** First day of the activity; not after the point's date. */
  readonly from: BusinessDate;
  /** Only this currency; all when null. */
  readonly currency: string | null;
}

/** How what a customer owes in one currency went. Debits positive, credits negative. */
export interface StatementBalanceRow {
  readonly currency: string;
  /** At the end of the day before the first. */
  readonly opening: string;
  readonly debits: string;
  readonly credits: string;
  /** Opening, debits and credits. */
  readonly closing: string;
}

/** A change of what a customer owes. */
export interface StatementLineRow {
  /** UUID of the movement. */
  readonly id: string;
  readonly itemId: string;
  readonly effectiveDate: string;
  /** ISO 8601 to the microsecond. */
  readonly recordedAt: string;
  readonly documentKind: string;
  readonly documentNumber: string;
  /** Null unless the invoice is paid in several. */
  readonly instalmentNo: number | null;
  /** The movement's own kind; of a reversal that of what it takes back. */
  readonly kind: string;
  readonly isReversal: boolean;
  readonly currency: string;
  readonly amount: string;
}

export type RunningLineRow = StatementLineRow & {
  /** After this line. */
  readonly balance: string;
};

/** A document with something open at the statement's date. */
export interface StatementItemRow {
  /** UUID of the open item. */
  readonly id: string;
  readonly kind: string;
  readonly documentNumber: string;
  /** Null unless the invoice is paid in several. */
  readonly instalmentNo: number | null;
  readonly purchaseOrder: string | null;
  readonly documentDate: string;
  readonly dueDate: string;
  /** Null for credits. */
  readonly daysPastDue: number | null;
  readonly currency: string;
  readonly originalAmount: string;
  readonly openAmount: string;
}

/** By currency: those with a balance on either day, or with activity between them. */
export function statementBalances(db: Executor, request: StatementRequest): Promise<StatementBalanceRow[]> {
  const before = sql`l.effective_date < ${request.from}::date`;
  return db.rows<StatementBalanceRow>(sql`
    select b.currency, b.opening, b.debits, b.credits, b.closing from (
      select l.currency, coalesce(sum(l.amount) filter (where ${before}), 0) as opening,
             coalesce(sum(l.amount) filter (where not ${before} and l.amount > 0), 0) as debits,
             coalesce(sum(l.amount) filter (where not ${before} and l.amount < 0), 0) as credits,
             sum(l.amount) as closing, count(*) filter (where not ${before}) as lines
      from (${changes(request, false)}) l group by l.currency) b
    where b.opening <> 0 or b.closing <> 0 or b.lines > 0 order by b.currency`);
}

/** Of the changes since the first day, each with the balance after it. */
export const ACTIVITY_ORDER: SortOrder = totalOrder(
  [
    { column: sql`l.currency`, key: "currency", type: "text", direction: "ASC" },
    { column: sql`l.effective_date`, key: "effectiveDate", type: "date", direction: "ASC" },
    { column: sql`l.recorded_at`, key: "recordedAt", type: "instant", direction: "ASC" },
  ],
  sql`l.id`,
);

export function pageOfActivity(
  db: Executor,
  request: StatementRequest,
  withApplications: boolean,
  page: Page,
): Promise<RunningLineRow[]> {
  return jsonRows<RunningLineRow>(
    db,
    sql`
    select ${LINE_COLUMNS}, l.balance::text as balance from (
      select c.*, sum(c.amount) over (
               partition by c.currency order by c.effective_date, c.recorded_at, c.id) as balance
      from (${changes(request, withApplications)}) c) l
    where l.effective_date >= ${request.from}::date and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`,
  );
}

export async function countActivity(
  db: Executor,
  request: StatementRequest,
  withApplications: boolean,
): Promise<number> {
  const [row] = await db.rows<{ count: string }>(sql`
    select count(*) as count from (${changes(request, withApplications)}) l
    where l.effective_date >= ${request.from}::date`);
  return Number(row?.count ?? 0);
}

/** All changes of one currency since the first day, in their order, a batch at a time. */
export function activityInBatches(
  db: Executor,
  request: StatementRequest,
  withApplications: boolean,
): AsyncGenerator<StatementLineRow[]> {
  return rowBatches<StatementLineRow>(
    db,
    sql`
    select ${LINE_COLUMNS} from (${changes(request, withApplications)}) l
    where l.effective_date >= ${request.from}::date
    order by l.effective_date, l.recorded_at, l.id`,
  );
}

export const ITEM_ORDER: SortOrder = totalOrder(
  [
    { column: sql`i.currency`, key: "currency", type: "text", direction: "ASC" },
    { column: sql`i.due_date`, key: "dueDate", type: "date", direction: "ASC" },
  ],
  sql`i.id`,
);

export function pageOfStatementItems(
  db: Executor,
  request: StatementRequest,
  page: Page,
): Promise<StatementItemRow[]> {
  return jsonRows<StatementItemRow>(
    db,
    sql`${itemsOf(request)} and ${page.where} order by ${page.orderBy} limit ${page.limit}`,
  );
}

export async function countStatementItems(db: Executor, request: StatementRequest): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from (${itemBalances(request.point, itemsFilter(request))}) b where b.balance <> 0`,
  );
  return Number(row?.count ?? 0);
}

/** All items with something open, by due date, a batch at a time. */
export function itemsInBatches(db: Executor, request: StatementRequest): AsyncGenerator<StatementItemRow[]> {
  return rowBatches<StatementItemRow>(db, sql`${itemsOf(request)} order by i.currency, i.due_date, i.id`);
}

const LINE_COLUMNS = sql`
  l.id, l.item_id as "itemId", l.effective_date as "effectiveDate", to_json(l.recorded_at) #>> '{}' as "recordedAt",
  l.document_kind as "documentKind", l.document_number as "documentNumber", l.instalment_no as "instalmentNo", l.kind,
  l.is_reversal as "isReversal", l.currency, l.amount::text as amount`;

/** Which instalment the item of alias `i` is, if its invoice has several. */
const INSTALMENT_NO = sql`
  case when exists (
    select from open_item other where other.tenant_id = i.tenant_id and other.invoice_id = i.invoice_id
      and other.instalment_no > 1) then i.instalment_no end`;

/**
 * The movements of the customer's items up to the point that change an amount. What only moved between documents of the
 * customer in one entry (a receipt applied to an invoice) sums to nothing and is left out, unless it is asked for.
 */
function changes({ point, customerId, currency }: StatementRequest, withApplications: boolean): SqlFragment {
  const { tenantId, asOf, knownAt } = point;
  const known = knownAt === null ? sql.empty : sql`and m.recorded_at <= ${knownAt}::timestamptz`;
  const own = currency === null ? sql.empty : sql`and i.currency = ${currency}`;
  const moved = sql`
    select m.id, m.item_id, m.effective_date, m.recorded_at, m.currency, m.amount, i.kind as document_kind,
           i.document_number, ${INSTALMENT_NO} as instalment_no, i.due_date, coalesce(undone.kind, m.kind) as kind,
           m.reverses_id is not null as is_reversal,
           sum(m.amount) filter (where coalesce(undone.kind, m.kind) = 'APPLICATION')
             over (partition by m.entry_id, m.currency) as applied
    from open_item i
    join movement m on m.tenant_id = i.tenant_id and m.item_id = i.id
    left join movement undone on undone.tenant_id = m.tenant_id and undone.id = m.reverses_id
    where i.tenant_id = ${tenantId} and i.customer_id = ${customerId} and m.amount <> 0
      and m.effective_date <= ${asOf}::date ${known} ${own}`;
  return withApplications
    ? moved
    : sql`select * from (${moved}) every_one where kind <> 'APPLICATION' or applied <> 0`;
}

function itemsFilter({ customerId, currency }: StatementRequest): SqlFragment {
  return currency === null
    ? sql`i.customer_id = ${customerId}`
    : sql`i.customer_id = ${customerId} and i.currency = ${currency}`;
}

function itemsOf(request: StatementRequest): SqlFragment {
  const { tenantId, asOf } = request.point;
  return sql`
    select i.id, i.kind, i.document_number as "documentNumber", ${INSTALMENT_NO} as "instalmentNo",
           invoice.purchase_order as "purchaseOrder", i.document_date as "documentDate", i.due_date as "dueDate",
           case when i.original_amount > 0 then ${asOf}::date - i.due_date end as "daysPastDue", i.currency,
           i.original_amount::text as "originalAmount", b.balance::text as "openAmount"
    from (${itemBalances(request.point, itemsFilter(request))}) b
    join open_item i on i.tenant_id = ${tenantId} and i.id = b.id
    left join invoice on invoice.tenant_id = i.tenant_id and invoice.id = i.invoice_id
    where b.balance <> 0`;
}
