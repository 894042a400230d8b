import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { ItemState } from "./settlement.rules.js";

interface ItemRow
  extends Omit<ItemState, "original" | "functionalOriginal" | "open" | "functionalOpen" | "available"> {
  readonly original: string;
  readonly functionalOriginal: string;
  readonly open: string;
  readonly functionalOpen: string;
  readonly available: string | null;
}

/**
 * Locks open items in the one global order (credits first, then by id) and reads them after the locks are held.
 * `available` is the least open balance on any date from the item's `from` on: what may be taken off from then.
 */
export async function lockItems(
  { tx, tenant }: CommandContext,
  wanted: readonly { readonly id: string; readonly from: BusinessDate }[],
): Promise<ItemState[]> {
  const ids = wanted.map((w) => w.id);
  const dates = wanted.map((w) => w.from);
  const locked = tx.rows(sql`
    select id from open_item where tenant_id = ${tenant.id} and id = any(${ids})
    order by original_amount > 0, id for update`);
  const read = tx.rows<ItemRow>(sql`
    select i.id, i.kind, i.customer_id as "customerId", i.account_id as "accountId", i.currency,
           i.document_number as "documentNumber", i.document_date as "documentDate", i.due_date as "dueDate",
           i.invoice_id as "invoiceId", i.instalment_no as "instalmentNo", i.receipt_id as "receiptId",
           i.discount_percent as "discountPercent", i.discount_until as "discountUntil",
           i.original_amount as "original", i.functional_original as "functionalOriginal",
           i.open_amount as "open", i.functional_open as "functionalOpen",
           (select min(abs(b.balance))
              from (select sum(sum(m.amount)) over (order by m.effective_date) as balance,
                           lead(m.effective_date) over (order by m.effective_date) as until
                      from movement m where m.tenant_id = i.tenant_id and m.item_id = i.id
                     group by m.effective_date) b
             where coalesce(b.until, 'infinity') > w.from_date) as available
      from unnest(${ids}::uuid[], ${dates}::date[]) as w(id, from_date)
      join open_item i on i.tenant_id = ${tenant.id} and i.id = w.id order by i.due_date, i.instalment_no, i.id`);
  const [, rows] = await Promise.all([locked, read]);
  return rows.map((row) => ({
    ...row,
    original: new Decimal(row.original),
    functionalOriginal: new Decimal(row.functionalOriginal),
    open: new Decimal(row.open),
    functionalOpen: new Decimal(row.functionalOpen),
    available: new Decimal(row.available ?? 0),
  }));
}
