import type { BusinessDate } from "../../platform/business-date.js";
import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";

/** A booked line of an account's statement. */
export interface BankLineRow {
  readonly id: string;
  readonly account: string;
  readonly currency: string;
  readonly date: BusinessDate;
  /** Positive when money came in. */
  readonly amount: string;
  readonly description: string | null;
  /** Receipts that were made of it and stand, but for those that are reconciled as other money. */
  readonly receiptIds: readonly string[];
  readonly receiptNumbers: readonly string[];
  readonly receiptEntryIds: readonly string[];
  /** Whether all of those stand. */
  readonly isStanding: boolean;
  /** The payer of those receipts, when it is one and known. */
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly state: BankLineState;
}

/** RECONCILED: a person has confirmed it. FROM_BANK: what it made or took back in the ledger came of itself. */
export type BankLineState = "OPEN" | "RECONCILED" | "FROM_BANK";

const DAY: SqlFragment = sql`coalesce(e.booking_date, e.value_date)`;

/** Of the entry of alias `e`: its amount, positive when money came in. */
export const SIGNED: SqlFragment = sql`case e.side when 'CREDIT' then e.amount else -e.amount end`;

export const LINE_STATE: SqlFragment = sql`case
  when exists (select from bank_match m where m.tenant_id = e.tenant_id and m.bank_entry_id = e.id and m.status = 'CONFIRMED')
    then 'RECONCILED'
  when e.outcome = 'RECEIPT_RECORDED' or e.returned_receipt_id is not null or e.deposit_batch_id is not null then 'FROM_BANK'
  else 'OPEN' end`;

/** The bank tells some money twice to one account, as a sum and payment by payment: then the sum is the line. */
const IS_LINE: SqlFragment = sql`e.booking_status = 'BOOKED'
  and e.outcome in ('RECEIPT_RECORDED', 'RECEIPT_REVERSED', 'NOT_A_RECEIPT') and e.amount <> 0
  and not exists (select from bank_entry x where x.tenant_id = e.tenant_id and x.id = e.replaces_entry_id and x.account = e.account)
  and (e.deposit is null or e.deposit_batch_id is not null or not exists (
    select from bank_entry x where x.tenant_id = e.tenant_id and x.deposit_batch_id = e.batch_id and x.account = e.account
      and x.deposit in (e.deposit, '* ' || e.account || ' ' || e.booking_date, '# ' || e.entry_no)))`;

/** The account's lines in one currency, from one day to another; of the entries of alias `e`. */
export function linesIn(
  tenantId: string,
  { account, currency, from, to }: BankPeriod,
  isLine: SqlFragment = IS_LINE,
): SqlFragment {
  return sql`e.tenant_id = ${tenantId} and e.account = ${account} and e.currency = ${currency}
    and ${DAY} between ${from} and ${to} and ${isLine}`;
}

export interface BankPeriod {
  readonly account: string;
  readonly currency: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** How many days before it movements are looked for. */
  readonly lookBackDays: number;
}

/** What the bank has booked and nobody has decided yet whether to post. */
export const IS_HELD_BACK: SqlFragment = sql`e.booking_status = 'BOOKED' and e.outcome = 'QUARANTINED'`;

/** The one line of that id, if it is one. */
export function lineOf(tenantId: string, id: string): SqlFragment {
  return sql`e.tenant_id = ${tenantId} and e.id = ${id} and ${IS_LINE}`;
}

/** Lines of which nothing has become a receipt, or that could be the money of a movement that was recorded before. */
export function undecided(withReceipts: boolean): SqlFragment {
  const open = sql`${LINE_STATE} = 'OPEN'`;
  if (!withReceipts) return open;
  return sql`(${open} or (${LINE_STATE} = 'FROM_BANK' and e.outcome = 'RECEIPT_RECORDED' and own.stands
    and not exists (select from bank_entry x where x.tenant_id = e.tenant_id and x.replaces_entry_id = e.id)))`;
}

/** All lines that the condition tells, of alias `e`, with their receipts, `own`; by day. */
export function bankLinesWhere(db: Executor, where: SqlFragment, limit = 10_000): Promise<BankLineRow[]> {
  return db.rows<BankLineRow>(sql`
    select e.id, e.account, e.currency, ${DAY} as date, ${SIGNED} as amount, coalesce(e.description, own.told) as description,
           coalesce(own.ids, '{}') as "receiptIds", coalesce(own.numbers, '{}') as "receiptNumbers",
           coalesce(own.entry_ids, '{}') as "receiptEntryIds", coalesce(own.stands, false) as "isStanding",
           c.id as "customerId", c.name as "customerName", ${LINE_STATE} as state
    from bank_entry e
    left join lateral (
      select array_agg(r.id order by r.number) as ids, array_agg(r.number order by r.number) as numbers,
             array_agg(r.entry_id order by r.number) as entry_ids, bool_and(r.reversal_entry_id is null) as stands,
             case when count(distinct r.customer_id) = 1 then (array_agg(r.customer_id))[1] end as customer_id,
             string_agg(concat_ws(' ', m.payer_name, array_to_string(m.advice, ' ')), ' ') as told
      from remittance m join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id
      where e.outcome = 'RECEIPT_RECORDED' and m.tenant_id = e.tenant_id and m.bank_entry_id = e.id
        and not exists (select from bank_match_movement t
                        where t.tenant_id = r.tenant_id and t.entry_id = r.entry_id and t.stands)) own on true
    left join customer c on c.tenant_id = e.tenant_id and c.id = own.customer_id
    where ${where}
    order by ${DAY}, e.id limit ${limit}::integer`);
}

/** Whether bank files have told of the account, on whatever day; any is taken for one while there are no bank files at all. */
export async function isKnownAccount(
  db: Executor,
  tenantId: string,
  { account, currency }: Pick<BankPeriod, "account" | "currency">,
): Promise<boolean> {
  const [row] = await db.rows<{ found: boolean }>(sql`
    select exists (select from bank_entry e
                   where e.tenant_id = ${tenantId} and e.account = ${account} and e.currency = ${currency})
        or not exists (select from bank_entry e where e.tenant_id = ${tenantId}) as found`);
  return row?.found ?? false;
}
