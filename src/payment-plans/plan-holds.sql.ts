import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/**
 * The days on which open items were in a payment plan that was kept, as a query of (item_id, days), days a daterange: from
 * the day on which the plan became active until it ended. Of a plan that has an instalment missed on `asOf`, only until
 * that instalment's grace days were over.
 */
export function daysInKeptPlans(tenantId: string, asOf: BusinessDate): SqlFragment {
  return sql`
    select pi.item_id, daterange(p.activated_on,
             case when least(p.ended_on, k.until) < p.activated_on then p.activated_on else least(p.ended_on, k.until) end) as days
    from payment_plan p
    join payment_plan_item pi on pi.tenant_id = p.tenant_id and pi.plan_id = p.id
    cross join lateral (
      select min(i.due_date + p.grace_days + 1) as until
      from (${instalmentsOf(sql`p`, asOf)}) i
      where (p.ended_on is null or p.ended_on > ${asOf}::date) and i.planned > i.settled
        and i.due_date + p.grace_days < ${asOf}::date) k
    where p.tenant_id = ${tenantId} and p.activated_on <= ${asOf}::date`;
}

/** Of the plan's schedule in force at a date: each instalment's due date, what is planned up to it, and what is settled. */
function instalmentsOf(plan: SqlFragment, asOf: BusinessDate): SqlFragment {
  return sql`
    select i.due_date, sum(i.amount) over (order by i.instalment_no) as planned, s.amount - b.balance as settled
    from (
      select s.schedule_no, s.amount from payment_plan_schedule s
      where s.tenant_id = ${plan}.tenant_id and s.plan_id = ${plan}.id and (s.schedule_no = 1 or s.starts_on <= ${asOf}::date)
      order by s.schedule_no desc limit 1) s
    cross join lateral (
      select coalesce(sum(m.amount), 0) as balance from payment_plan_item o
      join movement m on m.tenant_id = o.tenant_id and m.item_id = o.item_id and m.effective_date <= ${asOf}::date
      where o.tenant_id = ${plan}.tenant_id and o.plan_id = ${plan}.id) b
    join payment_plan_instalment i
      on i.tenant_id = ${plan}.tenant_id and i.plan_id = ${plan}.id and i.schedule_no = s.schedule_no`;
}
