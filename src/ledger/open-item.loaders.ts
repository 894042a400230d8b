import { type SqlFragment, sql } from "../platform/database/sql.js";
import { type ChildPage, childList } from "../platform/graphql/child-list.js";
import type { ConnectionArgs } from "../platform/graphql/connections.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { type SortOrder, totalOrder } from "../platform/graphql/keyset.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  balancesAt,
  type CustomerBalanceRow,
  countCustomerItems,
  customerBalances,
  ITEM_IS_OPEN,
  itemsOfInvoices,
  itemsWhere,
  type MovementRow,
  movementsOf,
  type OpenItemRow,
  pagesOfCustomerItems,
} from "./open-item.queries.js";
import { reportPoint } from "./report-point.js";

/** By UUID. */
export const openItemLoader: Loader<string, OpenItemRow | null> = async (ids, context) => {
  const rows = await itemsWhere(
    context.reads,
    context.principal.tenantId,
    seen(context, sql`i.id = any(${ids})`),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The instalments of an invoice, by its UUID. */
export const invoiceItemsLoader: Loader<string, OpenItemRow[]> = (ids, context) =>
  itemsOfInvoices(context.reads, context.principal.tenantId, ids, seen(context, sql`true`));

/** By the item's UUID. */
export const movementsLoader: Loader<string, MovementRow[]> = async (ids, context) => {
  const rows = Map.groupBy(
    await movementsOf(context.reads, context.principal.tenantId, ids),
    (row) => row.itemId,
  );
  return ids.map((id) => rows.get(id) ?? []);
};

export interface CustomerBalanceKey {
  readonly customerId: string;
  /** Null for today. */
  readonly asOf: string | null;
}

/** What a customer owes at the end of a day, by currency; one statement for each day that is asked for. */
export const customerBalanceLoader: Loader<CustomerBalanceKey, CustomerBalanceRow[]> = async (
  keys,
  context,
) => {
  const { customerIds } = context.principal;
  const visible = keys.filter((key) => customerIds === null || customerIds.includes(key.customerId));
  const balances = await Promise.all(
    [...Map.groupBy(visible, (key) => key.asOf)].map(async ([asOf, group]) => {
      const point = await reportPoint(context, { asOf });
      const ids = group.map((key) => key.customerId);
      const rows = await customerBalances(context.reads, point, ids);
      return [asOf, Map.groupBy(rows, (row) => row.customerId)] as const;
    }),
  );
  const byDay = new Map(balances);
  return keys.map((key) => byDay.get(key.asOf)?.get(key.customerId) ?? []);
};

export interface BalanceAtKey {
  readonly itemId: string;
  readonly asOf: string | null;
  readonly knownAt: Date | null;
}

/** The balance of an item at a point; one statement for each point that is asked for. */
export const balanceAtLoader: Loader<BalanceAtKey, string> = async (keys, context) => {
  const { reads } = context;
  const groups = Map.groupBy(keys, pointOf);
  const balances = await Promise.all(
    [...groups].map(async ([name, [first, ...others]]) => {
      const point = await reportPoint(context, first ?? {});
      const ids = [first, ...others].flatMap((key) => key?.itemId ?? []);
      const rows = await balancesAt(reads, point, ids);
      return [name, new Map(rows.map((row) => [row.itemId, row.balance]))] as const;
    }),
  );
  const byPoint = new Map(balances);
  return keys.map((key) => byPoint.get(pointOf(key))?.get(key.itemId) ?? "0");
};

export interface CustomerItemsArguments extends ConnectionArgs {
  readonly status: string;
}

/** By due date, then id: the order that the indexes on a customer's items have. */
export const DUE_DATE_ORDER: SortOrder = totalOrder(
  [{ column: sql`i.due_date`, key: "dueDate", type: "date", direction: "ASC" }],
  sql`i.id`,
);

/** A page of a customer's items. */
export const customerItems: ChildPage<OpenItemRow, CustomerItemsArguments> = childList({
  order: DUE_DATE_ORDER,
  rows: ({ parentIds, args, context }, page) =>
    pagesOfCustomerItems(
      context.reads,
      context.principal.tenantId,
      parentIds,
      seen(context, withStatus(args)),
      page,
    ),
  counts: ({ parentIds, args, context }) =>
    countCustomerItems(context.reads, context.principal.tenantId, parentIds, seen(context, withStatus(args))),
});

/** Only open items, or all. */
export function withStatus({ status }: { readonly status: string }): SqlFragment {
  return status === "OPEN" ? ITEM_IS_OPEN : sql`true`;
}

function seen({ principal }: RequestContext, where: SqlFragment): SqlFragment {
  return sql`${where} and ${visibleTo(principal, sql`i.customer_id`)}`;
}

function pointOf({ asOf, knownAt }: BalanceAtKey): string {
  return `${asOf} ${knownAt?.toISOString()}`;
}
