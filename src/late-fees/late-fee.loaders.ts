import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  type LateFeeLineRow,
  type LateFeeRow,
  type LateFeeRunRow,
  type LateFeeWaiverRow,
  lateFeesWhere,
  linesWhere,
  waiversWhere,
} from "./late-fee.queries.js";

/** By UUID. */
export const lateFeeLoader: Loader<string, LateFeeRow | null> = async (ids, context) => {
  const rows = await lateFeesWhere(
    context.reads,
    context.principal.tenantId,
    sql`d.id = any(${ids}) and ${visibleFees(context)}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The fee whose open item it is, by the item's UUID. */
export const itemLateFeeLoader: Loader<string, LateFeeRow | null> = async (ids, context) => {
  const rows = await lateFeesWhere(
    context.reads,
    context.principal.tenantId,
    sql`d.item_id = any(${ids}) and ${visibleFees(context)}`,
  );
  const byItem = new Map(rows.map((row) => [row.itemId, row]));
  return ids.map((id) => byItem.get(id) ?? null);
};

/** What a fee is made of, by its UUID. */
export const lateFeeLinesLoader: Loader<string, LateFeeLineRow[]> = async (ids, context) => {
  const rows = await linesSeen(context, sql`l.late_fee_id = any(${ids})`);
  const byFee = Map.groupBy(rows, (row) => row.lateFeeId);
  return ids.map((id) => byFee.get(id) ?? []);
};

/** What was charged of an item, by its UUID. */
export const itemLateFeeLinesLoader: Loader<string, LateFeeLineRow[]> = async (ids, context) => {
  const byItem = Map.groupBy(await linesSeen(context, sql`l.item_id = any(${ids})`), (row) => row.itemId);
  return ids.map((id) => byItem.get(id) ?? []);
};

/** By UUID. */
export const lateFeeWaiverLoader: Loader<string, LateFeeWaiverRow | null> = async (ids, context) => {
  const byId = new Map(
    (await waiversSeen(context, sql`w.id = any(${ids})`)).map((row) => [row.id, row] as const),
  );
  return ids.map((id) => byId.get(id) ?? null);
};

/** What of a fee was waived, by the fee's UUID. */
export const lateFeeWaiversLoader: Loader<string, LateFeeWaiverRow[]> = async (ids, context) => {
  const rows = await waiversSeen(context, sql`w.late_fee_id = any(${ids})`);
  const byFee = Map.groupBy(rows, (row) => row.lateFeeId);
  return ids.map((id) => byFee.get(id) ?? []);
};

/** By UUID. Runs are over many customers, so credentials that are bound to some see none. */
export const lateFeeRunLoader: Loader<string, LateFeeRunRow | null> = async (ids, { reads, principal }) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const rows = await reads.rows<LateFeeRunRow>(sql`
    select id, as_of as "asOf", schedule, customer_ids as "customerIds", totals, created_at as "createdAt"
    from late_fee_run where tenant_id = ${principal.tenantId} and id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** Since when a customer is exempt from late fees, or is not any more. */
export interface LateFeeExemptionRow {
  readonly customerId: string;
  readonly effectiveFrom: string;
  readonly isExempt: boolean;
  readonly reason: string | null;
  readonly setBy: string;
}

/** The newest first, by the customer's UUID. */
export const exemptionsLoader: Loader<string, LateFeeExemptionRow[]> = async (ids, { reads, principal }) => {
  const rows = await reads.rows<LateFeeExemptionRow>(sql`
    select e.customer_id as "customerId", e.effective_from as "effectiveFrom", e.is_exempt as "isExempt", e.reason,
           e.set_by as "setBy"
    from late_fee_exemption e
    where e.tenant_id = ${principal.tenantId} and e.customer_id = any(${ids}) and ${visibleTo(principal, sql`e.customer_id`)}
    order by e.version_no desc`);
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  return ids.map((id) => byCustomer.get(id) ?? []);
};

/** The condition that shows the principal its own customers' fees only. */
export function visibleFees({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`d.customer_id`);
}

function linesSeen({ reads, principal }: RequestContext, where: SqlFragment): Promise<LateFeeLineRow[]> {
  return linesWhere(reads, principal.tenantId, sql`${where} and ${visibleTo(principal, sql`l.customer_id`)}`);
}

function waiversSeen({ reads, principal }: RequestContext, where: SqlFragment): Promise<LateFeeWaiverRow[]> {
  return waiversWhere(
    reads,
    principal.tenantId,
    sql`${where} and ${visibleTo(principal, sql`w.customer_id`)}`,
  );
}
