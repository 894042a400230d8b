import { sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  type AdjustmentTable,
  CREDIT_MEMOS,
  type CreditMemoRow,
  rowsWhere,
  WRITE_OFFS,
  type WriteOffRow,
} from "./adjustment.queries.js";
import { CHARGES, type ChargeRow } from "./charge.queries.js";
import { REFUNDS, type RefundRow } from "./refund.queries.js";

/** By UUID. */
export const creditMemoLoader: Loader<string, CreditMemoRow | null> = byId(CREDIT_MEMOS);

/** By UUID. */
export const writeOffLoader: Loader<string, WriteOffRow | null> = byId(WRITE_OFFS);

/** By UUID. */
export const refundLoader: Loader<string, RefundRow | null> = byId(REFUNDS);

/** By UUID. */
export const chargeLoader: Loader<string, ChargeRow | null> = byId(CHARGES);

/** The refunds of a credit's item, by the item's UUID, in their order. */
export const itemRefundsLoader: Loader<string, RefundRow[]> = async (ids, context) => {
  const where = sql`d.item_id = any(${ids}) and ${visibleAdjustments(context)}`;
  const rows = await rowsWhere(context.reads, REFUNDS, context.principal.tenantId, where);
  const byItem = Map.groupBy(
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    (row) => row.itemId,
  );
  return ids.map((id) => byItem.get(id) ?? []);
};

/** The write-offs of an open item, by the item's UUID, in their order. */
export const itemWriteOffsLoader: Loader<string, WriteOffRow[]> = async (ids, context) => {
  const where = sql`d.item_id = any(${ids}) and ${visibleAdjustments(context)}`;
  const rows = await rowsWhere(context.reads, WRITE_OFFS, context.principal.tenantId, where);
  const byItem = Map.groupBy(
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    (row) => row.itemId,
  );
  return ids.map((id) => byItem.get(id) ?? []);
};

/** The condition that shows the principal its own customers' adjustments only. */
export function visibleAdjustments({ principal }: RequestContext) {
  return visibleTo(principal, sql`d.customer_id`);
}

function byId<Row extends { readonly id: string }>(table: AdjustmentTable<Row>): Loader<string, Row | null> {
  return async (ids, context) => {
    const where = sql`d.id = any(${ids}) and ${visibleAdjustments(context)}`;
    const rows = await rowsWhere(context.reads, table, context.principal.tenantId, where);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
}
