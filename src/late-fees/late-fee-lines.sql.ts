import { disputedDays } from "../disputes/index.js";
import { daysInKeptPlans } from "../payment-plans/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** Runs that the clock starts. */
export type ClockSchedule = "DAILY" | "MONTHLY";

/** What is looked at for late fees. */
export interface LateFeeScope {
  readonly tenantId: string;
  /** The last day that is charged. */
  readonly asOf: BusinessDate;
  /** Only policies that say so; all when null. */
  readonly schedule: ClockSchedule | null;
  /** Narrows by the open item's columns, as alias `i`. */
  readonly items: SqlFragment;
}

/**
 * Every line that a run would write, as a query. Columns: customer_id, currency, policy_id, kind, item_id, after_date,
 * from_date, to_date, days, principal, annual_rate, day_count, amount, and fee, what the customer is charged in the currency
 * in all (zero when the month's minimum or maximum leaves nothing).
 *
 * A day bears interest on what was open when it began, so that money counts from the day after it came. What is due on a
 * day is late from the next one. Rounding is carried on per item: all its interest is at any time the rounded sum of its
 * days, however many runs have charged it.
 */
export function lateFeeLines(scope: LateFeeScope): SqlFragment {
  return sql`
    with ${lateItems(scope)}, ${chargeableDays(scope)}, ${chargedLines}, ${fees(scope)}
    select l.*, f.fee from line l join fee f on f.customer_id = l.customer_id and f.currency = l.currency
    union all
    select f.customer_id, f.currency, f.policy_id,
           case when f.fee < f.own and f.accrued + f.own > f.maximum_fee then 'MAXIMUM' else 'MINIMUM' end,
           null, null, null, null, null, null, null, null, f.fee - f.own, f.fee
    from fee f where f.fee <> f.own`;
}

/** The policies by the days on which they hold, and the items that are late under the one of the day. */
function lateItems({ tenantId, asOf, schedule, items }: LateFeeScope): SqlFragment {
  return sql`
    version as (
      select p.*, min(p.effective_from) over (partition by p.currency) as since,
             daterange(p.effective_from, lead(p.effective_from) over (
               partition by p.currency order by p.effective_from, p.version_no)) as held
      from late_fee_policy p where p.tenant_id = ${tenantId}
    ), in_force as (
      select v.* from version v
      where v.held @> ${asOf}::date and (v.annual_rate is not null or v.flat_fee is not null)
        and (${schedule}::text is null or v.schedule = ${schedule}::text)
    ), late as materialized (
      select i.id, i.customer_id, i.currency, p.id as policy_id, i.due_date + p.grace_days as grace_end,
             greatest(i.due_date + 1 + case when p.grace_days_free then p.grace_days else 0 end, t.through + 1) as first_day,
             t.through, coalesce(t.units, 0) as units, coalesce(t.is_flat, false) as is_flat
      from open_item i
      join in_force p on p.currency = i.currency
      left join lateral (
        select max(l.to_date) as through, bool_or(l.kind = 'FLAT') as is_flat,
               sum(late_fee_units(l.principal, l.annual_rate, l.days, l.day_count)) filter (where l.kind = 'INTEREST') as units
        from late_fee_line l where l.tenant_id = i.tenant_id and l.item_id = i.id) t on true
      where i.tenant_id = ${tenantId} and i.original_amount > 0 and i.customer_id is not null
        and i.due_date + p.grace_days < ${asOf}::date and (p.compounding or i.kind <> 'LATE_FEE')
        and (i.open_amount <> 0 or i.last_moved_on > greatest(i.due_date + p.grace_days, t.through, p.since - 1))
        and (t.through is null or t.through < ${asOf}::date) and (${items})
    )`;
}

/**
 * The days that may be charged of each item, by the policy and what was open and not disputed, without days in a kept
 * payment plan and of exempt customers. In its grace days only that is late of an item which was still open after them.
 */
