import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What disputes owe to the invoices that they are on. They post nothing. */
export function disputeChecks(tenantId: string): Check[] {
  return [wholeDisputes(tenantId), settlements(tenantId)];
}

function wholeDisputes(tenantId: string): Check {
  return {
    check: "Every dispute is what it claims of its invoice's items, and stands where its history says",
    rows: countOf(sql`dispute`, tenantId),
    broken: sql`
      select 'dispute ' || d.number as what, d.amount || ' ' || d.currency || ', ' || d.status as expected,
             coalesce(c.amount || ' of its items' || case when c.is_foreign then ', not all its invoice''s' else '' end, 'no items')
               || ', ' || coalesce(h.status || case when h.made_on < d.opened_on then ' before it was opened' else '' end, 'no history')
               as found
      from dispute d
      left join lateral (
        select sum(o.amount) as amount, bool_or((i.invoice_id, i.currency) is distinct from (d.invoice_id, d.currency)) as is_foreign
        from dispute_item o join open_item i on i.tenant_id = o.tenant_id and i.id = o.item_id
        where o.tenant_id = d.tenant_id and o.dispute_id = d.id) c on true
      left join lateral (
        select s.status, s.made_on from dispute_step s
        where s.tenant_id = d.tenant_id and s.dispute_id = d.id order by s.step_no desc limit 1) h on true
      where d.tenant_id = ${tenantId}
        and ((c.amount, c.is_foreign, h.status) is distinct from (d.amount, false, d.status) or h.made_on < d.opened_on)`,
  };
}

function settlements(tenantId: string): Check {
  return {
    check: "Every accepted dispute is settled by what was accepted, and no document settles more than it is",
    rows: countOf(sql`dispute_settlement`, tenantId),
    broken: sql`
      select 'dispute ' || d.number as what, d.accepted_amount || ' accepted' as expected, s.amount || ' settled' as found
      from dispute d
      cross join lateral (
        select coalesce(sum(s.amount), 0) as amount from dispute_settlement s
        where s.tenant_id = d.tenant_id and s.dispute_id = d.id) s
      where d.tenant_id = ${tenantId} and s.amount <> coalesce(d.accepted_amount, 0)
      union all
      select 'document ' || coalesce(m.number, w.number, c.number), coalesce(m.total, w.amount, c.amount)::text, sum(s.amount)::text
      from dispute_settlement s
      left join credit_memo m on m.tenant_id = s.tenant_id and m.id = s.credit_memo_id
      left join write_off w on w.tenant_id = s.tenant_id and w.id = s.write_off_id
      left join charge c on c.tenant_id = s.tenant_id and c.id = s.charge_id
      where s.tenant_id = ${tenantId}
      group by m.id, m.number, m.total, w.id, w.number, w.amount, c.id, c.number, c.amount
      having sum(s.amount) > coalesce(m.total, w.amount, c.amount)`,
  };
}
