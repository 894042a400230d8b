import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  type MatchApplicationRow,
  type MatchPartRow,
  matchApplicationsWhere,
  matchPartsWhere,
} from "./match-part.queries.js";
import { latestMatches, type MatchProposalRow, matchesWhere } from "./match-proposal.queries.js";

/** By UUID. */
export const matchLoader: Loader<string, MatchProposalRow | null> = async (ids, context) => {
  const where = sql`m.id = any(${ids}) and ${visibleMatches(context)}`;
  const rows = await matchesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** A receipt's latest match, by the receipt's UUID; null when it was never matched. */
export const latestMatchLoader: Loader<string, MatchProposalRow | null> = async (ids, context) => {
  const rows = await latestMatches(context.reads, context.principal.tenantId, ids, visibleMatches(context));
  const byReceipt = new Map(rows.map((row) => [row.receiptId, row]));
  return ids.map((id) => byReceipt.get(id) ?? null);
};

/** Every match of a receipt, the latest first, by the receipt's UUID. */
export const receiptMatchesLoader: Loader<string, MatchProposalRow[]> = async (ids, context) => {
  const where = sql`m.receipt_id = any(${ids}) and ${visibleMatches(context)}`;
  const rows = await matchesWhere(context.reads, context.principal.tenantId, where);
  const byReceipt = Map.groupBy(rows, (row) => row.receiptId);
  return ids.map((id) => byReceipt.get(id) ?? []);
};

/** By the match's UUID: its parts and alternatives, in its order. */
export const matchPartsLoader: Loader<string, MatchPartRow[]> = async (ids, { reads, principal }) => {
  const rows = await matchPartsWhere(reads, principal.tenantId, sql`p.match_id = any(${ids})`);
  const byMatch = Map.groupBy(rows, (row) => row.matchId);
  return ids.map((id) => byMatch.get(id) ?? []);
};

/** By UUID. */
export const matchPartLoader: Loader<string, MatchPartRow | null> = async (ids, { reads, principal }) => {
  const rows = await matchPartsWhere(reads, principal.tenantId, sql`p.id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** What was applied for a part, by the part's UUID. */
export const partApplicationsLoader: Loader<string, MatchApplicationRow[]> = async (
  ids,
  { reads, principal },
) => {
  const where = sql`(a.part_id = any(${ids}) or a.credit_part_id = any(${ids}))`;
  const rows = await matchApplicationsWhere(reads, principal.tenantId, where);
  return ids.map((id) => rows.filter((row) => row.partId === id || row.creditPartId === id));
};

/** What an application was made for, by its UUID; null when no match made it. */
export const applicationMatchLoader: Loader<string, MatchApplicationRow | null> = async (
  ids,
  { reads, principal },
) => {
  const rows = await matchApplicationsWhere(reads, principal.tenantId, sql`a.application_id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.applicationId, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The condition that shows the principal its own customers' matches only. */
export function visibleMatches({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`m.customer_id`);
}
