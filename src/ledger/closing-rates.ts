import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { itemBalances } from "./balances.sql.js";
import type { ReportPoint } from "./report-point.js";

/** What one unit of a foreign currency is worth at a point. */
export interface ClosingRate {
  readonly currency: string;
  /** Units of the functional currency. */
  readonly rate: string;
  /** The day that it is of: the latest with a rate, on or before the point's date. */
  readonly rateDate: string;
}

/** The rate of every currency that has one on or before the point's date, as known at its instant. */
export function readClosingRates(
  db: Executor,
  { tenantId, asOf, knownAt }: Pick<ReportPoint, "tenantId" | "asOf" | "knownAt">,
): Promise<ClosingRate[]> {
  const known = knownAt === null ? sql.empty : sql`and recorded_at <= ${knownAt}::timestamptz`;
  return db.rows<ClosingRate>(sql`
    select distinct on (currency) currency, trim_scale(rate) as rate, rate_date as "rateDate" from exchange_rate
    where tenant_id = ${tenantId} and rate_date <= ${asOf}::date ${known} order by currency, rate_date desc`);
}

/**
 * `itemBalances` with functional_balance at the closing rates, item by item rounded half-up to the functional
 * currency's minor unit, and what it is booked at as booked_balance. Null for an item whose currency has no rate.
 */
export function revaluedBalances(
  point: ReportPoint,
  rates: readonly ClosingRate[],
  items: SqlFragment | null = null,
): SqlFragment {
  const { functionalCurrency } = point.tenant;
  return sql`
    select b.id, b.kind, b.customer_id, b.account_id, b.currency, b.document_date, b.due_date, b.original_amount,
           b.invoice_id, b.balance, b.functional_balance as booked_balance,
           case when b.currency = ${functionalCurrency} then b.functional_balance
                else round(b.balance * c.rate, currency_scale(${functionalCurrency})) end as functional_balance
    from (${itemBalances(point, items)}) b
    left join jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as c(currency text, rate numeric)
      on c.currency = b.currency`;
}
