import { type CustomerRow, customerOf } from "../customers/index.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { DEFAULT_MATCH_SETTINGS } from "./matching/index.js";

/** The ways of matching that hold for all customers, or for one. */
export interface MatchSettingRow {
  readonly customerId: string | null;
  readonly customer: CustomerRow | null;
  /** Whose row it is; a customer without its own has the tenant's, and a tenant without one the program's. */
  readonly source: "CUSTOMER" | "TENANT" | "DEFAULT";
  readonly rules: readonly string[];
  /** 0 to 1. */
  readonly applyFrom: string;
  readonly proposeFrom: string;
  /** In the item's currency. */
  readonly tolerance: string;
  readonly discountGraceDays: number;
  readonly remainder: "UNAPPLIED" | "ON_ACCOUNT";
  /** 0 of what nobody has set. */
  readonly version: number;
  readonly setBy: string | null;
  readonly setAt: Date | null;
}

/** The rows that are set: the tenant's first, then those of customers by number. */
export function setMatchSettings(
  db: Executor,
  tenantId: string,
  where: SqlFragment,
): Promise<MatchSettingRow[]> {
  return db.rows<MatchSettingRow>(sql`
    select s.customer_id as "customerId", ${customerOf(sql`s.tenant_id`, sql`s.customer_id`)} as customer,
           case when s.customer_id is null then 'TENANT' else 'CUSTOMER' end as source,
           s.rules, s.apply_from as "applyFrom", s.propose_from as "proposeFrom", s.tolerance,
           s.discount_grace_days as "discountGraceDays", s.remainder, s.version, s.updated_by as "setBy",
           s.updated_at as "setAt"
    from match_setting s
    left join customer c on c.tenant_id = s.tenant_id and c.id = s.customer_id
    where s.tenant_id = ${tenantId} and ${where}
    order by c.number nulls first`);
}

/** As the program ships. */
export const DEFAULT_MATCH_SETTING: MatchSettingRow = {
  customerId: null,
  customer: null,
  source: "DEFAULT",
  rules: DEFAULT_MATCH_SETTINGS.rules,
  applyFrom: String(DEFAULT_MATCH_SETTINGS.applyFrom),
  proposeFrom: String(DEFAULT_MATCH_SETTINGS.proposeFrom),
  tolerance: DEFAULT_MATCH_SETTINGS.tolerance.toFixed(),
  discountGraceDays: DEFAULT_MATCH_SETTINGS.discountGraceDays,
  remainder: DEFAULT_MATCH_SETTINGS.remainder,
  version: 0,
  setBy: null,
  setAt: null,
};
