import type { CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";

/**
 * What standing write-offs took off the item without anybody's approval, in its currency; zero or positive. The item must
 * be locked. Runs over small balances are left out: the limit was held against their totals.
 */
export function writtenOffAlone(context: CommandContext, itemId: string): Promise<Decimal> {
  return sumAlone(
    context,
    sql`
      select d.amount, d.customer_id, d.id from write_off d
      where d.tenant_id = ${context.tenant.id} and d.item_id = ${itemId} and d.reversal_entry_id is null and d.run_id is null`,
    "writeOffId",
  );
}

/** What standing credit memos credit of the invoice without anybody's approval, with tax. The invoice must be locked. */
export function creditedAlone(context: CommandContext, invoiceId: string): Promise<Decimal> {
  return sumAlone(
    context,
    sql`
      select d.total as amount, d.customer_id, d.id from credit_memo d
      where d.tenant_id = ${context.tenant.id} and d.invoice_id = ${invoiceId} and d.void_entry_id is null`,
    "creditMemoId",
  );
}

/** For the summary of a request: what was done before. Empty when nothing was. */
export function afterWhat(before: Decimal, currency: string): string {
  return before.isZero() ? "" : `, after ${formatAmount(before, currency)} ${currency} without approval`;
}

/** A request that was approved keeps as its result what came of it. */
async function sumAlone(
  { tx, tenant }: CommandContext,
  documents: SqlFragment,
  resultKey: string,
): Promise<Decimal> {
  const [row] = await tx.rows<{ amount: string }>(sql`
    select coalesce(sum(d.amount), 0) as amount from (${documents}) d
    where not exists (
      select from approval_request a
      where a.tenant_id = ${tenant.id} and a.customer_id = d.customer_id and a.status = 'APPROVED'
        and a.result ->> ${resultKey}::text = d.id::text)`);
  return new Decimal(row?.amount ?? 0);
}
