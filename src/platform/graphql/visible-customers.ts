import type { Principal } from "../auth/principal.js";
import { type SqlFragment, sql } from "../database/sql.js";

/** The condition that keeps credentials which are bound to some customers to those customers' rows. */
export function visibleTo({ customerIds }: Principal, customerColumn: SqlFragment): SqlFragment {
  return customerIds === null ? sql`true` : sql`${customerColumn} = any(${customerIds})`;
}
