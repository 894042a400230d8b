import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused, refusal } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { DEFAULT_MATCH_SETTINGS } from "../matching/index.js";

export interface MatchSettingSetInput {
  /** Whose; of all customers that have none of their own when not given. */
  readonly customerId?: string | null;
  /** In the order in which they are tried; as it is when not given, like everything below. */
  readonly rules?: readonly string[] | null;
  /** 0.5 to 1. */
  readonly applyFrom?: string | null;
  /** 0 to 1, and not above `applyFrom`. */
  readonly proposeFrom?: string | null;
  /** In the item's currency. */
  readonly tolerance?: string | null;
  readonly discountGraceDays?: number | null;
  readonly remainder?: string | null;
  readonly expectedVersion?: number | null;
}

interface Setting {
  readonly rules: readonly string[];
  readonly applyFrom: string;
  readonly proposeFrom: string;
  readonly tolerance: string;
  readonly discountGraceDays: number;
  readonly remainder: string;
}

interface SettingRow extends Setting {
  readonly id: string;
  readonly version: number;
}

const GRACE_MOST = 365;

/** Sets how payments are matched, for all customers or for one. What is not given stays; a new one begins as all others. */
export const setMatchSetting: Command<MatchSettingSetInput, { matchSettingId: string }> = {
  name: "matchSettingSet",
  scope: "tenant:manage",
  async run(context, input) {
    const { tx, tenant, actor } = context;
    const customerId = input.customerId ?? null;
    const known = await lockSettings(context, customerId);
    const own = known.find((row) => row.customerId === customerId);
    const before: Setting = own ?? known[0] ?? SHIPPED;
    const checks = await checked(context, input, own);
    const setting = changed(before, input);
    check(checks, setting);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const [kept] = await tx.rows<{ id: string }>(sql`
      insert into match_setting as s (tenant_id, id, customer_id, rules, apply_from, propose_from, tolerance,
        discount_grace_days, remainder, updated_by)
      values (${tenant.id}, ${own?.id ?? uuidv7()}, ${customerId}::uuid, ${setting.rules}, ${setting.applyFrom}::numeric,
        ${setting.proposeFrom}::numeric, ${setting.tolerance}::numeric, ${setting.discountGraceDays}::integer,
        ${setting.remainder}, ${actor.subject})
      on conflict (tenant_id, customer_id) do update
        set rules = excluded.rules, apply_from = excluded.apply_from, propose_from = excluded.propose_from,
            tolerance = excluded.tolerance, discount_grace_days = excluded.discount_grace_days,
            remainder = excluded.remainder, version = s.version + 1, updated_at = clock_timestamp(),
            updated_by = excluded.updated_by
      returning id`);
    return { matchSettingId: kept?.id ?? "" };
  },
};

const SHIPPED: Setting = {
  rules: DEFAULT_MATCH_SETTINGS.rules,
  applyFrom: String(DEFAULT_MATCH_SETTINGS.applyFrom),
  proposeFrom: String(DEFAULT_MATCH_SETTINGS.proposeFrom),
  tolerance: DEFAULT_MATCH_SETTINGS.tolerance.toFixed(),
  discountGraceDays: DEFAULT_MATCH_SETTINGS.discountGraceDays,
  remainder: DEFAULT_MATCH_SETTINGS.remainder,
};

/** The customer's own, if it has one, and the tenant's. */
async function lockSettings(
  { tx, tenant }: CommandContext,
  customerId: string | null,
): Promise<(SettingRow & { readonly customerId: string | null })[]> {
  return tx.rows(sql`
    select id, customer_id as "customerId", rules, apply_from as "applyFrom", propose_from as "proposeFrom", tolerance,
           discount_grace_days as "discountGraceDays", remainder, version
    from match_setting where tenant_id = ${tenant.id} and (customer_id is null or customer_id = ${customerId}::uuid)
    order by customer_id nulls last, id for update`);
}

async function checked(
  { tx, tenant }: CommandContext,
  { customerId, expectedVersion }: MatchSettingSetInput,
  own: SettingRow | undefined,
): Promise<InputChecks> {
  const checks = new InputChecks();
  if (customerId != null) {
    const found = await tx.rows(
      sql`select 1 from customer where tenant_id = ${tenant.id} and id = ${customerId}`,
    );
    if (found.length === 0) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
  }
  const version = own?.version ?? 0;
  if (expectedVersion != null && expectedVersion !== version) {
    const message = `The setting was changed: it is at version ${version}, you expected ${expectedVersion}.`;
    checks.refusals.push(refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: version }));
  }
  return checks;
}

function changed(before: Setting, input: MatchSettingSetInput): Setting {
  return {
    rules: input.rules ?? before.rules,
    applyFrom: input.applyFrom ?? before.applyFrom,
    proposeFrom: input.proposeFrom ?? before.proposeFrom,
    tolerance: input.tolerance ?? before.tolerance,
    discountGraceDays: input.discountGraceDays ?? before.discountGraceDays,
    remainder: input.remainder ?? before.remainder,
  };
}

function check(checks: InputChecks, setting: Setting): void {
  const { rules, discountGraceDays } = setting;
  const [applyFrom, proposeFrom] = [new Decimal(setting.applyFrom), new Decimal(setting.proposeFrom)];
  if (rules.length === 0) checks.add("REQUIRED", "rules", "Name at least one rule.");
  if (new Set(rules).size < rules.length)
    checks.add("INVALID_VALUE", "rules", "Each rule is tried once: name none twice.");
  if (applyFrom.lt(0.5) || applyFrom.gt(1))
    checks.add("INVALID_VALUE", "applyFrom", "The score from which on a part is applied is 0.5 to 1.");
  if (proposeFrom.lt(0) || proposeFrom.gt(applyFrom))
    checks.add(
      "INVALID_VALUE",
      "proposeFrom",
      "The score from which on a part is proposed is 0 to `applyFrom`.",
    );
  const tolerance = new Decimal(setting.tolerance);
  if (tolerance.isNegative()) checks.add("INVALID_AMOUNT", "tolerance", "The tolerance is zero or more.");
  checks.size(tolerance, "tolerance");
  if (discountGraceDays < 0 || discountGraceDays > GRACE_MOST)
    checks.add("INVALID_VALUE", "discountGraceDays", `The days of grace are 0 to ${GRACE_MOST}.`);
}
