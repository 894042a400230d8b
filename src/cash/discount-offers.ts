import type { ItemState } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import { type DiscountOffer, discountMaximum, leastDiscounted } from "./discount.rules.js";

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
  const inTime = offering.filter((one) => one.inTime).map(({ item, percent }) => ({ ...item, percent }));
  const taken = await discountsTaken({ tx, tenant }, inTime);
  return new Map(
    inTime.map((item) => [item.id, offerOf(item.original, item.percent, item.currency, taken.get(item.id))]),
  );
}

/** What is let go of an item of an original amount after what was. */
export function offerOf(
  original: Decimal,
  percent: Decimal,
  currency: string,
  taken: DiscountsTaken | undefined,
): DiscountOffer {
  const { given, paid } = taken ?? { given: new Decimal(0), paid: new Decimal(0) };
  return { percent, most: discountMaximum(original, percent, currency), given, paid };
}

/** What was let go of an item and stands, and the payments in time that it was for. */
export type DiscountsTaken = Pick<DiscountOffer, "given" | "paid">;

/**
 * By the item's id. It goes from row to row by the keys and is written so that no plan can do otherwise: a batch of some
 * thousand looks up few of the rows that there are.
 */
export async function discountsTaken(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  items: readonly {
    readonly id: string;
    readonly currency: string;
    readonly percent: Decimal;
    readonly discountUntil: BusinessDate | null;
  }[],
): Promise<ReadonlyMap<string, DiscountsTaken>> {
  if (items.length === 0) return new Map();
  const asked = items.map(({ id, currency, percent, discountUntil }) => {
    return { id, until: discountUntil, least: leastDiscounted(percent, currency).toFixed() };
  });
  const rows = await tx.rows<{ itemId: string; given: string; paid: string }>(sql`
    select asked.id as "itemId", coalesce(sum(a.discount), 0) as given,
           coalesce(sum(a.amount) filter (where a.discount > 0 or a.is_small), 0) as paid
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked(id uuid, until date, least numeric)
    cross join lateral (
      select a.amount, a.discount,
             a.amount < asked.least and exists (
               select from open_item c join receipt r on r.tenant_id = c.tenant_id and r.id = c.receipt_id
               where c.tenant_id = a.tenant_id and c.id = a.credit_item_id and r.received_on <= asked.until) as is_small
      from application a
      where a.tenant_id = ${tenant.id} and a.debit_item_id = asked.id and (
        select count(*) from application_reversal x
        where x.tenant_id = a.tenant_id and x.application_id = a.id) = 0 offset 0) a
    group by asked.id`);
  return new Map(
    rows.map(({ itemId, given, paid }) => [itemId, { given: new Decimal(given), paid: new Decimal(paid) }]),
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
