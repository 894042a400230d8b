import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { DEFAULT_MATCH_SETTINGS, type MatchRule, type MatchSettings } from "../matching/index.js";

/** How a tenant matches: for all customers, and otherwise for some. */
export interface TenantMatchSettings {
  readonly all: MatchSettings;
  readonly byCustomer: ReadonlyMap<string, MatchSettings>;
}

interface SettingRow {
  readonly customerId: string | null;
  readonly rules: readonly MatchRule[];
  readonly applyFrom: string;
  readonly proposeFrom: string;
  readonly tolerance: string;
  readonly discountGraceDays: number;
  readonly remainder: MatchSettings["remainder"];
}

/** The settings in force; what nobody has set is as the program ships. */
export async function readMatchSettings({
  tx,
  tenant,
}: Pick<CommandContext, "tx" | "tenant">): Promise<TenantMatchSettings> {
  const rows = await tx.rows<SettingRow>(sql`
    select customer_id as "customerId", rules, apply_from as "applyFrom", propose_from as "proposeFrom", tolerance,
           discount_grace_days as "discountGraceDays", remainder
    from match_setting where tenant_id = ${tenant.id}`);
  const own = rows.map((row) => [row.customerId, settingsOf(row)] as const);
  return {
    all: own.find(([customerId]) => customerId === null)?.[1] ?? DEFAULT_MATCH_SETTINGS,
    byCustomer: new Map(own.flatMap(([id, settings]) => (id === null ? [] : [[id, settings] as const]))),
  };
}

function settingsOf({ customerId: _, applyFrom, proposeFrom, tolerance, ...row }: SettingRow): MatchSettings {
  return {
    ...row,
    applyFrom: Number(applyFrom),
    proposeFrom: Number(proposeFrom),
    tolerance: new Decimal(tolerance),
  };
}
