import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { exportsByIds, filesOf, type JournalExportRow, totalsOf } from "./journal-export.queries.js";

/** By UUID; nothing for credentials that are bound to some customers. */
export const journalExportLoader: Loader<string, JournalExportRow | null> = async (ids, context) =>
  seesExports(context) ? exportsByIds(context.reads, context.principal.tenantId, ids) : ids.map(() => null);

/** A batch holds entries of many customers, so credentials that are bound to some see none. */
export function seesExports({ principal }: RequestContext): boolean {
  return principal.customerIds === null;
}

/** By the batch's UUID. */
export const totalsLoader: Loader<string, object[]> = (ids, { reads, principal }) =>
  totalsOf(reads, principal.tenantId, ids);

/** By the batch's UUID. */
export const filesLoader: Loader<string, object[]> = (ids, { reads, principal }) =>
  filesOf(reads, principal.tenantId, ids);
