import { sql } from "../platform/database/sql.js";
import type { Loader } from "../platform/graphql/context.js";
import { DEFAULT_MATCH_SETTING, type MatchSettingRow, setMatchSettings } from "./match-setting.queries.js";

/**
 * What holds for a customer, by its UUID: its own, else the tenant's, else as the program ships. Null for credentials
 * that are bound to some customers: they do not see how money is matched.
 */
export const customerMatchSettingLoader: Loader<string, MatchSettingRow | null> = async (
  ids,
  { reads, principal },
) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const where = sql`(s.customer_id is null or s.customer_id = any(${ids}))`;
  const rows = await setMatchSettings(reads, principal.tenantId, where);
  const byCustomer = new Map(rows.map((row) => [row.customerId, row]));
  const forAll = byCustomer.get(null) ?? DEFAULT_MATCH_SETTING;
  return ids.map((id) => byCustomer.get(id) ?? forAll);
};
