import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What credit memos, write-offs and approvals owe to the ledger. */
export function adjustmentChecks(tenantId: string): Check[] {
  return [...creditMemoChecks(tenantId), writeOffs(tenantId), approvals(tenantId)];
}

function creditMemoChecks(tenantId: string): Check[] {
  return [
    {
      check: "Every credit memo is the sum of its lines and has its item, a credit of its total",
      rows: countOf(sql`credit_memo`, tenantId),
      broken: sql`
        select 'credit memo ' || m.number as what, -m.total || ' ' || m.currency as expected,
               coalesce(i.original_amount || ' ' || i.currency, 'no item') || ', lines ' || coalesce(l.gross::text, 'none') as found
        from credit_memo m
        left join open_item i on i.tenant_id = m.tenant_id and i.credit_memo_id = m.id
        left join lateral (
          select sum(c.gross) as gross from credit_memo_line c
          where c.tenant_id = m.tenant_id and c.credit_memo_id = m.id) l on true
        where m.tenant_id = ${tenantId}
          and ((i.original_amount, i.currency, i.customer_id) is distinct from (-m.total, m.currency, m.customer_id)
               or (m.invoice_id is not null and l.gross is distinct from m.total))`,
    },
    {
      check: "No line of an invoice is credited beyond what it is",
      rows: countOf(sql`credit_memo_line`, tenantId),
      broken: sql`
        select 'line ' || l.line_no || ' of invoice ' || v.number as what, l.net || ' + ' || l.tax as expected,
               sum(c.net) || ' + ' || sum(c.tax) as found
        from credit_memo_line c
        join credit_memo m on m.tenant_id = c.tenant_id and m.id = c.credit_memo_id and m.void_entry_id is null
        join invoice_line l on l.tenant_id = c.tenant_id and l.id = c.invoice_line_id
        join invoice v on v.tenant_id = l.tenant_id and v.id = l.invoice_id
        where c.tenant_id = ${tenantId}
        group by l.id, l.line_no, l.net, l.tax, v.number having sum(c.net) > l.net or sum(c.tax) > l.tax`,
    },
  ];
}

/** A debit is taken down by a write-off, a small credit up: either way towards zero. */
function writeOffs(tenantId: string): Check {
  return {
    check: "Every write-off is what its entries move on its item: taken off, recovered, or given back",
    rows: countOf(sql`write_off`, tenantId),
    broken: sql`
      select 'write-off ' || what as what, expected::text as expected, found::text as found
      from (
        select w.number as what, case when w.reversal_entry_id is null then w.recovered - w.amount else 0 end as expected,
               coalesce(sum(m.amount), 0) * sign(i.original_amount) as found
        from write_off w
        join open_item i on i.tenant_id = w.tenant_id and i.id = w.item_id
        left join lateral (
          select w.entry_id as id union select w.reversal_entry_id
          union select e.id from journal_entry e
          left join journal_entry u on u.tenant_id = e.tenant_id and u.id = e.reverses_id
          where e.tenant_id = w.tenant_id and e.document_id = w.id and 'RECOVERY' in (e.kind, u.kind)) e on true
        left join movement m on m.tenant_id = w.tenant_id and m.entry_id = e.id and m.item_id = w.item_id
        where w.tenant_id = ${tenantId}
        group by w.id, w.number, w.amount, w.recovered, w.reversal_entry_id, i.original_amount) d
      where expected <> found`,
  };
}

function approvals(tenantId: string): Check {
  return {
    check: "Everything that was approved was carried out, and by somebody other than whoever asked for it",
    rows: countOf(sql`approval_request`, tenantId),
    broken: sql`
      select 'approval ' || id as what, 'decided by another, with a result' as expected,
             coalesce(decided_person, 'nobody') || case when result is null then ', without a result' else '' end as found
      from approval_request
      where tenant_id = ${tenantId} and status = 'APPROVED' and (result is null or decided_person is not distinct from maker_person)`,
  };
}
