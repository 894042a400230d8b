import { type SqlFragment, sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  countCustomerInvoices,
  type InvoiceLineRow,
  type InvoiceRow,
  invoicesWhere,
  linesOf,
  pagesOfCustomerInvoices,
} from "./invoice.queries.js";

/** By UUID. */
export const invoiceLoader: Loader<string, InvoiceRow | null> = async (ids, context) => {
  const where = sql`v.id = any(${ids}) and ${visibleInvoices(context)}`;
  const rows = await invoicesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the invoice's UUID. */
export const linesLoader: Loader<string, InvoiceLineRow[]> = async (ids, context) => {
  const rows = await linesOf(context.reads, context.principal.tenantId, ids);
  const byInvoice = Map.groupBy(rows, (row) => row.invoiceId);
  return ids.map((id) => byInvoice.get(id) ?? []);
};

export interface CustomerInvoicesArguments extends ConnectionArgs {
  readonly status?: string | null;
}

/** A page of a customer's invoices, the newest first. */
export const customerInvoices: ChildPage<InvoiceRow, CustomerInvoicesArguments> = childList({
  order: totalOrder(
    [{ column: sql`v.document_date`, key: "documentDate", type: "date", direction: "DESC" }],
    sql`v.id`,
  ),
  rows: ({ parentIds, args, context }, page) =>
    pagesOfCustomerInvoices(
      context.reads,
      context.principal.tenantId,
      parentIds,
      narrowed(args, context),
      page,
    ),
  counts: ({ parentIds, args, context }) =>
    countCustomerInvoices(context.reads, context.principal.tenantId, parentIds, narrowed(args, context)),
});

/** The condition that shows the principal its own customers' invoices only. */
export function visibleInvoices({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`v.customer_id`);
}

function narrowed({ status }: CustomerInvoicesArguments, context: RequestContext): SqlFragment {
  return sql`${status ? sql`v.status = ${status}` : sql`true`} and ${visibleInvoices(context)}`;
}