function chargeableDays({ tenantId, asOf }: LateFeeScope): SqlFragment {
  return sql`
    open_step as (
      select l.id, daterange(m.effective_date + 1, lead(m.effective_date + 1) over of_item) as days,
             sum(sum(m.amount)) over of_item as balance
      from late l join movement m on m.tenant_id = ${tenantId} and m.item_id = l.id and m.effective_date < ${asOf}::date
      group by l.id, m.effective_date
      window of_item as (partition by l.id order by m.effective_date)
    ), disputed as materialized (
      select d.item_id, d.days, d.amount from (${disputedDays(tenantId, asOf)}) d where d.amount > 0
    ), undisputed as materialized (
      select s.id, datemultirange(s.days) - d.days as days, s.balance
      from open_step s join (select d.item_id, range_agg(d.days) as days from disputed d group by d.item_id) d on d.item_id = s.id
    ), step as (
      select s.id, s.days, s.balance from open_step s where s.id not in (select d.item_id from disputed d)
      union all
      select u.id, unnest(u.days), u.balance from undisputed u
      union all
      select s.id, s.days * d.days, s.balance - d.amount
      from open_step s join disputed d on d.item_id = s.id and d.days && s.days
    ), exempt as (
      select e.customer_id, e.is_exempt, daterange(e.effective_from, lead(e.effective_from) over (
               partition by e.customer_id order by e.effective_from, e.version_no)) as days
      from late_fee_exemption e where e.tenant_id = ${tenantId}
    ), free as (
      select f.item_id, range_agg(f.days) as days from (
        ${daysInKeptPlans(tenantId, asOf)}
        union all
        select l.id, e.days from late l join exempt e on e.customer_id = l.customer_id and e.is_exempt) f
      group by f.item_id
    ), part as (
      select l.id, daterange(least(l.first_day, l.grace_end + 1), l.grace_end + 1) as days, s.balance as at_most, true as in_grace
      from late l join open_step s on s.id = l.id and s.days @> (l.grace_end + 1)
      union all
      select l.id, daterange(least(greatest(l.first_day, l.grace_end + 1), ${asOf}::date + 1), ${asOf}::date + 1), null, false
      from late l
    ), chargeable as materialized (
      select l.id, l.customer_id, l.currency, v.id as policy_id, v.annual_rate, v.day_count, v.flat_fee, p.in_grace,
             least(s.balance, p.at_most) as principal,
             datemultirange(s.days * p.days * v.held) - coalesce(f.days, '{}'::datemultirange) as days
      from late l
      join step s on s.id = l.id
      join part p on p.id = l.id and p.days && s.days
      join version v on v.currency = l.currency and v.held && p.days
      left join free f on f.item_id = l.id
      where least(s.balance, p.at_most) > 0
    )`;
}

/** Interest by spans of days with the same policy and principal, and the flat fee of each item that has become late. */
const chargedLines: SqlFragment = sql`
    span as (
      select c.id, c.customer_id, c.currency, c.policy_id, c.annual_rate, c.day_count, c.principal, unnest(range_agg(c.days)) as days
      from chargeable c where c.annual_rate is not null
      group by c.id, c.customer_id, c.currency, c.policy_id, c.annual_rate, c.day_count, c.principal
    ), counted as (
      select s.*, lower(s.days) as from_date, upper(s.days) - 1 as to_date,
             late_fee_days(s.day_count, lower(s.days), upper(s.days) - 1) as day_sum
      from span s
    ), accrued as (
      select c.*, coalesce(lag(c.to_date) over of_item, l.through) as after_date,
             l.units + coalesce(sum(late_fee_units(c.principal, c.annual_rate, c.day_sum, c.day_count)) over before_it, 0) as units_before,
             late_fee_units(c.principal, c.annual_rate, c.day_sum, c.day_count) as units
      from counted c join late l on l.id = c.id
      window of_item as (partition by c.id order by c.from_date),
             before_it as (partition by c.id order by c.from_date rows between unbounded preceding and 1 preceding)
    ), line as materialized (
      select a.customer_id, a.currency, a.policy_id, 'INTEREST' as kind, a.id as item_id, a.after_date, a.from_date, a.to_date,
             a.day_sum as days, a.principal, a.annual_rate, a.day_count,
             round((a.units_before + a.units) / 13140000, currency_scale(a.currency))
               - round(a.units_before / 13140000, currency_scale(a.currency)) as amount
      from accrued a
      union all
      (select distinct on (c.id) c.customer_id, c.currency, c.policy_id, 'FLAT', c.id, null, null, null, null, c.principal, null, null,
              c.flat_fee
       from chargeable c join late l on l.id = c.id and not l.is_flat
       where c.flat_fee is not null and not c.in_grace and not isempty(c.days)
       order by c.id, lower(c.days))
    )`;

/**
 * What each customer is charged: as much as brings the month's fees to what the month's days accrued, but not below the
 * minimum of the day's policy nor above its maximum, and never less than nothing.
 */
function fees({ tenantId, asOf }: LateFeeScope): SqlFragment {
  return sql`
    own as (
      select i.customer_id, i.currency, sum(i.own) as own, sum(i.principal) as late
      from (select l.customer_id, l.currency, l.item_id, sum(l.amount) as own, max(l.principal) as principal
            from line l group by l.customer_id, l.currency, l.item_id) i
      group by i.customer_id, i.currency
    ), fee as materialized (
      select o.customer_id, o.currency, p.id as policy_id, o.own, m.accrued, p.maximum_fee,
             greatest(case when m.accrued + o.own = 0 then 0
                           else least(greatest(m.accrued + o.own, p.minimum_fee), p.maximum_fee) end - m.charged, 0) as fee
      from own o
      join in_force p on p.currency = o.currency
      cross join lateral (
        select coalesce(sum(l.amount) filter (where l.kind in ('INTEREST', 'FLAT')), 0) as accrued, coalesce(sum(l.amount), 0) as charged
        from late_fee_line l
        where l.tenant_id = ${tenantId} and l.customer_id = o.customer_id and l.currency = o.currency
          and l.charged_on >= date_trunc('month', ${asOf}::date)::date
          and l.charged_on < (date_trunc('month', ${asOf}::date) + interval '1 month')::date) m
      where o.late >= coalesce(p.minimum_balance, 0)
    )`;
}
