import type { PlanChargeKind } from "../adjustments/index.js";
import { type CustomerRow, customerOf } from "../customers/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { childRows, columnRows } from "../platform/database/column-rows.js";
import type { Executor } from "../platform/database/database.js";
import { jsonRows } from "../platform/database/json-rows.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Page } from "../platform/graphql/connections.js";
import type { PlanState } from "./instalment.rules.js";
import type { PlannedInstalment } from "./schedule.rules.js";

export type PlanStatus = "PROPOSED" | "ACTIVE" | "COMPLETED" | "DEFAULTED" | "CANCELLED";

/** A payment plan as it is read; amounts are positive. */
export interface PaymentPlanRow {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: CustomerRow | null;
  readonly currency: string;
  readonly status: PlanStatus;
  readonly amount: string;
  readonly outstanding: string;
  readonly unscheduled: string;
  readonly itemIds: readonly string[];
  readonly chargeKind: PlanChargeKind | null;
  readonly chargeAmount: string | null;
  readonly chargeRatePercent: string | null;
  readonly chargeId: string | null;
  readonly graceDays: number;
  readonly missesToDefault: number;
  readonly misses: number;
  readonly contactName: string;
  readonly contactEmail: string | null;
  readonly signatory: string | null;
  readonly signedOn: string | null;
  readonly agreement: string | null;
  readonly proposedOn: string;
  readonly activatedOn: string | null;
  readonly endedOn: string | null;
  readonly reopenedOn: string | null;
  readonly endReason: string | null;
  readonly version: number;
}

/** What the schedule in force of a plan, alias `p`, sums to. */
const PLANNED: SqlFragment = sql`
      select s.amount from payment_plan_schedule s where s.tenant_id = p.tenant_id and s.plan_id = p.id
      order by s.schedule_no desc limit 1`;

/** What the items of a plan, alias `p`, have open. */
const OPEN: SqlFragment = sql`
      select sum(i.open_amount) from payment_plan_item pi
      join open_item i on i.tenant_id = pi.tenant_id and i.id = pi.item_id
      where pi.tenant_id = p.tenant_id and pi.plan_id = p.id`;

const COLUMNS: SqlFragment = sql.columns("PaymentPlan", {
  always: { id: sql`p.id`, customerId: sql`p.customer_id`, currency: sql`p.currency` },
  sorting: { proposedOn: sql`p.proposed_on` },
  others: {
    number: sql`p.number`,
    customer: customerOf(sql`p.tenant_id`, sql`p.customer_id`),
    status: sql`p.status`,
    amount: sql`(${PLANNED})::text`,
    outstanding: sql`(${OPEN})::text`,
    unscheduled: sql`greatest((${OPEN}) - (${PLANNED}), 0)::text`,
    itemIds: sql`(
      select json_agg(i.id order by i.due_date, i.id) from payment_plan_item pi
      join open_item i on i.tenant_id = pi.tenant_id and i.id = pi.item_id
      where pi.tenant_id = p.tenant_id and pi.plan_id = p.id)`,
    chargeKind: sql`p.charge_kind`,
    chargeAmount: sql`p.charge_amount::text`,
    chargeRatePercent: sql`trim_scale(p.charge_rate_percent)::text`,
    chargeId: sql`p.charge_id`,
    graceDays: sql`p.grace_days`,
    missesToDefault: sql`p.misses_to_default`,
    misses: sql`(
      select count(*)::integer from payment_plan_miss m where m.tenant_id = p.tenant_id and m.plan_id = p.id)`,
    contactName: sql`p.contact_name`,
    contactEmail: sql`p.contact_email`,
    signatory: sql`p.signatory`,
    signedOn: sql`p.signed_on`,
    agreement: sql`p.agreement`,
    activatedOn: sql`p.activated_on`,
    endedOn: sql`p.ended_on`,
    reopenedOn: sql`(
      select max(r.reopened_on) from payment_plan_reopening r where r.tenant_id = p.tenant_id and r.plan_id = p.id)`,
    endReason: sql`p.end_reason`,
    version: sql`p.version`,
  },
});

export function pageOfPlans(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  page: Page,
): Promise<PaymentPlanRow[]> {
  return columnRows<PaymentPlanRow>(
    db,
    sql`
    select ${COLUMNS} from payment_plan p where p.tenant_id = ${tenantId} and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`,
  );
}

/** All that the condition tells, in no particular order. */
export function plansWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<PaymentPlanRow[]> {
  return columnRows<PaymentPlanRow>(
    db,
    sql`select ${COLUMNS} from payment_plan p where p.tenant_id = ${tenantId} and ${where}`,
  );
}

