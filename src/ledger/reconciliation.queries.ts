import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";
import { itemBalances } from "./balances.sql.js";
import type { ReportPoint } from "./report-point.js";

/** A control account in one currency: what its items say and what the journal says. Debits positive. */
export interface ReconciliationRow {
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountRole: string;
  readonly currency: string;
  readonly functionalCurrency: string;
  readonly subledger: string;
  readonly gl: string;
  readonly difference: string;
  readonly functionalSubledger: string;
  readonly functionalGl: string;
  readonly functionalDifference: string;
}

/**
 * Each control account's open items against its journal lines, at a point: one statement. The two sides come from
 * different tables on different ways, the items' unwound from today and the lines summed from the beginning, so
 * that they agree only if both are right. Accounts without any posting have one row of zeros.
 */
export function readReconciliation(db: Executor, point: ReportPoint): Promise<ReconciliationRow[]> {
  const { tenantId, tenant, asOf, knownAt } = point;
  const known = knownAt === null ? sql.empty : sql`and e.recorded_at <= ${knownAt}::timestamptz`;
  return db.rows<ReconciliationRow>(sql`
    with sides as (
      select account_id, currency, sum(balance) as subledger, sum(functional_balance) as functional_subledger,
             0 as gl, 0 as functional_gl
      from (${itemBalances(point)}) b group by account_id, currency
      union all
      select l.account_id, l.currency, 0, 0, sum(l.amount), sum(l.functional_amount)
      from journal_line l
      join journal_entry e on e.tenant_id = l.tenant_id and e.id = l.entry_id
      join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
      where l.tenant_id = ${tenantId} and a.is_control and e.effective_date <= ${asOf}::date ${known}
      group by l.account_id, l.currency),
    compared as (
      select a.code, a.name, a.role, coalesce(s.currency, ${tenant.functionalCurrency}) as currency,
             coalesce(sum(s.subledger), 0) as subledger, coalesce(sum(s.gl), 0) as gl,
             coalesce(sum(s.functional_subledger), 0) as functional_subledger,
             coalesce(sum(s.functional_gl), 0) as functional_gl
      from account a left join sides s on s.account_id = a.id
      where a.tenant_id = ${tenantId} and a.is_control group by 1, 2, 3, 4)
    select code as "accountCode", name as "accountName", role as "accountRole", currency,
           ${tenant.functionalCurrency}::text as "functionalCurrency",
           subledger, gl, subledger - gl as difference, functional_subledger as "functionalSubledger",
           functional_gl as "functionalGl", functional_subledger - functional_gl as "functionalDifference"
    from compared order by code, currency`);
}
