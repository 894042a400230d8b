import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/**
 * The days on which open items were in a payment plan that was kept, as a query of (item_id, days), days a daterange: from
 * the day on which the plan became active until it ended. Of a plan that has an instalment missed on `asOf`, or had one
 * when it ended, only until that instalment's grace days were over.
 */
export function daysInKeptPlans(tenantId: string, asOf: BusinessDate): SqlFragment {
  return sql`
    select pi.item_id, daterange(p.activated_on,
             case when least(p.ended_on, k.until) < p.activated_on then p.activated_on else least(p.ended_on, k.until) end) as days
    from (
      select p.*, least(p.ended_on, ${asOf}::date) as told_for from payment_plan p
      where p.tenant_id = ${tenantId} and p.activated_on <= ${asOf}::date) p
    join payment_plan_item pi on pi.tenant_id = p.tenant_id and pi.plan_id = p.id
    cross join lateral (
      select min(i.due_date + p.grace_days + 1) as until from (${INSTALMENTS}) i
      where i.planned > i.settled and i.due_date + p.grace_days < p.told_for) k`;
}

/**
 * Of the schedule in force of a plan, alias `p`, on the day for which it is told: each instalment's due date, what is
 * planned up to it, and what is settled in all.
 */
const INSTALMENTS: SqlFragment = sql`
      select i.due_date, sum(i.amount) over (order by i.instalment_no) as planned, s.amount - b.balance as settled
      from (
        select s.schedule_no, s.amount from payment_plan_schedule s
        where s.tenant_id = p.tenant_id and s.plan_id = p.id and (s.schedule_no = 1 or s.starts_on <= p.told_for)
        order by s.schedule_no desc limit 1) s
      cross join lateral (
        select coalesce(sum(m.amount), 0) as balance from payment_plan_item o
        join movement m on m.tenant_id = o.tenant_id and m.item_id = o.item_id and m.effective_date <= p.told_for
        where o.tenant_id = p.tenant_id and o.plan_id = p.id) b
      join payment_plan_instalment i on i.tenant_id = p.tenant_id and i.plan_id = p.id and i.schedule_no = s.schedule_no`;
