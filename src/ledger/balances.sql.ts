import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/** What a balance is told for: a business date, and an instant of knowledge. */
export interface LedgerPoint {
  readonly tenantId: string;
  readonly asOf: BusinessDate;
  /** ISO 8601 text; null for everything that is committed. */
  readonly knownAt: string | null;
}

/**
 * The movements that do not count at a point: effective after `asOf`, or recorded after `knownAt`. Columns:
 * item_id, amount, functional_amount (debits positive) and moved_on, the date from which the movement counts —
 * `infinity` when it is not yet known at all. `items` narrows by the open item's columns, as alias `i`.
 */
export function movementsBeyond(
  { tenantId, asOf, knownAt }: LedgerPoint,
  items: SqlFragment | null = null,
): SqlFragment {
  const movements = items
    ? sql`movement m join open_item i on i.tenant_id = m.tenant_id and i.id = m.item_id and (${items})`
    : sql`movement m`;
  const columns = sql`m.item_id, m.amount, m.functional_amount`;
  if (knownAt === null) {
    return sql`
      select ${columns}, m.effective_date as moved_on from ${movements}
      where m.tenant_id = ${tenantId} and m.effective_date > ${asOf}::date`;
  }
  // Two ranges of two indexes rather than one `or` over the table.
  return sql`
    select ${columns},
           case when m.recorded_at > ${knownAt}::timestamptz then 'infinity'::date else m.effective_date end as moved_on
    from ${movements}
    where m.tenant_id = ${tenantId} and m.effective_date > ${asOf}::date
    union all
    select ${columns}, 'infinity'::date from ${movements}
    where m.tenant_id = ${tenantId} and m.recorded_at > ${knownAt}::timestamptz and m.effective_date <= ${asOf}::date`;
}

/**
 * The open items with a balance at a point, as a query without parentheses. Columns: id, kind, customer_id,
 * account_id, currency, document_date, due_date, original_amount, invoice_id, balance and functional_balance
 * (debits positive; one of the two is not zero).
 *
 * The balance is unwound: today's open amount less the movements that do not count at the point. These are few
 * when the date is near, so a report costs what its open items cost, however long the history is.
 */
export function itemBalances(point: LedgerPoint, items: SqlFragment | null = null): SqlFragment {
  const columns = sql`i.id, i.kind, i.customer_id, i.account_id, i.currency, i.document_date, i.due_date,
      i.original_amount, i.invoice_id`;
  const mine = sql`i.tenant_id = ${point.tenantId}${items ? sql` and (${items})` : sql.empty}`;
  // An item that nothing was unwound from keeps its open amount as it stands: no arithmetic on most rows.
  return sql`
    with beyond as (
      select item_id, sum(amount) as amount, sum(functional_amount) as functional_amount
      from (${movementsBeyond(point, items)}) m group by item_id)
    select ${columns}, i.open_amount as balance, i.functional_open as functional_balance
    from open_item i
    where ${mine} and i.is_open and not exists (select from beyond b where b.item_id = i.id)
    union all
    select ${columns}, i.open_amount - b.amount, i.functional_open - b.functional_amount
    from beyond b join open_item i on i.id = b.item_id
    where ${mine} and (i.open_amount <> b.amount or i.functional_open <> b.functional_amount)`;
}
