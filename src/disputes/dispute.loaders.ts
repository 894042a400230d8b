import { type LedgerPoint, reportPoint } from "../ledger/index.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { Decimal } from "../platform/money.js";
import {
  type DisputedRow,
  type DisputeRow,
  disputedAt,
  disputesOfInvoices,
  disputesWhere,
  statusesAt,
} from "./dispute.queries.js";

/** By UUID. */
export const disputeLoader: Loader<string, DisputeRow | null> = async (ids, context) => {
  const where = sql`d.id = any(${ids}) and ${visibleDisputes(context)}`;
  const rows = await disputesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The disputes of an invoice by its UUID, the oldest first. */
export const invoiceDisputesLoader: Loader<string, DisputeRow[]> = (ids, context) =>
  disputesOfInvoices(context.reads, context.principal.tenantId, ids, visibleDisputes(context));

/** Something that is told for a point. */
export interface AtPoint {
  readonly id: string;
  /** Null for today. */
  readonly asOf: string | null;
  /** Null for now. */
  readonly knownAt: Date | null;
}

/** What was disputed of an open item, by the item's UUID; one statement for each point that is asked for. */
export const itemDisputedLoader: Loader<AtPoint, string> = (keys, context) =>
  atPoints(keys, context, "0", async (point, ids) => {
    const items = sql`select i from unnest(${ids}::uuid[]) i`;
    return sums(await disputedAt(context.reads, point, items), ({ itemId }) => itemId);
  });

/** What was disputed by a dispute, by its UUID; one statement for each point that is asked for. */
export const disputedByLoader: Loader<AtPoint, string> = (keys, context) =>
  atPoints(keys, context, "0", async (point, ids) => {
    const items = sql`
      select o.item_id from dispute_item o where o.tenant_id = ${point.tenantId} and o.dispute_id = any(${ids})`;
    return sums(await disputedAt(context.reads, point, items), ({ disputeId }) => disputeId);
  });

/** Where a dispute stood, by its UUID; null before it was opened. One statement for each point that is asked for. */
export const statusAtLoader: Loader<AtPoint, string | null> = (keys, context) =>
  atPoints<string | null>(keys, context, null, async (point, ids) => {
    const rows = await statusesAt(context.reads, point, ids);
    return new Map(rows.map(({ disputeId, status }) => [disputeId, status]));
  });

/** The condition that shows the principal its own customers' disputes only. */
export function visibleDisputes({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`d.customer_id`);
}

async function atPoints<Value>(
  keys: readonly AtPoint[],
  context: RequestContext,
  otherwise: Value,
  read: (point: LedgerPoint, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<Value[]> {
  const pointOf = ({ asOf, knownAt }: AtPoint) => `${asOf} ${knownAt?.toISOString()}`;
  const found = await Promise.all(
    [...Map.groupBy(keys, pointOf)].map(async ([name, group]) => {
      const point = await reportPoint(context, group[0] ?? {});
      const ids = group.map(({ id }) => id);
      return [name, await read(point, ids)] as const;
    }),
  );
  const byPoint = new Map(found);
  return keys.map((key) => byPoint.get(pointOf(key))?.get(key.id) ?? otherwise);
}

function sums(rows: readonly DisputedRow[], keyOf: (row: DisputedRow) => string): Map<string, string> {
  const groups = Map.groupBy(rows, keyOf);
  const sum = (group: readonly DisputedRow[]) =>
    group.reduce((total, { disputed }) => total.plus(disputed), new Decimal(0)).toFixed();
  return new Map([...groups].map(([key, group]) => [key, sum(group)]));
}
