import type { Loader } from "../platform/graphql/context.js";
import { type ImportRunRow, rejectionsOf, runsByIds } from "./import-run.queries.js";

/** By UUID. */
export const importRunLoader: Loader<string, ImportRunRow | null> = (ids, context) =>
  runsByIds(context.reads, context.principal.tenantId, ids);

/** By the run's UUID. */
export const rejectionsLoader: Loader<string, object[]> = (ids, context) =>
  rejectionsOf(context.reads, context.principal.tenantId, ids);
