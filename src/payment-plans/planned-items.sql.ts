import type { LedgerPoint, ReportPoint } from "../ledger/index.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/**
 * The items that are in an active payment plan at a point, as a query without parentheses. Columns: item_id, plan_id,
 * and of the schedule in force schedule_no and planned, what its instalments sum to. A plan is active from the day on
 * which it was activated to the day before it ended, and again on all of its days once it is known to be reopened; an item
 * is in one at most.
 */
export function plannedItems({ tenantId, asOf, knownAt }: LedgerPoint): SqlFragment {
  const isKnown = (at: SqlFragment) =>
    knownAt === null ? sql`true` : sql`coalesce(${at} <= ${knownAt}::timestamptz, true)`;
  return sql`
    select pi.item_id, p.id as plan_id, s.schedule_no, s.amount as planned
    from payment_plan p
    join payment_plan_item pi on pi.tenant_id = p.tenant_id and pi.plan_id = p.id
    cross join lateral (
      select s.schedule_no, s.amount from payment_plan_schedule s
      where s.tenant_id = p.tenant_id and s.plan_id = p.id
        and (s.schedule_no = 1 or (s.starts_on <= ${asOf}::date and ${isKnown(sql`s.created_at`)}))
      order by s.schedule_no desc limit 1) s
    where p.tenant_id = ${tenantId} and p.activated_on <= ${asOf}::date and ${isKnown(sql`p.activated_at`)}
      and not coalesce(p.ended_on <= ${asOf}::date and ${isKnown(sql`p.ended_at`)}, false)
      and not exists (
        select from payment_plan_reopening r
        where r.tenant_id = p.tenant_id and r.plan_id = p.id and r.completed_on <= ${asOf}::date
          and ${isKnown(sql`r.completed_at`)} and not ${isKnown(sql`r.reopened_at`)})`;
}

/**
 * Open items' balances (`itemBalances` or `revaluedBalances`) with those on an active plan cut where its instalments end,
 * each part under the instalment's due date. What is settled of a plan settled its oldest instalments through its oldest
 * items, so what is open of its items, the oldest first, is what is left of its instalments, counted from the last. What
 * is open beyond the schedule keeps the item's own due date. Functional amounts are cut in proportion; the parts sum to
 * the item in both currencies. An item with nothing open stays whole: on a day between payments that were dated back it may
 * have a rounding difference in functional currency. `is_first` marks one part of each item; `id` is unique for each part.
 */
export function byPlanInstalment(balances: SqlFragment, point: ReportPoint): SqlFragment {
  const scale = sql`currency_scale(${point.tenant.functionalCurrency})`;
  const functionalTo = (end: SqlFragment) => sql`round(functional_balance * (${end}) / balance, ${scale})`;
  const columns = sql`customer_id, currency, document_date, original_amount, invoice_id`;
  return sql`
    with balance as materialized (${balances}),
    planned as materialized (${plannedItems(point)}),
    placed as (
      select b.*, o.plan_id, o.schedule_no,
             o.planned - sum(b.balance) over (partition by o.plan_id)
               + sum(b.balance) over (partition by o.plan_id order by b.due_date, b.id) - b.balance as begins
      from balance b join planned o on o.item_id = b.id where b.balance <> 0),
    instalment as (
      select i.plan_id, i.instalment_no, i.due_date as plan_due_date, sum(i.amount) over earlier - i.amount as begins,
             sum(i.amount) over earlier as ends
      from payment_plan_instalment i join (select distinct plan_id, schedule_no from placed) s using (plan_id, schedule_no)
      where i.tenant_id = ${point.tenantId} window earlier as (partition by i.plan_id order by i.instalment_no)),
    part as (
      select p.*, i.instalment_no, i.plan_due_date, greatest(i.begins - p.begins, 0) as cut_from,
             least(i.ends - p.begins, p.balance) as cut_to
      from placed p join instalment i on i.plan_id = p.plan_id and i.begins < p.begins + p.balance and i.ends > p.begins
      union all
      select p.*, -1, p.due_date, 0, least(-p.begins, p.balance) from placed p where p.begins < 0)
    select id::text as id, ${columns}, due_date, balance, functional_balance, true as is_first
    from balance b where b.balance = 0 or not exists (select from planned o where o.item_id = b.id)
    union all
    select id || ' ' || instalment_no, ${columns}, plan_due_date, cut_to - cut_from,
           ${functionalTo(sql`cut_to`)} - ${functionalTo(sql`cut_from`)}, cut_from = 0
    from part`;
}
