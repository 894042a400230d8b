import { type CustomerRow, customerOf } from "../customers/index.js";
import type { Executor } from "../platform/database/database.js";
import { jsonRows } from "../platform/database/json-rows.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { LateFeeTotal } from "./charge-late-fees.js";
import { type LateFeeScope, lateFeeLines } from "./late-fee-lines.sql.js";

/** A late fee as it is read; amounts are positive. */
export interface LateFeeRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly runId: string;
  readonly itemId: string;
  readonly entryId: string;
  readonly currency: string;
  readonly amount: string;
  readonly waived: string;
  readonly documentDate: string;
  readonly version: number;
}

/** What was charged of what. The amount of a minimum or a maximum may be negative. */
export interface LateFeeLineRow {
  readonly lateFeeId: string | null;
  readonly kind: "INTEREST" | "FLAT" | "MINIMUM" | "MAXIMUM";
  readonly itemId: string | null;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly days: number | null;
  readonly principal: string | null;
  readonly annualRatePercent: string | null;
  readonly dayCount: string | null;
  readonly currency: string;
  readonly amount: string;
}

/** A waiver as it is read; the amount is positive. */
export interface LateFeeWaiverRow {
  readonly id: string;
  readonly lateFeeId: string;
  readonly number: string;
  readonly currency: string;
  readonly amount: string;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly effectiveDate: string;
  readonly reversedOn: string | null;
  readonly reversalReason: string | null;
  readonly entryId: string;
  readonly version: number;
}

/** What a run would charge a customer in a currency. */
export interface LateFeePreviewRow {
  readonly id: string;
  readonly customer: CustomerRow | null;
  readonly customerNumber: string;
  readonly currency: string;
  readonly amount: string;
  readonly lines: readonly LateFeeLineRow[];
}

export interface LateFeeRunRow {
  readonly id: string;
  readonly asOf: string;
  readonly schedule: string | null;
  readonly customerIds: readonly string[] | null;
  readonly totals: readonly LateFeeTotal[];
  readonly createdAt: Date;
}

const COLUMNS: SqlFragment = sql.columns("LateFee", {
  always: {
    id: sql`d.id`,
    customerId: sql`d.customer_id`,
    currency: sql`d.currency`,
    itemId: sql`d.item_id`,
  },
  sorting: { documentDate: sql`d.document_date` },
  others: {
    number: sql`d.number`,
    customer: customerOf(sql`d.tenant_id`, sql`d.customer_id`),
    runId: sql`d.run_id`,
    entryId: sql`d.entry_id`,
    amount: sql`d.amount::text`,
    waived: sql`d.waived::text`,
    version: sql`d.version`,
  },
});

export function pageOfLateFees(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<LateFeeRow[]> {
  return jsonRows<LateFeeRow>(
    db,
    sql`
    select ${COLUMNS} from late_fee d where d.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`,
  );
}

/** In no particular order. */
export function lateFeesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<LateFeeRow[]> {
  return jsonRows<LateFeeRow>(
    db,
    sql`select ${COLUMNS} from late_fee d where d.tenant_id = ${tenantId} and ${where}`,
  );
}

export async function countLateFees(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from late_fee d where d.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** In the order of the fees they belong to, and of their days. */
export function linesWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<LateFeeLineRow[]> {
  return jsonRows<LateFeeLineRow>(
    db,
    sql`
    select l.late_fee_id as "lateFeeId", l.kind, l.item_id as "itemId", l.from_date as "fromDate", l.to_date as "toDate", l.days,
           l.principal::text as principal, trim_scale(l.annual_rate)::text as "annualRatePercent", l.day_count as "dayCount",
           l.currency, l.amount::text as amount
    from late_fee_line l where l.tenant_id = ${tenantId} and ${where} order by l.charged_on, l.run_id, l.line_no`,
  );
}

/** In their order. */
export function waiversWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<LateFeeWaiverRow[]> {
  return jsonRows<LateFeeWaiverRow>(
    db,
    sql`
    select w.id, w.late_fee_id as "lateFeeId", w.number, w.currency, w.amount::text as amount, w.reason_code as "reasonCode",
           w.note, w.effective_date as "effectiveDate", w.reversed_on as "reversedOn", w.reversal_reason as "reversalReason",
           w.entry_id as "entryId", w.version
    from late_fee_waiver w where w.tenant_id = ${tenantId} and ${where} order by w.id`,
  );
}

/** What a run would charge, by customer and currency; its place in the list is the customer's number. */
export function pageOfPreviews(db: Executor, scope: LateFeeScope, page: Page): Promise<LateFeePreviewRow[]> {
  return jsonRows<LateFeePreviewRow>(
    db,
    sql`
    select p.id, p.number as "customerNumber", ${customerOf(sql`${scope.tenantId}::uuid`, sql`p.customer_id`)} as customer,
           p.currency, p.amount::text as amount, p.lines
    from (${previews(scope)}) p where ${page.where} order by ${page.orderBy} limit ${page.limit}`,
  );
}

export async function countPreviews(db: Executor, scope: LateFeeScope): Promise<number> {
  const [row] = await db.rows<{ count: string }>(sql`select count(*) as count from (${previews(scope)}) p`);
  return Number(row?.count ?? 0);
}

function previews(scope: LateFeeScope): SqlFragment {
  return sql`
    select md5(l.customer_id || l.currency)::uuid as id, l.customer_id, c.number, l.currency, max(l.fee) as amount,
           json_agg(json_build_object(
             'kind', l.kind, 'itemId', l.item_id, 'fromDate', l.from_date, 'toDate', l.to_date, 'days', l.days,
             'principal', l.principal::text, 'annualRatePercent', trim_scale(l.annual_rate)::text, 'dayCount', l.day_count,
             'currency', l.currency, 'amount', l.amount::text)
             order by l.item_id nulls last, l.from_date nulls first) as lines
    from (${lateFeeLines(scope)}) l join customer c on c.tenant_id = ${scope.tenantId} and c.id = l.customer_id
    group by l.customer_id, c.number, l.currency having max(l.fee) > 0`;
}
