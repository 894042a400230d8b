import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { type ImportRunRow, rejectionsOf, runsByIds } from "./import-run.queries.js";

/** By UUID. */
export const importRunLoader: Loader<string, ImportRunRow | null> = async (ids, context) =>
  seesImports(context) ? runsByIds(context.reads, context.principal.tenantId, ids) : ids.map(() => null);

/** A file names many customers, so credentials that are bound to some see no import. */
export function seesImports({ principal }: RequestContext): boolean {
  return principal.customerIds === null;
}

/** By the run's UUID. */
export const rejectionsLoader: Loader<string, object[]> = (ids, context) =>
  rejectionsOf(context.reads, context.principal.tenantId, ids);
