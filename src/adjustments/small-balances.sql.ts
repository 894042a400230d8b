import { type SqlFragment, sql } from "../platform/database/sql.js";

/** Up to how much of a currency is not worth collecting, per item. */
export interface Tolerance {
  readonly currency: string;
  readonly amount: string;
  /** And up to how many per cent of the item's original amount; of any part of it when not given. */
  readonly percent?: string | null;
}

/**
 * The condition that tells the small balances among open items of alias `i`: debits and credits of known customers, of
 * which at most the tolerance, in both its measures, is open on a day and which nothing moves after it.
 */
export function isSmallBalance(tolerances: readonly Tolerance[], asOf: string): SqlFragment {
  return sql`(
    i.is_open and i.customer_id is not null and i.last_moved_on <= ${asOf}::date
    and abs(i.open_amount) <= (
      select least(t.amount, abs(i.original_amount) * t.percent / 100)
      from jsonb_to_recordset(${JSON.stringify(tolerances)}::jsonb) as t(currency text, amount numeric, percent numeric)
      where t.currency = i.currency))`;
}

/** What the statement that writes the small balances off needs to know. */
export interface SmallBalanceWriteOffs {
  readonly tenantId: string;
  readonly runId: string;
  readonly where: SqlFragment;
  readonly asOf: string;
  readonly prefix: string;
  readonly firstNumber: bigint;
  readonly count: number;
  readonly accountId: string;
  readonly actor: string;
}

/**
 * Writes them off, one journal entry each so that each can be undone alone: a debit by Dr small-balance write-off / Cr its
 * control account, a credit the other way. All of what is open goes, so nothing is left in functional currency either.
 */
export function writeOffSmallBalances(its: SmallBalanceWriteOffs): SqlFragment {
  const { tenantId, runId, where, asOf, prefix, firstNumber, count, accountId, actor } = its;
  return sql`
    with locked as materialized (
      select i.id, i.customer_id, i.account_id, i.currency, i.document_number, i.open_amount, i.functional_open, i.original_amount
      from open_item i where i.tenant_id = ${tenantId} and ${where}
      order by i.original_amount > 0, i.id limit ${count} for update
    ), picked as materialized (
      select l.*, new_id() as write_off_id, new_id() as entry_id,
             (${firstNumber}::bigint + row_number() over (order by l.id) - 1)::text as no
      from locked l
    ), numbered as materialized (
      select p.*, ${prefix} || lpad(p.no, greatest(6, length(p.no)), '0') as number from picked p
    ), entries as (
      insert into journal_entry (tenant_id, id, effective_date, kind, description, document_id, actor)
      select ${tenantId}, entry_id, ${asOf}::date, 'WRITE_OFF',
             'Write-off ' || number || ' of ' || document_number || ', a small balance', write_off_id, ${actor}
      from numbered
    ), lines as (
      insert into journal_line (tenant_id, entry_id, line_no, account_id, currency, amount, functional_amount, customer_id, item_id)
      select ${tenantId}, n.entry_id, s.line_no, s.account_id, n.currency, s.sign * n.open_amount, s.sign * n.functional_open,
             n.customer_id, s.item_id
      from numbered n
      cross join lateral (values (1, n.account_id, -1, n.id), (2, ${accountId}::uuid, 1, null)) s(line_no, account_id, sign, item_id)
    ), movements as (
      insert into movement (tenant_id, id, item_id, customer_id, account_id, currency, amount, functional_amount,
                            effective_date, kind, entry_id)
      select ${tenantId}, new_id(), id, customer_id, account_id, currency, -open_amount, -functional_open,
             ${asOf}::date, 'WRITE_OFF', entry_id
      from numbered
    ), written as (
      insert into write_off (tenant_id, id, number, customer_id, item_id, currency, amount, method, reason_code, effective_date,
                             entry_id, run_id)
      select ${tenantId}, write_off_id, number, customer_id, id, currency, abs(open_amount), 'SMALL_BALANCE', 'SMALL_BALANCE',
             ${asOf}::date, entry_id, ${runId}::uuid
      from numbered
    )
    select entry_id as "entryId" from numbered order by id limit 100`;
}
