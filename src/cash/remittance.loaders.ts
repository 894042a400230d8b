import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { type RemittanceRow, remittancesWhere } from "./remittance.queries.js";

/** By UUID. */
export const remittanceLoader: Loader<string, RemittanceRow | null> = async (ids, context) => {
  const where = sql`n.id = any(${ids}) and ${visibleRemittances(context)}`;
  const rows = await remittancesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the receipt's UUID; null when it was recorded without one. */
export const receiptRemittanceLoader: Loader<string, RemittanceRow | null> = async (ids, context) => {
  const where = sql`n.receipt_id = any(${ids}) and ${visibleRemittances(context)}`;
  const rows = await remittancesWhere(context.reads, context.principal.tenantId, where);
  const byReceipt = new Map(rows.map((row) => [row.receiptId, row]));
  return ids.map((id) => byReceipt.get(id) ?? null);
};

/** The remittances of a bank entry, by its UUID. */
export const entryRemittancesLoader: Loader<string, RemittanceRow[]> = async (ids, context) => {
  const where = sql`n.bank_entry_id = any(${ids}) and ${visibleRemittances(context)}`;
  const rows = await remittancesWhere(context.reads, context.principal.tenantId, where);
  const byEntry = Map.groupBy(rows, (row) => row.bankEntryId);
  return ids.map((id) => byEntry.get(id) ?? []);
};

/** The condition that shows the principal its own customers' remittances only. */
export function visibleRemittances({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`n.customer_id`);
}
