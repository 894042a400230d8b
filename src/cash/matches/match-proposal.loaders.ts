import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { Loader, RequestContext } from "../../platform/graphql/context.js";
import { visibleTo } from "../../platform/graphql/visible-customers.js";
import {
  aliasesWhere,
  type MatchPartRow,
  type MatchProposalRow,
  type MatchSettingRow,
  matchesWhere,
  type PayerAliasRow,
  partsWhere,
  settingsWhere,
} from "./match-proposal.queries.js";

/** By UUID. */
export const matchProposalLoader: Loader<string, MatchProposalRow | null> = async (ids, context) => {
  const where = sql`m.id = any(${ids}) and ${visibleMatches(context)}`;
  const rows = await matchesWhere(context.reads, context.principal.tenantId, where);
  return byId(ids, rows);
};

/** All of a receipt's matches, the newest first. */
export const receiptMatchesLoader: Loader<string, MatchProposalRow[]> = async (ids, context) => {
  const where = sql`m.receipt_id = any(${ids}) and ${visibleMatches(context)}`;
  const rows = await matchesWhere(context.reads, context.principal.tenantId, where);
  const byReceipt = Map.groupBy(rows.toReversed(), (row) => row.receiptId);
  return ids.map((id) => byReceipt.get(id) ?? []);
};

/** By UUID. */
export const matchPartLoader: Loader<string, MatchPartRow | null> = async (ids, context) => {
  const where = sql`p.id = any(${ids}) and ${visibleParts(context)}`;
  return byId(ids, await partsWhere(context.reads, context.principal.tenantId, where));
};

/** The part that an application was made for, by the application's UUID; null when it was made without matching. */
export const applicationPartLoader: Loader<string, MatchPartRow | null> = async (ids, context) => {
  const made = sql`select x.part_id from match_application x where x.tenant_id = p.tenant_id and x.application_id = any(${ids})`;
  const where = sql`p.id in (${made}) and ${visibleParts(context)}`;
  const rows = await partsWhere(context.reads, context.principal.tenantId, where);
  return ids.map((id) => rows.find((row) => row.applicationIds.includes(id)) ?? null);
};

/** A match's parts, in their order. */
export const matchPartsLoader: Loader<string, MatchPartRow[]> = async (ids, context) => {
  const where = sql`p.match_id = any(${ids}) and ${visibleParts(context)}`;
  const rows = await partsWhere(context.reads, context.principal.tenantId, where);
  const byMatch = Map.groupBy(rows, (row) => row.matchId);
  return ids.map((id) => byMatch.get(id) ?? []);
};

/** By UUID. */
export const payerAliasLoader: Loader<string, PayerAliasRow | null> = async (ids, context) => {
  const where = sql`a.id = any(${ids}) and ${visibleTo(context.principal, sql`a.customer_id`)}`;
  return byId(ids, await aliasesWhere(context.reads, context.principal.tenantId, where));
};

/** By UUID; nothing for credentials that are bound to customers. */
export const matchSettingLoader: Loader<string, MatchSettingRow | null> = async (ids, context) => {
  if (context.principal.customerIds) return ids.map(() => null);
  return byId(ids, await settingsWhere(context.reads, context.principal.tenantId, sql`s.id = any(${ids})`));
};

function byId<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The condition that shows the principal matches of its own customers only. */
export function visibleMatches({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`m.customer_id`);
}

/** The same of their parts: also an alternative must not be another customer's. */
function visibleParts({ principal }: RequestContext): SqlFragment {
  if (!principal.customerIds) return sql`true`;
  return sql`exists (select from receipt_match m join open_item i on i.tenant_id = m.tenant_id and i.id = p.item_id
    where m.tenant_id = p.tenant_id and m.id = p.match_id
      and ${visibleTo(principal, sql`m.customer_id`)} and ${visibleTo(principal, sql`i.customer_id`)})`;
}
