import { type SqlFragment, sql } from "../platform/database/sql.js";

/**
 * Why money of a receipt is not applied, by its latest match, alias `m`, of which `status`, `obstacle` and
 * `remainder_reason` are read; null when there is none, which is NOT_MATCHED.
 */
export const REASON_OF_MATCH: SqlFragment = sql`
  case when m.status = 'REJECTED' then 'REJECTED'
       when m.status = 'SUPERSEDED' then 'LEFT_OVER'
       when m.status = 'OPEN' and m.obstacle is not null then 'OBSTACLE'
       when m.status = 'CONFIRMED' and m.remainder_reason not in ('OVERPAID', 'DUPLICATE_SUSPECTED') then 'LEFT_OVER'
       when m.remainder_reason is not null then m.remainder_reason
       when m.status = 'OPEN' then 'PROPOSED'
       else 'LEFT_OVER' end`;

/** Of the receipt of the open item of alias `o`. */
export const EXCEPTION_REASON: SqlFragment = sql`coalesce((
  select ${REASON_OF_MATCH} from receipt_match m
  where m.tenant_id = o.tenant_id and m.receipt_id = o.receipt_id order by m.id desc limit 1), 'NOT_MATCHED')`;

/** Where the money of the open item of alias `o` stands. */
export const EXCEPTION_DISPOSITION: SqlFragment = sql`case when o.customer_id is null then 'UNIDENTIFIED' else coalesce((
  select case when m.remainder_disposition = 'ON_ACCOUNT' and m.status in ('APPLIED', 'CONFIRMED') then 'ON_ACCOUNT' end
  from receipt_match m
  where m.tenant_id = o.tenant_id and m.receipt_id = o.receipt_id order by m.id desc limit 1), 'UNAPPLIED') end`;

/** Whether a match of it waits for a person. */
export const HAS_PROPOSAL: SqlFragment = sql`exists (
  select from receipt_match m
  where m.tenant_id = o.tenant_id and m.receipt_id = o.receipt_id and m.status = 'OPEN')`;

/** Open items of alias `o` that are money of receipts; positive is `-o.open_amount`. A receipt has at most one. */
export const IS_UNAPPLIED_MONEY: SqlFragment = sql`o.is_open and o.kind = 'RECEIPT'`;
