import { type SqlFragment, sql } from "../platform/database/sql.js";

/** One invariant: how many things it is about, and those that break it, as rows (what, expected, found). */
export interface Check {
  /** In words. */
  readonly check: string;
  /** `select count(*) as rows …` */
  readonly rows: SqlFragment;
  /** `select … as what, … as expected, … as found …`; no row when the invariant holds. */
  readonly broken: SqlFragment;
}

/** The ledger's own invariants, each told from its rows alone: what the database's triggers say is not believed. */
export function ledgerChecks(tenantId: string): Check[] {
  return [
    ...entryChecks(tenantId),
    ...movementChecks(tenantId),
    ...balanceChecks(tenantId),
    reversalLines(tenantId),
    reversalMovements(tenantId),
  ];
}

function entryChecks(tenantId: string): Check[] {
  const entries = countOf(sql`journal_entry`, tenantId);
  return [
    {
      check: "Every journal entry has lines, and balances in functional currency",
      rows: entries,
      broken: sql`
        select 'journal entry ' || e.id as what, '0' as expected,
               coalesce(sum(l.functional_amount)::text, 'no lines') as found
        from journal_entry e left join journal_line l on l.tenant_id = e.tenant_id and l.entry_id = e.id
        where e.tenant_id = ${tenantId}
        group by e.id having sum(l.functional_amount) is distinct from 0`,
    },
    {
      check: "Every journal entry balances in each document currency",
      rows: entries,
      broken: sql`
        select 'journal entry ' || l.entry_id || ' in ' || l.currency as what, '0' as expected, sum(l.amount)::text as found
        from journal_line l where l.tenant_id = ${tenantId}
        group by l.entry_id, l.currency having sum(l.amount) <> 0`,
    },
    {
      check: "Every journal entry posts on each control account what it moves on that account's items",
      rows: entries,
      broken: sql`
        select 'journal entry ' || entry_id || ' on account ' || account_id || ' in ' || currency as what,
               sum(moved) || ' (functional ' || sum(functional_moved) || ')' as expected,
               sum(posted) || ' (functional ' || sum(functional_posted) || ')' as found
        from (
          select m.entry_id, m.account_id, m.currency, m.amount as moved, m.functional_amount as functional_moved,
                 0 as posted, 0 as functional_posted
          from movement m where m.tenant_id = ${tenantId}
          union all
          select l.entry_id, l.account_id, l.currency, 0, 0, l.amount, l.functional_amount
          from journal_line l join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
          where l.tenant_id = ${tenantId} and a.is_control) both_sides
        group by entry_id, account_id, currency
        having sum(moved) <> sum(posted) or sum(functional_moved) <> sum(functional_posted)`,
    },
  ];
}

function movementChecks(tenantId: string): Check[] {
  return [
    {
      check: "Every movement has its entry's dates and its item's customer, account and currency",
      rows: countOf(sql`movement`, tenantId),
      broken: sql`
        select 'movement ' || m.id as what,
               concat_ws(' ', e.effective_date, e.recorded_at, i.customer_id, i.account_id, i.currency) as expected,
               concat_ws(' ', m.effective_date, m.recorded_at, m.customer_id, m.account_id, m.currency) as found
        from movement m
        left join journal_entry e on e.tenant_id = m.tenant_id and e.id = m.entry_id
        left join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id
        where m.tenant_id = ${tenantId}
          and (m.effective_date, m.recorded_at, m.customer_id, m.account_id, m.currency)
              is distinct from (e.effective_date, e.recorded_at, i.customer_id, i.account_id, i.currency)`,
    },
    {
      check: "Every item's open amount is the sum of its movements, in both currencies",
      rows: countOf(sql`open_item`, tenantId),
      broken: sql`
        select 'open item ' || i.id as what,
               coalesce(sum(m.amount), 0) || ' (functional ' || coalesce(sum(m.functional_amount), 0) || ')' as expected,
               i.open_amount || ' (functional ' || i.functional_open || ')' as found
        from open_item i left join movement m on m.tenant_id = i.tenant_id and m.item_id = i.id
        where i.tenant_id = ${tenantId}
        group by i.id, i.open_amount, i.functional_open
        having coalesce(sum(m.amount), 0) <> i.open_amount
            or coalesce(sum(m.functional_amount), 0) <> i.functional_open`,
    },
  ];
}

