import type { BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { paymentInFull } from "../discount.rules.js";
import { type DiscountsTaken, discountsTaken, offerOf } from "../discount-offers.js";
import type { MatchItem, MatchPayment } from "../matching/index.js";
import type { AvailableDiscount } from "../matching/matching.model.js";
import { namedNumbers } from "../matching/named-numbers.rules.js";

type Reads = Pick<CommandContext, "tx" | "tenant">;

/** A number that more items have than the engine takes from one says nothing of any of them. */
const SHARED_MOST = 51;

/** An amount alone that more items have leads to none of them. */
const OF_AMOUNT_MOST = 6;

/** Of one customer, the oldest; one that has more open is matched by numbers. */
const OPEN_MOST = 1_000;

/** A second payment of the same comes within so many days. */
const REPEATED_WITHIN = 90;

export interface ItemOwner {
  readonly id: string;
  readonly customerId: string;
}

/** The items that the payments name by our number or the customer's order, open or settled, whosoever they are. */
export async function namedItems(
  { tx, tenant }: Reads,
  payments: readonly MatchPayment[],
): Promise<ItemOwner[]> {
  const { plain, digits } = namedNumbers(payments);
  if (plain.length === 0 && digits.length === 0) return [];
  const invoicesBy = (
    column: "number_plain" | "number_digits" | "order_plain",
    keys: readonly string[],
  ) => sql`
    select i.id, i.customer_id from unnest(${keys}::text[]) as asked(key)
    cross join lateral (
      select v.id from invoice v
      where v.tenant_id = ${tenant.id} and v.${sql.identifier(column)} = asked.key and v.status = 'ISSUED'
      limit ${SHARED_MOST}::integer) v
    cross join lateral (
      select o.id, o.customer_id from open_item o where o.tenant_id = ${tenant.id} and o.invoice_id = v.id offset 0) i`;
  const othersBy = (column: "number_plain" | "number_digits", keys: readonly string[]) => sql`
    select found.id, found.customer_id from unnest(${keys}::text[]) as asked(key)
    cross join lateral (
      select i.id, i.customer_id from open_item i
      where i.tenant_id = ${tenant.id} and i.${sql.identifier(column)} = asked.key
      limit ${SHARED_MOST}::integer) found`;
  return tx.rows<ItemOwner>(sql`
    select id, customer_id as "customerId" from (
      ${invoicesBy("number_plain", plain)} union ${invoicesBy("number_digits", digits)}
      union ${invoicesBy("order_plain", plain)}
      union ${othersBy("number_plain", plain)} union ${othersBy("number_digits", digits)}) as named
    where customer_id is not null`);
}

/** Items that have just so much open, whosoever they are: all that money of an unknown payer can be told by. */
export async function itemsOfAmounts(
  { tx, tenant }: Reads,
  payments: readonly MatchPayment[],
): Promise<ItemOwner[]> {
  const keys = [...new Set(payments.map(({ amount, currency }) => `${currency} ${amount.toFixed()}`))];
  if (keys.length === 0) return [];
  const rows = await tx.rows<ItemOwner & { key: string }>(sql`
    select asked.key, found.id, found.customer_id as "customerId" from unnest(${keys}::text[]) as asked(key)
    cross join lateral (
      select i.id, i.customer_id from open_item i where i.tenant_id = ${tenant.id} and i.open_key = asked.key
      limit ${OF_AMOUNT_MOST}::integer) found`);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return rows.filter(({ key }) => (byKey.get(key)?.length ?? 0) < OF_AMOUNT_MOST);
}

/** A payment's amount as a customer may have paid it before. */
export interface PossibleRepetition {
  readonly customerId: string;
  readonly currency: string;
  readonly amount: string;
  readonly date: BusinessDate;
}

/** Items that a customer settled lately by a payment of the very same amount. */
export async function itemsPaidBefore(
  { tx, tenant }: Reads,
  payments: readonly PossibleRepetition[],
): Promise<ItemOwner[]> {
  if (payments.length === 0) return [];
  return tx.rows<ItemOwner>(sql`
    select distinct d.id, d.customer_id as "customerId"
    from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
      as p("customerId" uuid, currency text, amount numeric, date date)
    cross join lateral (
      select r.id from receipt r
      where r.tenant_id = ${tenant.id} and r.customer_id = p."customerId"
        and r.received_on between p.date - ${REPEATED_WITHIN}::integer and p.date
        and r.amount = p.amount and r.currency = p.currency and r.reversal_entry_id is null
      limit ${SHARED_MOST}::integer) r
    cross join lateral (
      select i.id from open_item i where i.tenant_id = ${tenant.id} and i.receipt_id = r.id offset 0) c
    cross join lateral (
      select a.id, a.debit_item_id from application a
      where a.tenant_id = ${tenant.id} and a.credit_item_id = c.id and ${STANDS} offset 0) a
    cross join lateral (
      select i.id, i.customer_id from open_item i
      where i.tenant_id = ${tenant.id} and i.id = a.debit_item_id and not i.is_open offset 0) d`);
}

/**
 * Of the application of alias `a`. Like the statements around it, it goes from row to row by the keys and is written so that
 * no plan can do otherwise: a batch of some thousand looks up few of the rows that there are.
 */
const STANDS: SqlFragment = sql`(
  select count(*) from application_reversal x where x.tenant_id = a.tenant_id and x.application_id = a.id) = 0`;

interface ItemRow extends Omit<MatchItem, "open" | "discount" | "customerReferences" | "settledBy"> {
  readonly open: string;
  readonly original: string;
  readonly discountPercent: string | null;
  readonly discountUntil: BusinessDate | null;
  readonly purchaseOrder: string | null;
  readonly settledReceipt: string | null;
  readonly settledAmount: string | null;
}

/** What the customers have open, credit memos too, and the items named beside. */
export async function matchItems(
  { tx, tenant }: Reads,
  customerIds: readonly string[],
  itemIds: readonly string[],
  currencies: readonly string[],
): Promise<MatchItem[]> {
  const rows = await tx.rows<ItemRow>(sql`
    select i.id, i.document_number as number, i.customer_id as "customerId", i.currency,
           i.document_date as "documentDate", i.due_date as "dueDate", i.open_amount as open, i.original_amount as original,
           i.discount_percent as "discountPercent", i.discount_until as "discountUntil",
           v.terms_id as "paymentTerm", v.purchase_order as "purchaseOrder",
           s.receipt_id as "settledReceipt", s.amount as "settledAmount"
    from (select found.id from unnest(${customerIds}::uuid[]) as asked(id)
            cross join lateral (
              select o.id from open_item o
              where o.tenant_id = ${tenant.id} and o.customer_id = asked.id and o.is_open
                and o.kind not in ('RECEIPT', 'DEPOSIT') and o.currency = any(${currencies})
              order by o.due_date, o.id limit ${OPEN_MOST}::integer) found
          union select unnest(${itemIds}::uuid[])) as wanted
    cross join lateral (select * from open_item o where o.tenant_id = ${tenant.id} and o.id = wanted.id offset 0) i
    left join lateral (
      select n.terms_id, n.purchase_order from invoice n where n.tenant_id = ${tenant.id} and n.id = i.invoice_id offset 0
    ) v on true
    left join lateral (
      select c.receipt_id, a.amount from application a
      cross join lateral (
        select o.receipt_id from open_item o where o.tenant_id = ${tenant.id} and o.id = a.credit_item_id offset 0) c
      where not i.is_open and a.tenant_id = ${tenant.id} and a.debit_item_id = i.id and c.receipt_id is not null
        and ${STANDS}
      order by a.effective_date desc, a.id desc limit 1) s on true
    order by i.id`);
  const offering = rows.flatMap((row) => {
    const percent = new Decimal(row.open).gt(0) ? row.discountPercent : null;
    return percent === null ? [] : [{ ...row, percent: new Decimal(percent) }];
  });
  const taken = await discountsTaken({ tx, tenant }, offering);
  return rows.map((row) => itemOf(row, taken.get(row.id)));
}

function itemOf(row: ItemRow, taken: DiscountsTaken | undefined): MatchItem {
  const { id, number, customerId, currency, documentDate, dueDate, paymentTerm, purchaseOrder } = row;
  return {
    ...{ id, number, customerId, currency, documentDate, dueDate, paymentTerm },
    open: new Decimal(row.open),
    discount: discountOf(row, taken),
    customerReferences: purchaseOrder ? [purchaseOrder] : [],
    settledBy:
      row.settledReceipt && row.settledAmount
        ? { paymentId: row.settledReceipt, amount: new Decimal(row.settledAmount) }
        : null,
  };
}

/** What is let go when all that is open is paid in time. */
function discountOf(row: ItemRow, taken: DiscountsTaken | undefined): AvailableDiscount | null {
  if (row.discountPercent === null || row.discountUntil === null) return null;
  const open = new Decimal(row.open);
  const offer = offerOf(new Decimal(row.original), new Decimal(row.discountPercent), row.currency, taken);
  const amount = open.minus(paymentInFull(open, offer, row.currency));
  return amount.gt(0) ? { amount, lastDay: row.discountUntil } : null;
}
