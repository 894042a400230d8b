import { CustomerType } from "../../customers/index.js";
import { sql } from "../../platform/database/sql.js";
import type { Loader } from "../../platform/graphql/context.js";
import { Derived } from "../../platform/graphql/fields.js";
import { defineEnum } from "../../platform/graphql/filters.js";
import { type MatchSettingRow, settingsWhere } from "../matches/match-proposal.queries.js";
import { MatchSettingType } from "../matches/payer-alias.type.js";
import { DEFAULT_MATCH_SETTINGS } from "../matching/index.js";

/** Settings that hold, also those that nobody has set. */
export interface ShownMatchSetting extends Omit<MatchSettingRow, "id" | "updatedAt" | "updatedBy"> {
  readonly id: string | null;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

/** As the program ships. */
export const SHIPPED_SETTING: ShownMatchSetting = {
  id: null,
  customerId: null,
  rules: DEFAULT_MATCH_SETTINGS.rules,
  applyFrom: String(DEFAULT_MATCH_SETTINGS.applyFrom),
  proposeFrom: String(DEFAULT_MATCH_SETTINGS.proposeFrom),
  tolerance: DEFAULT_MATCH_SETTINGS.tolerance.toFixed(),
  discountGraceDays: DEFAULT_MATCH_SETTINGS.discountGraceDays,
  remainder: DEFAULT_MATCH_SETTINGS.remainder,
  version: 0,
  updatedAt: null,
  updatedBy: null,
};

/**
 * What holds for a customer, by its UUID: its own settings, else the tenant's, else as the program ships. Null for
 * credentials that are bound to some customers: they do not see how money is matched.
 */
export const customerMatchSettingLoader: Loader<string, ShownMatchSetting | null> = async (
  ids,
  { reads, principal },
) => {
  if (principal.customerIds !== null) return ids.map(() => null);
  const where = sql`(s.customer_id is null or s.customer_id = any(${ids}))`;
  const rows = await settingsWhere(reads, principal.tenantId, where);
  const byCustomer = new Map<string | null, ShownMatchSetting>(rows.map((row) => [row.customerId, row]));
  const forAll = byCustomer.get(null) ?? SHIPPED_SETTING;
  return ids.map((id) => byCustomer.get(id) ?? forAll);
};

const MatchSettingSource = defineEnum("MatchSettingSource", "Whose ways of matching hold.", {
  CUSTOMER: "The customer's own.",
  TENANT: "The tenant's, for all customers without their own.",
  DEFAULT: "The program's, since the tenant has set none.",
});

Derived<ShownMatchSetting>(
  () => MatchSettingSource,
  { description: "Whose it is." },
  (row) => {
    if (row.id === null) return "DEFAULT";
    return row.customerId === null ? "TENANT" : "CUSTOMER";
  },
)(MatchSettingType.prototype, "source");

// A customer is read without how its money is matched.
Derived<{ id: string }>(
  () => MatchSettingType,
  {
    nullable: true,
    description: "How its money is matched. Null for credentials that are bound to some customers.",
    columns: ["id"],
  },
  (row, _, context) => context.load(customerMatchSettingLoader, row.id),
)(CustomerType.prototype, "matchSetting");
