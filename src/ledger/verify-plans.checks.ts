import { sql } from "../platform/database/sql.js";
import { type Check, countOf } from "./verify-ledger.checks.js";

/** What payment plans owe to the ledger: nothing but the interest or the fee that they ask for. */
export function planChecks(tenantId: string): Check[] {
  return [
    {
      check: "Every payment plan holds its items while it is active, and what it costs is charged as agreed",
      rows: countOf(sql`payment_plan`, tenantId),
      broken: sql`
        select 'payment plan ' || p.number as what, p.status || coalesce(', ' || p.charge_amount || ' ' || p.currency, '') as expected,
               held.items || ' items held' || case when p.charge_id is null then '' else
                 coalesce(', ' || c.amount || ' ' || c.currency, ', no charge')
                 || case when pi.item_id is null then ' that is not among its items' else '' end end as found
        from payment_plan p
        cross join lateral (
          select count(*) filter (where i.is_active) as items, count(*) filter (where not i.is_active) as free
          from payment_plan_item i where i.tenant_id = p.tenant_id and i.plan_id = p.id) held
        left join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id
        left join payment_plan_item pi on pi.tenant_id = p.tenant_id and pi.plan_id = p.id and pi.item_id = c.item_id
        where p.tenant_id = ${tenantId}
          and ((p.status = 'ACTIVE' and held.free > 0) or (p.status <> 'ACTIVE' and held.items > 0)
               or (p.charge_id is not null
                   and ((c.amount, c.currency, c.customer_id) is distinct from (p.charge_amount, p.currency, p.customer_id)
                        or pi.item_id is null)))`,
    },
  ];
}
