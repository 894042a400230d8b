import { sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { type ApplicationKey, type ApplicationRow, applicationsBy } from "./application.queries.js";

/** By UUID. */
export const applicationLoader: Loader<string, ApplicationRow | null> = async (ids, context) => {
  const byId = new Map((await read(context, "id", ids)).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** What a receipt is applied to, by its UUID. */
export const receiptApplicationsLoader: Loader<string, ApplicationRow[]> = async (ids, context) => {
  const rows = Map.groupBy(await read(context, "receiptId", ids), (row) => row.receiptId);
  return ids.map((id) => rows.get(id) ?? []);
};

/** The payments on an invoice, by its UUID. */
export const invoiceApplicationsLoader: Loader<string, ApplicationRow[]> = async (ids, context) => {
  const rows = Map.groupBy(await read(context, "invoiceId", ids), (row) => row.invoiceId);
  return ids.map((id) => rows.get(id) ?? []);
};

function read(
  { reads, principal }: RequestContext,
  key: ApplicationKey,
  ids: readonly string[],
): Promise<ApplicationRow[]> {
  return applicationsBy(reads, principal.tenantId, key, ids, visibleTo(principal, sql`a.customer_id`));
}
