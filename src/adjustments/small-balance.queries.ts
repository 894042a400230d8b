import { sql } from "../platform/database/sql.js";
import type { Loader } from "../platform/graphql/context.js";
import type { SmallBalanceTotal } from "./run-small-balances.js";
import type { Tolerance } from "./small-balances.sql.js";

/** A run as it is read. */
export interface SmallBalanceRunRow {
  readonly id: string;
  readonly asOf: string;
  readonly tolerances: readonly Tolerance[];
  readonly totals: readonly SmallBalanceTotal[];
  readonly createdAt: Date;
}

/** By UUID. Runs are over all customers, so credentials that are bound to some see none. */
export const smallBalanceRunLoader: Loader<string, SmallBalanceRunRow | null> = async (
  ids,
  { reads, principal },
) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const rows = await reads.rows<SmallBalanceRunRow>(sql`
    select id, as_of as "asOf", tolerances, totals, created_at as "createdAt"
    from small_balance_run where tenant_id = ${principal.tenantId} and id = any(${ids})`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
