import { type SqlFragment, sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  countCustomerReceipts,
  pagesOfCustomerReceipts,
  type ReceiptRow,
  receiptsWhere,
} from "./receipt.queries.js";

/** By UUID. */
export const receiptLoader: Loader<string, ReceiptRow | null> = async (ids, context) => {
  const where = sql`r.id = any(${ids}) and ${visibleReceipts(context)}`;
  const rows = await receiptsWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** A page of a customer's receipts, the newest first. */
export const customerReceipts: ChildPage<ReceiptRow, ConnectionArgs> = childList({
  order: totalOrder(
    [{ column: sql`r.received_on`, key: "receivedOn", type: "date", direction: "DESC" }],
    sql`r.id`,
  ),
  rows: ({ parentIds, context }, page) =>
    pagesOfCustomerReceipts(
      context.reads,
      context.principal.tenantId,
      parentIds,
      visibleReceipts(context),
      page,
    ),
  counts: ({ parentIds, context }) =>
    countCustomerReceipts(context.reads, context.principal.tenantId, parentIds, visibleReceipts(context)),
});

/** The condition that shows the principal its own customers' receipts only. */
export function visibleReceipts({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`r.customer_id`);
}
