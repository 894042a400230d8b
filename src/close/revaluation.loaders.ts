import type { Loader } from "../platform/graphql/context.js";
import {
  linesOfRuns,
  type RevaluationLineRow,
  type RevaluationRunRow,
  readRevaluationRuns,
} from "./revaluation.queries.js";

/** By UUID. Runs are over all customers, so credentials that are bound to some see none. */
export const revaluationRunLoader: Loader<string, RevaluationRunRow | null> = async (
  ids,
  { reads, principal },
) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const rows = await readRevaluationRuns(reads, principal.tenantId, { ids });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the run's UUID. */
export const revaluationLinesLoader: Loader<string, RevaluationLineRow[]> = async (
  ids,
  { reads, principal },
) => {
  const rows = Map.groupBy(await linesOfRuns(reads, principal.tenantId, ids), (row) => row.runId);
  return ids.map((id) => rows.get(id) ?? []);
};
