import type { ItemState } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { type DiscountOffer, discountMaximum } from "./discount.rules.js";

/** What the items, locked, let go for money that came on a day; nothing for a credit that is not money. */
export async function offersTo(
  { tx, tenant }: CommandContext,
  receivedOn: BusinessDate | null,
  items: readonly ItemState[],
): Promise<Map<string, DiscountOffer>> {
  const offering = items.flatMap((item) =>
    item.discountPercent !== null && item.discountUntil !== null && receivedOn !== null
      ? [{ item, percent: new Decimal(item.discountPercent), inTime: receivedOn <= item.discountUntil }]
      : [],
  );
  const inTime = offering.filter((one) => one.inTime);
  if (inTime.length === 0) return new Map();
  const given = await tx.rows<{ itemId: string; discount: string }>(sql`
    select a.debit_item_id as "itemId", sum(a.discount) as discount
    from application a
    where a.tenant_id = ${tenant.id} and a.debit_item_id = any(${inTime.map(({ item }) => item.id)}) and a.discount > 0
      and not exists (select from application_reversal r where r.tenant_id = a.tenant_id and r.application_id = a.id)
    group by a.debit_item_id`);
  const taken = new Map(given.map((row) => [row.itemId, row.discount]));
  return new Map(
    inTime.map(({ item, percent }) => {
      const most = discountMaximum(item.original, percent, item.currency);
      return [item.id, { percent, left: most.minus(taken.get(item.id) ?? 0) }];
    }),
  );
}

/** The share of tax in each of the invoices' totals, net and tax; none when a discount leaves the tax as it is. */
export async function taxShares(
  { tx, tenant }: CommandContext,
  invoiceIds: readonly string[],
): Promise<Map<string, readonly [net: string, tax: string]>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; net: string; tax: string }>(sql`
    select i.id, i.net_total as net, i.tax_total as tax
    from invoice i join discount_policy p on p.tenant_id = i.tenant_id and p.reduces_tax
    where i.tenant_id = ${tenant.id} and i.id = any(${invoiceIds})`);
  return new Map(rows.map((row) => [row.id, [row.net, row.tax]]));
}