function balanceChecks(tenantId: string): Check[] {
  return [
    {
      check: "On every date, every item's balance has its sign and is at most the original amount",
      rows: sql`select count(*) as rows from (
        select distinct item_id, effective_date from movement where tenant_id = ${tenantId}) d`,
      broken: sql`
        select 'open item ' || i.id || ' on ' || b.effective_date as what, 'from 0 to ' || i.original_amount as expected,
               b.balance::text as found
        from (select m.item_id, m.effective_date,
                     sum(sum(m.amount)) over (partition by m.item_id order by m.effective_date) as balance
              from movement m where m.tenant_id = ${tenantId} group by m.item_id, m.effective_date) b
        join open_item i on i.tenant_id = ${tenantId} and i.id = b.item_id
        where b.balance * sign(i.original_amount) not between 0 and abs(i.original_amount)`,
    },
    {
      check: "Every item with nothing open is at zero in functional currency too",
      rows: sql`select count(*) as rows from open_item where tenant_id = ${tenantId} and open_amount = 0`,
      broken: sql`
        select 'open item ' || i.id as what, '0' as expected, sum(m.functional_amount)::text as found
        from open_item i join movement m on m.tenant_id = i.tenant_id and m.item_id = i.id
        where i.tenant_id = ${tenantId}
        group by i.id having sum(m.amount) = 0 and sum(m.functional_amount) <> 0`,
    },
    {
      check: "Subledger and general ledger agree on every control account, in each currency",
      rows: sql`select count(*) as rows from account where tenant_id = ${tenantId} and is_control`,
      broken: sql`
        select 'account ' || a.code || ' in ' || s.currency as what,
               sum(s.gl) || ' (functional ' || sum(s.functional_gl) || ')' as expected,
               sum(s.items) || ' (functional ' || sum(s.functional_items) || ')' as found
        from (
          select account_id, currency, open_amount as items, functional_open as functional_items, 0 as gl, 0 as functional_gl
          from open_item where tenant_id = ${tenantId}
          union all
          select account_id, currency, 0, 0, amount, functional_amount from journal_line where tenant_id = ${tenantId}) s
        join account a on a.tenant_id = ${tenantId} and a.id = s.account_id and a.is_control
        group by a.code, s.currency
        having sum(s.items) <> sum(s.gl) or sum(s.functional_items) <> sum(s.functional_gl)`,
    },
  ];
}

/** A reversed entry and its reversal together are nothing, line by line. */
function reversalLines(tenantId: string): Check {
  return {
    check: "Every reversal is the mirror image of the entry it reverses, and not before it",
    rows: sql`select count(*) as rows from journal_entry where tenant_id = ${tenantId} and reverses_id is not null`,
    broken: sql`
      select 'journal entry ' || r.id || ' line ' || coalesce(l.line_no, m.line_no) as what,
             coalesce(-l.amount || ' (functional ' || -l.functional_amount || ') from ' || o.effective_date, 'no line') as expected,
             coalesce(m.amount || ' (functional ' || m.functional_amount || ') on ' || r.effective_date, 'no line') as found
      from journal_entry r
      join journal_entry o on o.tenant_id = r.tenant_id and o.id = r.reverses_id
      join lateral (
        select coalesce(a.line_no, b.line_no) as line_no from
          (select line_no from journal_line where tenant_id = r.tenant_id and entry_id = o.id) a
          full join (select line_no from journal_line where tenant_id = r.tenant_id and entry_id = r.id) b using (line_no)) n
        on true
      left join journal_line l on l.tenant_id = r.tenant_id and l.entry_id = o.id and l.line_no = n.line_no
      left join journal_line m on m.tenant_id = r.tenant_id and m.entry_id = r.id and m.line_no = n.line_no
      where r.tenant_id = ${tenantId}
        and ((l.account_id, l.currency, -l.amount, -l.functional_amount, l.customer_id, l.item_id)
               is distinct from (m.account_id, m.currency, m.amount, m.functional_amount, m.customer_id, m.item_id)
             or r.effective_date < o.effective_date)`,
  };
}

function reversalMovements(tenantId: string): Check {
  return {
    check: "A reversal takes back each movement of its entry, once and exactly",
    rows: sql`select count(*) as rows from movement m join journal_entry r on r.tenant_id = m.tenant_id and r.reverses_id = m.entry_id
      where m.tenant_id = ${tenantId}`,
    broken: sql`
      select 'movement ' || coalesce(m.id, b.id) as what,
             coalesce(-m.amount || ' (functional ' || -m.functional_amount || ')', 'no reversal') as expected,
             coalesce(b.amount || ' (functional ' || b.functional_amount || ')', 'no reversal') as found
      from (
        select m.*, r.id as reversal_id from movement m
        join journal_entry r on r.tenant_id = m.tenant_id and r.reverses_id = m.entry_id where m.tenant_id = ${tenantId}) m
      full join (
        select * from movement where tenant_id = ${tenantId} and (reverses_id is not null or kind = 'REVERSAL')) b
        on b.reverses_id = m.id
      where (m.item_id, -m.amount, -m.functional_amount, m.reversal_id, 'REVERSAL')
            is distinct from (b.item_id, b.amount, b.functional_amount, b.entry_id, b.kind)`,
  };
}

export function countOf(table: SqlFragment, tenantId: string): SqlFragment {
  return sql`select count(*) as rows from ${table} where tenant_id = ${tenantId}`;
}
