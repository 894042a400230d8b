import type { LedgerPoint, ReportPoint } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";

/**
 * What standing disputes claim at a point, as a query without parentheses. Columns: item_id, dispute_id and amount, which
 * may be more than the item has open then. A dispute stands from the day on which it was opened to the day before it was
 * resolved or withdrawn.
 */
export function disputeClaims({ tenantId, asOf, knownAt }: LedgerPoint): SqlFragment {
  const isKnown = (at: SqlFragment) => (knownAt === null ? sql`true` : sql`${at} <= ${knownAt}::timestamptz`);
  return sql`
    select di.item_id, di.dispute_id, di.amount
    from dispute d
    join dispute_item di on di.tenant_id = d.tenant_id and di.dispute_id = d.id
    where d.tenant_id = ${tenantId} and d.opened_on <= ${asOf}::date and ${isKnown(sql`d.opened_at`)}
      and not coalesce(d.closed_on <= ${asOf}::date and ${isKnown(sql`d.closed_at`)}, false)`;
}

/**
 * What of open items' balances is disputed: the same columns as `itemBalances` (or its items cut into parts, whose `id` is
 * the item's and more), without items of which nothing is. At most what is open is disputed, of a part too: what is paid
 * is taken for undisputed first, so of an item that is cut the parts that are due last are disputed first. Functional
 * amounts are in proportion.
 */
export function disputedBalances(balances: SqlFragment, point: ReportPoint): SqlFragment {
  const scale = sql`currency_scale(${point.tenant.functionalCurrency})`;
  return sql`
    with balance as materialized (${balances}),
    claimed as materialized (
      select c.item_id, sum(c.amount) as amount from (${disputeClaims(point)}) c group by c.item_id),
    placed as (
      select b.*, c.amount - (sum(b.balance) over (
               partition by c.item_id order by b.due_date desc, b.id::text desc) - b.balance) as claimed
      from balance b join claimed c on c.item_id = split_part(b.id::text, ' ', 1)::uuid where b.balance > 0)
    select id, customer_id, currency, document_date, due_date, original_amount, invoice_id, least(claimed, balance) as balance,
           round(functional_balance * least(claimed, balance) / balance, ${scale}) as functional_balance
    from placed where claimed > 0`;
}

/**
 * What was disputed of open items by the day, as a query of (item_id, days, amount), days a daterange: from the day on
 * which a dispute was opened to the day before it was closed. An item may be claimed beyond what it has open.
 */
export function disputedDays(tenantId: string, asOf: BusinessDate): SqlFragment {
  return sql`
    select s.item_id, daterange(s.day, lead(s.day) over of_item) as days, sum(s.amount) over of_item as amount
    from (
      select b.item_id, b.day, sum(b.amount) as amount
      from dispute d
      join dispute_item di on di.tenant_id = d.tenant_id and di.dispute_id = d.id
      cross join lateral (values (di.item_id, d.opened_on, di.amount), (di.item_id, d.closed_on, -di.amount)) b(item_id, day, amount)
      where d.tenant_id = ${tenantId} and b.day <= ${asOf}::date
      group by b.item_id, b.day) s
    window of_item as (partition by s.item_id order by s.day)`;
}
