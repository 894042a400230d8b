import { type SqlFragment, sql } from "../../platform/database/sql.js";

/**
 * Why money of a receipt is not applied, by its latest match, alias `m`, of which `status`, `obstacle`,
 * `is_ambiguous` and `remainder_reason` are read; NOT_MATCHED when there is none.
 */
export const REASON_OF_MATCH: SqlFragment = sql`(
  case when m.status is null then 'NOT_MATCHED'
       when m.status = 'REJECTED' then 'REJECTED'
       when m.status = 'SUPERSEDED' then 'LEFT_OVER'
       when m.status = 'OPEN' and m.obstacle is not null then 'OBSTACLE'
       when m.status = 'OPEN' and m.is_ambiguous and m.remainder_reason is distinct from 'DUPLICATE_SUSPECTED' then 'AMBIGUOUS'
       when m.status = 'CONFIRMED' and m.remainder_reason not in ('OVERPAID', 'DUPLICATE_SUSPECTED') then 'LEFT_OVER'
       when m.remainder_reason is not null then m.remainder_reason
       when m.status = 'OPEN' then 'PROPOSED'
       else 'LEFT_OVER' end)`;

/**
 * Money of receipts that is not applied: open items of alias `o`, one for each customer that has some of a receipt, with the receipt's latest match, alias `m`,
 * the customer, alias `c`, and the tenant, alias `t`. A statement that needs nothing of the customer or the tenant does
 * not look them up. Together with `IS_UNAPPLIED_MONEY`.
 */
export const UNAPPLIED_MONEY: SqlFragment = sql`open_item o
  left join receipt_match m on m.tenant_id = o.tenant_id and m.receipt_id = o.receipt_id
    and not exists (
      select from receipt_match later
      where later.tenant_id = m.tenant_id and later.receipt_id = m.receipt_id and later.id > m.id)
  left join customer c on c.tenant_id = o.tenant_id and c.id = o.customer_id
  left join tenant t on t.tenant_id = o.tenant_id`;

export const IS_UNAPPLIED_MONEY: SqlFragment = sql`o.is_open and o.kind = 'RECEIPT'`;

/** Where it stands: what was left on account stays there until another match says otherwise. */
export const EXCEPTION_DISPOSITION: SqlFragment = sql`(
  case when o.customer_id is null then 'UNIDENTIFIED'
       when m.remainder_disposition = 'ON_ACCOUNT' and m.status in ('APPLIED', 'CONFIRMED') then 'ON_ACCOUNT'
       else 'UNAPPLIED' end)`;

/** Whether a match of it waits for a person. */
export const HAS_PROPOSAL: SqlFragment = sql`coalesce(m.status = 'OPEN', false)`;
