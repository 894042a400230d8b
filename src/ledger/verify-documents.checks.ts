import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What documents, numbers and the records of commands owe to the ledger and to each other. */
export function documentChecks(tenantId: string): Check[] {
  return [
    ...applicationChecks(tenantId),
    ...discountChecks(tenantId),
    ...invoiceChecks(tenantId),
    invoiceNumbers(tenantId),
    receiptItems(tenantId),
    ...recordChecks(tenantId),
    customerParents(tenantId),
  ];
}

function applicationChecks(tenantId: string): Check[] {
  return [
    {
      check: "Every application is what its entry moves on the credit and on the debit",
      rows: countOf(sql`application`, tenantId),
      broken: sql`
        select 'open item ' || item_id || ' in journal entry ' || entry_id as what, sum(applied)::text as expected,
               sum(moved)::text as found
        from (
          select entry_id, credit_item_id as item_id, amount as applied, 0 as moved from application where tenant_id = ${tenantId}
          union all
          select entry_id, debit_item_id, -amount, 0 from application where tenant_id = ${tenantId}
          union all
          select entry_id, item_id, 0, amount from movement where tenant_id = ${tenantId} and kind = 'APPLICATION') a
        group by entry_id, item_id having sum(applied) <> sum(moved)`,
    },
    {
      check:
        "Every application that is undone is so by the reversal of its entry, and no other entry is reversed under it",
      rows: countOf(sql`application_reversal`, tenantId),
      broken: sql`
        select 'application ' || a.id as what, coalesce(e.id::text, 'no reversal') as expected,
               coalesce(r.entry_id::text, 'no reversal') as found
        from application a
        left join application_reversal r on r.tenant_id = a.tenant_id and r.application_id = a.id
        left join journal_entry e on e.tenant_id = a.tenant_id and e.reverses_id = a.entry_id
        where a.tenant_id = ${tenantId} and (r.entry_id, r.effective_date) is distinct from (e.id, e.effective_date)`,
    },
  ];
}

function discountChecks(tenantId: string): Check[] {
  return [
    {
      check: "Every discount is what its application's entry lets go of the debit",
      rows: sql`select count(*) as rows from application where tenant_id = ${tenantId} and discount > 0`,
      broken: sql`
        select 'open item ' || item_id || ' in journal entry ' || entry_id as what, sum(discount)::text as expected,
               sum(moved)::text as found
        from (
          select entry_id, debit_item_id as item_id, -discount as discount, 0 as moved
          from application where tenant_id = ${tenantId} and discount > 0
          union all
          select entry_id, item_id, 0, amount from movement where tenant_id = ${tenantId} and kind = 'DISCOUNT') d
        group by entry_id, item_id having sum(discount) <> sum(moved)`,
    },
    {
      check:
        "No item is let go more for early payment than its terms say, and only for money that came in time or in matching's days of grace",
      rows: sql`select count(*) as rows from open_item where tenant_id = ${tenantId} and discount_percent is not null`,
      broken: sql`
        select 'open item ' || i.document_number as what,
               round(i.original_amount * coalesce(i.discount_percent, 0) / 100, currency_scale(i.currency))
                 || ' until ' || coalesce(i.discount_until::text, 'never') as expected,
               sum(a.discount) || ' until ' || max(r.received_on) as found
        from application a
        join open_item i on i.tenant_id = a.tenant_id and i.id = a.debit_item_id
        join open_item c on c.tenant_id = a.tenant_id and c.id = a.credit_item_id
        left join receipt r on r.tenant_id = a.tenant_id and r.id = c.receipt_id
        left join application_reversal u on u.tenant_id = a.tenant_id and u.application_id = a.id
        where a.tenant_id = ${tenantId} and a.discount > 0 and u.application_id is null
        group by i.id, i.document_number, i.original_amount, i.discount_percent, i.currency, i.discount_until
        having sum(a.discount) > round(i.original_amount * coalesce(i.discount_percent, 0) / 100, currency_scale(i.currency))
            or not coalesce(bool_and(r.received_on <= i.discount_until or exists (
              select from match_application m where m.tenant_id = a.tenant_id and m.application_id = a.id)), false)`,
    },
  ];
}

