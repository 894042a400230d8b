import { sql } from "../../platform/database/sql.js";
import type { Loader, RequestContext } from "../../platform/graphql/context.js";
import { visibleBankFiles } from "../bank-batch.loaders.js";
import {
  type BankMatchRow,
  bankMatchesWhere,
  type MatchedMovementRow,
  movementsOfMatches,
} from "./bank-match.queries.js";
import { type CashMovementRow, movementsWhere } from "./cash-movement.queries.js";

/** By UUID; nothing for credentials that are bound to some customers. */
export const bankMatchLoader: Loader<string, BankMatchRow | null> = async (ids, context) => {
  const rows = await bankMatchesWhere(
    context.reads,
    context.principal.tenantId,
    sql`m.id = any(${ids}) and ${visibleBankFiles(context)}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** Of bank entries, by UUID: the match that stands. */
export const standingMatchLoader: Loader<string, BankMatchRow | null> = async (ids, context) => {
  const rows = await bankMatchesWhere(
    context.reads,
    context.principal.tenantId,
    sql`m.bank_entry_id = any(${ids}) and m.status = 'CONFIRMED' and ${visibleBankFiles(context)}`,
  );
  const byLine = new Map(rows.map((row) => [row.bankEntryId, row]));
  return ids.map((id) => byLine.get(id) ?? null);
};

/** By the match's UUID. */
export const matchedMovementsLoader: Loader<string, MatchedMovementRow[]> = async (ids, context) => {
  const found = await movementsOfMatches(context.reads, context.principal.tenantId, ids);
  const rows = Map.groupBy(found, (row) => row.matchId);
  return ids.map((id) => rows.get(id) ?? []);
};

/** By the journal entry's UUID. */
export const cashMovementLoader: Loader<string, CashMovementRow | null> = async (ids, context) => {
  const rows = await cashMovements(ids, context);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

function cashMovements(ids: readonly string[], { reads, principal }: RequestContext) {
  if (principal.customerIds !== null) return Promise.resolve([]);
  const named = sql`j.tenant_id = ${principal.tenantId} and j.id = any(${ids})`;
  return movementsWhere(reads, principal.tenantId, named, ids.length);
}
