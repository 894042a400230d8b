import type { Loader } from "../platform/graphql/context.js";
import {
  changesOfPeriods,
  entriesById,
  type JournalEntryRow,
  type JournalLineRow,
  linesOfEntries,
  type PeriodChangeRow,
  type PeriodRow,
  periodsById,
} from "./journal.queries.js";

/** By UUID; nothing for credentials that are bound to some customers. */
export const journalEntryLoader: Loader<string, JournalEntryRow | null> = async (
  ids,
  { reads, principal },
) => {
  const rows = principal.customerIds === null ? await entriesById(reads, principal.tenantId, ids) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the entry's UUID. */
export const journalLinesLoader: Loader<string, JournalLineRow[]> = async (ids, { reads, principal }) => {
  const rows = Map.groupBy(await linesOfEntries(reads, principal.tenantId, ids), (row) => row.entryId);
  return ids.map((id) => rows.get(id) ?? []);
};

/** By UUID. */
export const periodLoader: Loader<string, PeriodRow | null> = async (ids, { reads, principal }) => {
  const byId = new Map((await periodsById(reads, principal.tenantId, ids)).map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** By the period's UUID. */
export const periodChangesLoader: Loader<string, PeriodChangeRow[]> = async (ids, { reads, principal }) => {
  const rows = Map.groupBy(await changesOfPeriods(reads, principal.tenantId, ids), (row) => row.periodId);
  return ids.map((id) => rows.get(id) ?? []);
};
