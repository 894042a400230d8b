import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { aliasesWhere, type PayerAliasRow } from "./payer-alias.queries.js";

/** By UUID. */
export const payerAliasLoader: Loader<string, PayerAliasRow | null> = async (ids, context) => {
  const where = sql`p.id = any(${ids}) and ${visibleAliases(context)}`;
  const rows = await aliasesWhere(context.reads, context.principal.tenantId, where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};

/** The condition that shows the principal its own customers' aliases only. */
export function visibleAliases({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`p.customer_id`);
}