function invoiceChecks(tenantId: string): Check[] {
  const issued = sql`select count(*) as rows from invoice where tenant_id = ${tenantId} and status <> 'DRAFT'`;
  return [
    {
      check: "Every issued invoice is the sum of its lines, net and tax",
      rows: issued,
      broken: sql`
        select 'invoice ' || i.number as what, coalesce(sum(l.net), 0) || ' + ' || coalesce(sum(l.tax), 0) as expected,
               i.net_total || ' + ' || i.tax_total as found
        from invoice i left join invoice_line l on l.tenant_id = i.tenant_id and l.invoice_id = i.id
        where i.tenant_id = ${tenantId} and i.status <> 'DRAFT'
        group by i.id, i.number, i.net_total, i.tax_total
        having coalesce(sum(l.net), 0) <> i.net_total or coalesce(sum(l.tax), 0) <> i.tax_total`,
    },
    {
      check: "Every issued invoice is the sum of its instalments, of the same customer and currency",
      rows: issued,
      broken: sql`
        select 'invoice ' || v.number as what, v.total || ' ' || v.currency as expected,
               concat_ws(' ', coalesce(sum(i.original_amount), 0), string_agg(distinct i.currency, ', ')) as found
        from invoice v
        left join open_item i on i.tenant_id = v.tenant_id and i.invoice_id = v.id and i.kind = 'INVOICE'
        where v.tenant_id = ${tenantId} and v.status <> 'DRAFT'
        group by v.id, v.number, v.total, v.currency
        having coalesce(sum(i.original_amount), 0) <> v.total
            or bool_or(i.currency <> v.currency or i.customer_id <> v.customer_id)`,
    },
    {
      check: "Every void invoice is reversed, and every reversed invoice is void",
      rows: issued,
      broken: sql`
        select 'invoice ' || v.number as what, coalesce(r.id || ' on ' || r.effective_date, 'not void') as expected,
               coalesce(v.void_entry_id || ' on ' || v.voided_on, 'not void') as found
        from invoice v left join journal_entry r on r.tenant_id = v.tenant_id and r.reverses_id = v.issue_entry_id
        where v.tenant_id = ${tenantId} and v.status <> 'DRAFT'
          and (v.void_entry_id, v.voided_on) is distinct from (r.id, r.effective_date)`,
    },
  ];
}

function invoiceNumbers(tenantId: string): Check {
  return {
    check: "The tenant's own invoice numbers have no gap",
    rows: sql`select count(*) as rows from invoice where tenant_id = ${tenantId} and sequence_no is not null`,
    // An imported invoice may have had a number of the sequence before the sequence came to it.
    broken: sql`
      with numbered as (
        select sequence_no as n, id from invoice where tenant_id = ${tenantId} and sequence_no is not null
        union all
        select substr(i.number, length(s.prefix) + 1)::bigint, i.id from invoice i
        join number_sequence s on s.tenant_id = i.tenant_id and s.kind = 'INVOICE'
        where i.tenant_id = ${tenantId} and i.sequence_no is null and left(i.number, length(s.prefix)) = s.prefix
          and substr(i.number, length(s.prefix) + 1) ~ '^(0\\d{5}|[1-9]\\d{5,14})$')
      select 'invoice sequence number ' || n as what, 'one invoice' as expected, count(i.id) || ' invoices' as found
      from generate_series(1, greatest(
             (select next_value - 1 from number_sequence where tenant_id = ${tenantId} and kind = 'INVOICE'),
             (select max(sequence_no) from invoice where tenant_id = ${tenantId}))) n
      left join numbered i using (n)
      group by n
      having count(i.id) <> 1
          or n >= (select next_value from number_sequence where tenant_id = ${tenantId} and kind = 'INVOICE')`,
  };
}

function receiptItems(tenantId: string): Check {
  return {
    check: "Every receipt has its item, a credit of its amount",
    rows: countOf(sql`receipt`, tenantId),
    broken: sql`
      select 'receipt ' || r.number as what, -r.amount || ' ' || r.currency as expected,
             coalesce(string_agg(i.original_amount || ' ' || i.currency, ', '), 'no item') as found
      from receipt r
      left join open_item i on i.tenant_id = r.tenant_id and i.receipt_id = r.id
      where r.tenant_id = ${tenantId}
      group by r.id, r.number, r.amount, r.currency
      having not coalesce(bool_or(i.original_amount = -r.amount), false)
          or bool_or(i.currency <> r.currency or i.original_amount < -r.amount)`,
  };
}

function recordChecks(tenantId: string): Check[] {
  return [
    {
      check:
        "The events that clients see stand at every position, once, from the first that is kept to the last",
      rows: sql`select count(*) as rows from outbox_event where tenant_id = ${tenantId} and position is not null`,
      broken: sql`
        select 'event position ' || n as what, 'one event' as expected, 'none' as found
        from event_stream s cross join generate_series(s.first_position, s.last_position) n
        where s.tenant_id = ${tenantId}
          and not exists (select from outbox_event o where o.tenant_id = ${tenantId} and o.position = n)
        union all
        select 'event ' || o.seq, 'from ' || coalesce(s.first_position, 1) || ' to ' || coalesce(s.last_position, 0),
               o.position::text
        from outbox_event o left join event_stream s on s.tenant_id = o.tenant_id
        where o.tenant_id = ${tenantId} and o.position is not null
          and (s.tenant_id is null or o.position not between s.first_position and s.last_position)`,
    },
    {
      check: "Every idempotency key keeps the result of its command",
      rows: countOf(sql`idempotency_key`, tenantId),
      broken: sql`
        select 'idempotency key ' || key as what, 'a result' as expected, 'none' as found
        from idempotency_key where tenant_id = ${tenantId} and result is null`,
    },
  ];
}

function customerParents(tenantId: string): Check {
  return {
    check: "No customer is above itself",
    rows: sql`select count(*) as rows from customer where tenant_id = ${tenantId} and parent_id is not null`,
    broken: sql`
      with recursive above as (
        select id, number, parent_id from customer where tenant_id = ${tenantId} and parent_id is not null
        union
        select a.id, a.number, c.parent_id
        from above a join customer c on c.tenant_id = ${tenantId} and c.id = a.parent_id
        where c.parent_id is not null)
      select 'customer ' || number as what, 'parents without it' as expected, 'its own parent''s parent' as found
      from above where parent_id = id`,
  };
}
