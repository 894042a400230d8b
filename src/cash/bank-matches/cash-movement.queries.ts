import { accountOf, chartOf } from "../../ledger/index.js";
import type { BusinessDate } from "../../platform/business-date.js";
import type { Executor } from "../../platform/database/database.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";

/** The cash of one journal entry. */
export interface CashMovementRow {
  /** The journal entry's. */
  readonly id: string;
  readonly date: BusinessDate;
  readonly currency: string;
  /** Positive when money came in. */
  readonly amount: string;
  readonly kind: string;
  readonly description: string;
  /** The receipt or the refund that it is the money of. */
  readonly receiptId: string | null;
  readonly documentNumber: string | null;
  readonly method: string | null;
  /** The payer's, or that of the refund's payment. */
  readonly reference: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** The entry that it takes back. */
  readonly reversesId: string | null;
  /** Whether its receipt stands. */
  readonly isStanding: boolean;
  readonly state: MovementState;
}

/** FROM_BANK: a bank line made it. */
export type MovementState = "OPEN" | "RECONCILED" | "FROM_BANK";

/** Of the journal entry of alias `j`: whether it stands in a match. */
const IS_RECONCILED: SqlFragment = sql`exists (
  select from bank_match_movement t where t.tenant_id = j.tenant_id and t.entry_id = j.id and t.stands)`;

/** Of the journal entry of alias `j` with its receipt, `r`: whether a bank line made it, or took it back. */
const IS_FROM_BANK: SqlFragment = sql`(r.id is not null and case when j.reverses_id is null
  then exists (select from remittance m where m.tenant_id = r.tenant_id and m.receipt_id = r.id and m.bank_entry_id is not null)
  else exists (select from bank_entry b where b.tenant_id = r.tenant_id and b.returned_receipt_id = r.id)
    or exists (select from remittance m join bank_entry b on b.tenant_id = m.tenant_id and b.replaces_entry_id = m.bank_entry_id
               where m.tenant_id = r.tenant_id and m.receipt_id = r.id) end)`;

/** Entries of these kinds have no cash, and are most of a journal. */
const WITHOUT_CASH = ["INVOICE", "APPLICATION"];

/** What did not come from a bank line and is reconciled with none. */
export const IS_OPEN: SqlFragment = sql`not ${IS_RECONCILED} and not ${IS_FROM_BANK}`;

/** Movements of the cash account; of the journal entries of alias `j` with their receipts, `r`, and their cash, `l`. */
export async function movementsWhere(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
  limit = 10_000,
): Promise<CashMovementRow[]> {
  return db.rows<CashMovementRow>(sql`
    select j.id, j.effective_date as date, l.currency, l.amount, j.kind, j.description, r.id as "receiptId",
           coalesce(r.number, f.number) as "documentNumber", r.method, coalesce(r.reference, f.payment_reference) as reference,
           c.id as "customerId", c.name as "customerName", j.reverses_id as "reversesId",
           coalesce(r.reversal_entry_id is null, false) as "isStanding",
           case when ${IS_RECONCILED} then 'RECONCILED' when ${IS_FROM_BANK} then 'FROM_BANK' else 'OPEN' end as state
    from ${await cashEntries(db, tenantId)}
    left join refund f on f.tenant_id = j.tenant_id and f.id = j.document_id
    left join customer c on c.tenant_id = j.tenant_id and c.id = coalesce(r.customer_id, l.customer_id)
    where ${where}
    order by j.effective_date, j.id limit ${limit}::integer`);
}

/** The journal entries of alias `j` that move cash, with their receipts, `r`, and their cash, `l`. */
export async function cashEntries(db: Executor, tenantId: string): Promise<SqlFragment> {
  const account = accountOf(await chartOf(db, tenantId), "CASH_CLEARING");
  return sql`
    journal_entry j
    cross join lateral (
      select x.currency, sum(x.amount) as amount, (array_agg(x.customer_id))[1] as customer_id
      from journal_line x
      where x.tenant_id = j.tenant_id and x.entry_id = j.id and x.account_id = ${account}
      group by x.currency having sum(x.amount) <> 0) l
    left join receipt r on r.tenant_id = j.tenant_id and r.id = j.document_id`;
}

/** Of the journal entry of alias `j` and its cash, `l`: of one currency, from one day to another. */
export function inPeriod(tenantId: string, currency: string, from: string, to: string): SqlFragment {
  return sql`j.tenant_id = ${tenantId} and j.kind <> all (${WITHOUT_CASH}::text[]) and l.currency = ${currency}
    and j.effective_date between ${from} and ${to}`;
}
