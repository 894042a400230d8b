import { type CustomerRow, customerOf } from "../customers/index.js";
import type { LedgerPoint } from "../ledger/index.js";
import { childRows, columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { DisputeResolution, DisputeScope, DisputeStatus } from "./dispute.rules.js";
import { disputeClaims } from "./disputed-items.sql.js";

/** A dispute as it is read; amounts are positive. */
export interface DisputeRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly invoiceId: string;
  readonly currency: string;
  readonly scope: DisputeScope;
  readonly amount: string;
  readonly items: readonly object[];
  readonly lines: readonly object[];
  readonly reasonCode: string;
  readonly ownerDepartment: string;
  readonly note: string | null;
  readonly status: DisputeStatus;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly resolution: DisputeResolution | null;
  readonly acceptedAmount: string | null;
  readonly settledBy: readonly object[];
  readonly rootCause: string | null;
  readonly correctiveAction: string | null;
  readonly history: readonly object[];
  readonly version: number;
}

const ITEMS: SqlFragment = sql`(
  select json_agg(json_build_object('itemId', i.id, 'amount', o.amount::text, 'currency', i.currency) order by i.due_date, i.id)
  from dispute_item o join open_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
  where o.tenant_id = d.tenant_id and o.dispute_id = d.id)`;

const LINES: SqlFragment = sql`(
  select coalesce(json_agg(json_build_object('invoiceLineNo', l.line_no, 'product', l.product, 'amount', o.amount::text,
                                             'currency', d.currency) order by l.line_no), '[]')
  from dispute_line o join invoice_line l on l.tenant_id = o.tenant_id and l.id = o.invoice_line_id
  where o.tenant_id = d.tenant_id and o.dispute_id = d.id)`;

const SETTLEMENTS: SqlFragment = sql`(
  select coalesce(json_agg(json_build_object('creditMemoId', s.credit_memo_id, 'writeOffId', s.write_off_id,
                    'chargeId', s.charge_id, 'amount', s.amount::text, 'currency', d.currency) order by s.settlement_no), '[]')
  from dispute_settlement s where s.tenant_id = d.tenant_id and s.dispute_id = d.id)`;

const HISTORY: SqlFragment = sql`(
  select json_agg(json_build_object('stepNo', s.step_no, 'status', s.status, 'ownerDepartment', s.owner_department,
                    'note', s.note, 'madeBy', s.made_by, 'madeOn', s.made_on, 'recordedAt', s.recorded_at) order by s.step_no)
  from dispute_step s where s.tenant_id = d.tenant_id and s.dispute_id = d.id)`;

const COLUMNS: SqlFragment = sql.columns("Dispute", {
  always: { id: sql`d.id`, customerId: sql`d.customer_id`, currency: sql`d.currency` },
  sorting: {
    number: sql`d.number`,
    openedOn: sql`d.opened_on`,
    closedOn: sql`d.closed_on`,
    amount: sql`d.amount::text`,
  },
  others: {
    customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
    invoiceId: sql`d.invoice_id`,
    scope: sql`d.scope`,
    items: ITEMS,
    lines: LINES,
    reasonCode: sql`d.reason_code`,
    ownerDepartment: sql`d.owner_department`,
    note: sql`d.note`,
    status: sql`d.status`,
    resolution: sql`d.resolution`,
    acceptedAmount: sql`d.accepted_amount::text`,
    settledBy: SETTLEMENTS,
    rootCause: sql`d.root_cause`,
    correctiveAction: sql`d.corrective_action`,
    history: HISTORY,
    version: sql`d.version`,
  },
});

export function pageOfDisputes(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<DisputeRow[]> {
  return columnRows<DisputeRow>(
    db,
    sql`
    select ${COLUMNS} from dispute d where d.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`,
  );
}

/** All that the condition tells, in no particular order. */
export function disputesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<DisputeRow[]> {
  return columnRows<DisputeRow>(
    db,
    sql`select ${COLUMNS} from dispute d where d.tenant_id = ${tenantId} and ${where}`,
  );
}

export async function countDisputes(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from dispute d where d.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** The disputes of each invoice, the oldest first. */
export function disputesOfInvoices(
  db: Executor,
  tenantId: string,
  invoiceIds: readonly string[],
  where: SqlFragment,
): Promise<DisputeRow[][]> {
  const statement = sql`
    select ${COLUMNS} from dispute d where d.tenant_id = ${tenantId} and d.invoice_id = parent.id and ${where} order by d.id`;
  return childRows<DisputeRow>(db, invoiceIds, statement);
}

/** What was disputed at a point of an item by a dispute. */
export interface DisputedRow {
  readonly itemId: string;
  readonly disputeId: string;
  /** Positive. */
  readonly disputed: string;
}

/**
 * What was disputed at a point of the items that are told by a query of their UUIDs: at most what each had open, the oldest
 * dispute first.
 */
export function disputedAt(db: Executor, point: LedgerPoint, itemIds: SqlFragment): Promise<DisputedRow[]> {
  const { tenantId, asOf, knownAt } = point;
  const known = knownAt === null ? sql`true` : sql`m.recorded_at <= ${knownAt}::timestamptz`;
  return db.rows<DisputedRow>(sql`
    with claim as (
      select c.item_id, c.dispute_id, c.amount,
             sum(c.amount) over (partition by c.item_id order by c.dispute_id) - c.amount as before
      from (${disputeClaims(point)}) c where c.item_id in (${itemIds}))
    select c.item_id as "itemId", c.dispute_id as "disputeId", least(c.amount, b.balance - c.before) as disputed
    from claim c
    cross join lateral (
      select coalesce(sum(m.amount), 0) as balance from movement m
      where m.tenant_id = ${tenantId} and m.item_id = c.item_id and m.effective_date <= ${asOf}::date and ${known}) b
    where b.balance > c.before`);
}

/** Where disputes stood at a point; those that were not opened then are left out. */
export function statusesAt(
  db: Executor,
  { tenantId, asOf, knownAt }: LedgerPoint,
  disputeIds: readonly string[],
): Promise<{ disputeId: string; status: DisputeStatus }[]> {
  const known = knownAt === null ? sql`true` : sql`s.recorded_at <= ${knownAt}::timestamptz`;
  return db.rows(sql`
    select distinct on (s.dispute_id) s.dispute_id as "disputeId", s.status from dispute_step s
    where s.tenant_id = ${tenantId} and s.dispute_id = any(${disputeIds}) and s.made_on <= ${asOf}::date and ${known}
    order by s.dispute_id, s.step_no desc`);
}
