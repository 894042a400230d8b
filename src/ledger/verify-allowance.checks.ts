import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What the runs that set the allowance for doubtful accounts owe to their cells and to the ledger. */
export function allowanceChecks(tenantId: string): Check[] {
  return [cells(tenantId), entries(tenantId)];
}

function cells(tenantId: string): Check {
  return {
    check: "The cells of every allowance run sum to what was owed and to what it requires",
    rows: countOf(sql`allowance_cell`, tenantId),
    broken: sql`
      select 'allowance run ' || r.run_no || ' of ' || r.as_of as what, r.required || ' of ' || r.exposure as expected,
             coalesce(sum(c.required), 0) || ' of ' || coalesce(sum(c.exposure), 0) as found
      from allowance_run r left join allowance_cell c on c.tenant_id = r.tenant_id and c.run_id = r.id
      where r.tenant_id = ${tenantId}
      group by r.id, r.run_no, r.as_of, r.required, r.exposure
      having coalesce(sum(c.required), 0) <> r.required or coalesce(sum(c.exposure), 0) <> r.exposure`,
  };
}

/** The change is a credit of the allowance on the run's day; none, no entry. */
function entries(tenantId: string): Check {
  return {
    check: "Every allowance run's entry is its change, on its day, and its reversal takes that back",
    rows: countOf(sql`allowance_run`, tenantId),
    broken: sql`
      select 'allowance run ' || run_no || ' of ' || as_of as what, change || ' on ' || as_of as expected,
             found || ' on ' || coalesce(posted_on::text, 'no day') || case when is_undone then '' else ', not taken back' end as found
      from (
        select r.run_no, r.as_of, r.change, coalesce(e.effective_date, r.as_of) as posted_on,
               r.reversal_entry_id is null or u.reverses_id is not distinct from r.entry_id as is_undone,
               coalesce((select -sum(l.functional_amount) from journal_line l
                         join account a on a.tenant_id = l.tenant_id and a.id = l.account_id and a.role = 'ALLOWANCE'
                         where l.tenant_id = r.tenant_id and l.entry_id = r.entry_id), 0) as found
        from allowance_run r
        left join journal_entry e on e.tenant_id = r.tenant_id and e.id = r.entry_id
        left join journal_entry u on u.tenant_id = r.tenant_id and u.id = r.reversal_entry_id
        where r.tenant_id = ${tenantId}) d
      where found <> change or posted_on <> as_of or not is_undone`,
  };
}