export async function countPlans(db: Executor, tenantId: string, where: SqlFragment): Promise<number> {
  const [row] = await db.rows<{ count: string }>(
    sql`select count(*) as count from payment_plan p where p.tenant_id = ${tenantId} and ${where}`,
  );
  return Number(row?.count ?? 0);
}

/** A page of the plans of each customer. */
export function pagesOfCustomerPlans(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
  page: Page,
): Promise<PaymentPlanRow[][]> {
  const statement = sql`
    select ${COLUMNS} from payment_plan p
    where p.tenant_id = ${tenantId} and p.customer_id = parent.id and ${where} and ${page.where}
    order by ${page.orderBy} limit ${page.limit}`;
  return childRows<PaymentPlanRow>(db, customerIds, statement);
}

export function countCustomerPlans(
  db: Executor,
  tenantId: string,
  customerIds: readonly string[],
  where: SqlFragment,
): Promise<{ parentId: string; count: string }[]> {
  return db.rows(sql`
    select p.customer_id as "parentId", count(*) as count from payment_plan p
    where p.tenant_id = ${tenantId} and p.customer_id = any(${customerIds}) and ${where} group by p.customer_id`);
}

/** The active plan of each open item that is in one. */
export function activePlansOf(
  db: Executor,
  tenantId: string,
  itemIds: readonly string[],
): Promise<{ itemId: string; planId: string; number: string }[]> {
  return db.rows(sql`
    select pi.item_id as "itemId", pi.plan_id as "planId", p.number from payment_plan_item pi
    join payment_plan p on p.tenant_id = pi.tenant_id and p.id = pi.plan_id
    where pi.tenant_id = ${tenantId} and pi.item_id = any(${itemIds}) and pi.is_active`);
}

/**
 * Plans as they stand at a date: the schedule in force then, and what of it is settled. A plan that was cancelled is told
 * as it stood on that day; before a plan is active nothing of it is settled.
 */
export function planStates(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  asOf: BusinessDate,
): Promise<PlanState[]> {
  return jsonRows<PlanState>(
    db,
    sql`
    with plan as (
      select p.*, case when p.status = 'CANCELLED' then least(p.ended_on, ${asOf}::date) else ${asOf}::date end as told_for
      from payment_plan p where p.tenant_id = ${tenantId} and ${where})
    select p.id as "planId", s.schedule_no as "scheduleNo", p.currency, p.told_for as "asOf", p.grace_days as "graceDays",
           b.balance::text as outstanding,
           (case when p.activated_on <= p.told_for then greatest(s.amount - b.balance, 0) else 0 end)::text as settled,
           (select json_agg(json_build_object(
                     'instalmentNo', i.instalment_no, 'dueDate', i.due_date, 'amount', i.amount::text) order by i.instalment_no)
              from payment_plan_instalment i
             where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.schedule_no = s.schedule_no) as instalments
    from plan p
    cross join lateral (
      select s.schedule_no, s.amount from payment_plan_schedule s
      where s.tenant_id = p.tenant_id and s.plan_id = p.id and (s.schedule_no = 1 or s.starts_on <= p.told_for)
      order by s.schedule_no desc limit 1) s
    cross join lateral (
      select coalesce(sum(m.amount), 0) as balance from payment_plan_item pi
      join movement m on m.tenant_id = pi.tenant_id and m.item_id = pi.item_id and m.effective_date <= p.told_for
      where pi.tenant_id = p.tenant_id and pi.plan_id = p.id) b`,
  );
}

/** A version of a plan's schedule. */
export interface ScheduleRow {
  readonly planId: string;
  readonly scheduleNo: number;
  readonly startsOn: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string | null;
  readonly madeBy: string;
  readonly instalments: readonly PlannedInstalment[];
}

/** Every version, the first one first. */
export function schedulesOf(
  db: Executor,
  tenantId: string,
  planIds: readonly string[],
): Promise<ScheduleRow[]> {
  return jsonRows<ScheduleRow>(
    db,
    sql`
    select s.plan_id as "planId", s.schedule_no as "scheduleNo", s.starts_on as "startsOn", s.currency,
           s.amount::text as amount, s.reason, s.made_by as "madeBy",
           (select json_agg(json_build_object('instalmentNo', i.instalment_no, 'dueDate', i.due_date,
                      'amount', i.amount::text, 'currency', s.currency) order by i.instalment_no)
              from payment_plan_instalment i
             where i.tenant_id = s.tenant_id and i.plan_id = s.plan_id and i.schedule_no = s.schedule_no) as instalments
    from payment_plan_schedule s where s.tenant_id = ${tenantId} and s.plan_id = any(${planIds})
    order by s.plan_id, s.schedule_no`,
  );
}
