import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What decisions on bank lines owe to the bank and to the ledger. They post nothing but reversals of receipts. */
export function bankChecks(tenantId: string): Check[] {
  return [wholeMatches(tenantId), moneyOnce(tenantId)];
}

function wholeMatches(tenantId: string): Check {
  return {
    check: "Every bank match is what its line and its movements are, and counts as long as it stands",
    rows: countOf(sql`bank_match`, tenantId),
    broken: sql`
      select 'bank match ' || m.id as what,
             coalesce(e.amount, 0) || ' of the bank, ' || coalesce(t.amount, 0) || ' of the ledger' as expected,
             m.bank_amount || ' of the bank, ' || m.ledger_amount || ' of the ledger, ' || m.status as found
      from bank_match m
      left join lateral (
        select case x.side when 'CREDIT' then x.amount else -x.amount end as amount, x.currency
        from bank_entry x where x.tenant_id = m.tenant_id and x.id = m.bank_entry_id) e on true
      left join lateral (
        select sum(l.amount) as amount,
               bool_and(x.stands = (m.status = 'CONFIRMED') and x.amount = coalesce(l.amount, 0) and x.currency = m.currency) as is_whole
        from bank_match_movement x
        left join lateral (
          select sum(y.amount) as amount
          from journal_line y join account a on a.tenant_id = y.tenant_id and a.id = y.account_id and a.role = 'CASH_CLEARING'
          where y.tenant_id = x.tenant_id and y.entry_id = x.entry_id and y.currency = x.currency) l on true
        where x.tenant_id = m.tenant_id and x.match_id = m.id) t on true
      where m.tenant_id = ${tenantId}
        and ((m.bank_amount, m.ledger_amount, true) is distinct from (coalesce(e.amount, 0), t.amount, t.is_whole)
             or coalesce(e.currency, m.currency) <> m.currency)`,
  };
}

function moneyOnce(tenantId: string): Check {
  return {
    check: "No money of a reconciled bank line is in the ledger beside what it was reconciled with",
    rows: sql`select count(*) as rows from bank_match where tenant_id = ${tenantId} and status = 'CONFIRMED'`,
    broken: sql`
      select 'bank match ' || m.id as what, 'receipt ' || r.number || ' in it' as expected, 'made of its line, and not in it' as found
      from bank_match m
      join remittance p on p.tenant_id = m.tenant_id and p.bank_entry_id = m.bank_entry_id
      join receipt r on r.tenant_id = p.tenant_id and r.id = p.receipt_id
      where m.tenant_id = ${tenantId} and m.status = 'CONFIRMED' and not exists (
        select from bank_match_movement t where t.tenant_id = r.tenant_id and t.entry_id = r.entry_id and t.stands)`,
  };
}
