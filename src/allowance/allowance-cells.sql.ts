import { bucketStarts } from "../aging/index.js";
import { itemBalances, type ReportPoint } from "../ledger/index.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { MatrixRow } from "./provision-matrix.queries.js";
import type { Segmentation } from "./provision-matrix.rules.js";

/**
 * What is required on a day, by customer and bucket of days past due, as a query without parentheses (IFRS 9
 * §5.5.15 and B5.5.35: a provision matrix over trade receivables; ASC 326-20-55-37). Columns: customer_id, bucket,
 * segment, provision_id, loss_percent, item_count, exposure, required; amounts in functional currency, positive.
 *
 * Exposure is what customers owe on the day as it is booked, so that it ties to the control account: the buckets of an
 * aging with credits SEPARATE and currency basis BOOKED. Credits that are not applied do not take off from it: without
 * a right and the intention to settle net they are no part of the receivable (IAS 32 §42); once applied they are.
 *
 * Of each segment and bucket, exposure × loss rate is rounded half-up, and given to its customers in proportion to
 * what they owe by the largest remainder, so that cells sum to the matrix's figures and these to the whole. A customer
 * with a specific provision is left out of the matrix: what is provided, at most what the customer owes, is given to
 * the customer's buckets in the same way.
 */
export function allowanceCells(point: ReportPoint, matrix: MatrixRow): SqlFragment {
  const scale = sql`currency_scale(${point.tenant.functionalCurrency})`;
  const group = sql`partition by provision_id, group_segment, group_bucket`;
  return sql`
    with rated as (${ratedExposures(point, matrix)}),
    grouped as (
      select r.*, sum(exposure) over (${group}) as whole from rated r),
    totalled as (
      select g.*, power(10::numeric, ${scale})
                  * round(case when fixed is null then whole * (loss_percent * 0.01) else least(fixed, whole) end, ${scale}) as units
      from grouped g),
    divided as (
      select t.*, div(units * exposure, whole) as part, mod(units * exposure, whole) as rest from totalled t),
    placed as (
      select d.*, row_number() over (${group} order by rest desc, customer_id, bucket) as place,
             sum(part) over (${group}) as parts
      from divided d)
    select customer_id, bucket, segment, provision_id, loss_percent, item_count, exposure,
           round((part + case when place <= units - parts then 1 else 0 end) * power(10::numeric, -${scale}), ${scale}) as required
    from placed`;
}

/** What each customer owes in each bucket, with the rate or the amount that is provided for it, and what it is rounded with. */
function ratedExposures(point: ReportPoint, matrix: MatrixRow): SqlFragment {
  const { tenantId, asOf } = point;
  const owed = sql`i.original_amount > 0 and i.customer_id is not null`;
  const rateOf = (alias: SqlFragment, which: SqlFragment) => sql`
    provision_rate ${alias} on ${alias}.tenant_id = ${tenantId} and ${alias}.matrix_id = ${matrix.id}
      and ${alias}.bucket = e.bucket and ${which}`;
  return sql`
    select e.customer_id, e.bucket, own.segment, s.id as provision_id, s.amount as fixed,
           case when s.id is null then coalesce(own.loss_percent, others.loss_percent) else s.percent end as loss_percent,
           e.item_count, e.exposure,
           case when s.id is null then coalesce(own.segment_no, 0) end as group_segment,
           case when s.id is null then e.bucket end as group_bucket
    from (
      select b.customer_id, width_bucket(${asOf}::date - b.due_date, ${bucketStarts(matrix.scheme)}::int[]) as bucket,
             count(*)::int as item_count, sum(b.functional_balance) as exposure
      from (${itemBalances(point, owed)}) b group by 1, 2 having sum(b.functional_balance) > 0) e
    join customer c on c.tenant_id = ${tenantId} and c.id = e.customer_id
    left join (
      select distinct on (customer_id) id, customer_id, percent, amount from specific_provision
      where tenant_id = ${tenantId} and effective_from <= ${asOf}::date
      order by customer_id, effective_from desc, id desc) s
      on s.customer_id = e.customer_id and (s.percent is not null or s.amount is not null)
    left join ${rateOf(sql`own`, sql`own.segment = ${segmentOf(matrix.segmentBy)}`)}
    join ${rateOf(sql`others`, sql`others.segment_no = 0`)}`;
}

/** The segment of a customer of alias `c`; null for those that have none. */
export function segmentOf(segmentBy: Segmentation): SqlFragment {
  switch (segmentBy) {
    case "NONE":
      return sql`null::text`;
    case "REGION":
      return sql`c.region`;
    case "RISK_CLASS":
      return sql`c.risk_class`;
  }
}

/** The allowance in the general ledger at the end of a day, in functional currency: credits positive. A scalar query. */
export function allowanceBalance(tenantId: string, asOf: string): SqlFragment {
  return sql`
    select coalesce(-sum(l.functional_amount), 0) from journal_line l
    join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
    where l.tenant_id = ${tenantId} and e.effective_date <= ${asOf}::date
      and l.account_id = (select a.id from account a where a.tenant_id = ${tenantId} and a.role = 'ALLOWANCE')`;
}
