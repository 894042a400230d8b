import type { Executor } from "../platform/database/database.js";
import { sql } from "../platform/database/sql.js";

/** What the money of a batch became; `APPLIED`, `UNAPPLIED` and `UNIDENTIFIED` tell where the receipts stand. */
export type BankMoney =
  | "RECEIPTS"
  | "APPLIED"
  | "UNAPPLIED"
  | "UNIDENTIFIED"
  | "REVERSED"
  | "OUT"
  | "NO_PAYMENT"
  | "DUPLICATE"
  | "PENDING"
  | "LEFT_TO_STATEMENT"
  | "HELD";

/** Entries, or for what became of receipts the receipts, in one currency; the amount without sign. */
export interface BankMoneyRow {
  readonly what: BankMoney;
  /** Empty when the file does not tell it. */
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
}

/** An entry that nothing was posted for, because a person must look at it. */
export interface HeldEntry {
  readonly line: number | null;
  readonly currency: string;
  /** Null when the file does not tell it. */
  readonly amount: string | null;
  readonly reason: string | null;
}

/** Counts and sums of a batch's entries by what became of them and by currency, as its receipts stand now. */
export function bankMoneyOf(db: Executor, tenantId: string, batchId: string): Promise<BankMoneyRow[]> {
  return db.rows<BankMoneyRow>(sql`
    with entry as (
      select e.id, e.currency, e.amount, e.outcome, e.side from bank_entry e
      where e.tenant_id = ${tenantId} and e.batch_id = ${batchId}),
    -- Entry by entry by the keys: a batch that came in just now is in no statistics yet.
    paid as (
      select r.currency, r.customer_id, i.amount, i.open
      from entry e
      cross join lateral (
        select m.receipt_id from remittance m where m.tenant_id = ${tenantId} and m.bank_entry_id = e.id offset 0) m
      cross join lateral (
        select r.currency, r.customer_id from receipt r where r.tenant_id = ${tenantId} and r.id = m.receipt_id offset 0) r
      cross join lateral (
        select -sum(i.original_amount) as amount, -sum(i.open_amount) as open
        from open_item i where i.tenant_id = ${tenantId} and i.receipt_id = m.receipt_id) i)
    select what, trim(currency) as currency, count(*)::integer as count, sum(amount) as amount
    from (
      select case outcome when 'RECEIPT_RECORDED' then 'RECEIPTS' when 'RECEIPT_REVERSED' then 'REVERSED'
                          when 'QUARANTINED' then 'HELD'
                          when 'NOT_A_RECEIPT' then case side when 'DEBIT' then 'OUT' else 'NO_PAYMENT' end
                          else outcome end as what, currency, amount
      from entry
      union all select 'APPLIED', currency, amount - open from paid where amount <> open
      union all select case when customer_id is null then 'UNIDENTIFIED' else 'UNAPPLIED' end, currency, open
      from paid where open <> 0) told
    group by 1, 2 order by 1, 2`);
}

/** The entries of a batch that are held back, in the order of the file, up to a number. */
export function heldEntries(
  db: Executor,
  tenantId: string,
  batchId: string,
  most: number,
): Promise<HeldEntry[]> {
  return db.rows<HeldEntry>(sql`
    select line, trim(currency) as currency, case when currency <> '' then amount end as amount,
           outcome_reason as reason
    from bank_entry where tenant_id = ${tenantId} and batch_id = ${batchId} and outcome = 'QUARANTINED'
    order by entry_no limit ${most}`);
}
