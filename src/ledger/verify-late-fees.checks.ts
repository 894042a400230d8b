import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What late fees and their waivers owe to the ledger. */
export function lateFeeChecks(tenantId: string): Check[] {
  return [wholeFees(tenantId), daysOnce(tenantId), waivers(tenantId)];
}

function wholeFees(tenantId: string): Check {
  return {
    check: "Every late fee is the sum of its lines and has its item, and days without a fee cost nothing",
    rows: countOf(sql`late_fee`, tenantId),
    broken: sql`
      select 'late fee ' || f.number as what, f.amount || ' ' || f.currency as expected,
             coalesce(i.original_amount || ' ' || i.currency, 'no item') || ', lines ' || coalesce(l.amount::text, 'none') as found
      from late_fee f
      left join open_item i on i.tenant_id = f.tenant_id and i.id = f.item_id and i.kind = 'LATE_FEE'
      left join lateral (
        select sum(n.amount) as amount from late_fee_line n
        where n.tenant_id = f.tenant_id and n.late_fee_id = f.id and n.customer_id = f.customer_id and n.currency = f.currency) l on true
      where f.tenant_id = ${tenantId}
        and (i.original_amount, i.currency, i.customer_id, l.amount) is distinct from (f.amount, f.currency, f.customer_id, f.amount)
      union all
      select 'late-fee run ' || run_id, '0', sum(amount)::text
      from late_fee_line where tenant_id = ${tenantId} and late_fee_id is null
      group by run_id, customer_id, currency having sum(amount) <> 0`,
  };
}

function daysOnce(tenantId: string): Check {
  return {
    check: "No day of an item bears a late fee twice",
    rows: sql`select count(*) as rows from late_fee_line where tenant_id = ${tenantId} and from_date is not null`,
    broken: sql`
      select 'open item ' || i.document_number || ' from ' || d.from_date as what, 'after ' || d.charged_to as expected,
             d.from_date::text as found
      from (
        select l.item_id, l.from_date, max(l.to_date) over (
                 partition by l.item_id order by l.from_date, l.to_date rows between unbounded preceding and 1 preceding) as charged_to
        from late_fee_line l where l.tenant_id = ${tenantId} and l.from_date is not null) d
      join open_item i on i.tenant_id = ${tenantId} and i.id = d.item_id
      where d.from_date <= d.charged_to`,
  };
}

function waivers(tenantId: string): Check {
  return {
    check: "Every late fee is waived by what its standing waivers move on its item",
    rows: countOf(sql`late_fee_waiver`, tenantId),
    broken: sql`
      select 'late fee ' || f.number as what, f.waived::text as expected,
             coalesce(w.amount, 0) || ', moved ' || coalesce(m.amount, 0) as found
      from late_fee f
      left join lateral (
        select sum(w.amount) as amount from late_fee_waiver w
        where w.tenant_id = f.tenant_id and w.late_fee_id = f.id and w.reversal_entry_id is null) w on true
      left join lateral (
        select -sum(m.amount) as amount
        from late_fee_waiver w
        cross join lateral (values (w.entry_id), (w.reversal_entry_id)) e(id)
        join movement m on m.tenant_id = w.tenant_id and m.entry_id = e.id and m.item_id = w.item_id
        where w.tenant_id = f.tenant_id and w.late_fee_id = f.id and w.item_id = f.item_id) m on true
      where f.tenant_id = ${tenantId} and (coalesce(w.amount, 0), coalesce(m.amount, 0)) <> (f.waived, f.waived)`,
  };
}
