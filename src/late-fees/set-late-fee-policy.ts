import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { ClockSchedule } from "./late-fee-lines.sql.js";
import type { DayCount } from "./late-fee-policy.queries.js";

export interface LateFeePolicySetInput {
  readonly currency: string;
  /** The first day on which it holds; today if not given. */
  readonly effectiveFrom?: string | null;
  /** Per cent a year; positive, at most 999.999999. */
  readonly annualRatePercent?: string | null;
  /** For each item that becomes late, once. Neither rate nor flat fee: nothing is charged. */
  readonly flatFee?: string | null;
  readonly dayCount: DayCount;
  readonly graceDays: number;
  readonly graceDaysFree: boolean;
  readonly minimumFee?: string | null;
  readonly maximumFee?: string | null;
  readonly minimumBalance?: string | null;
  readonly compounding: boolean;
  readonly schedule: ClockSchedule | "MANUAL";
}

/** Adds a version of a currency's policy. Those before it stay as they are, for the days on which they held. */
export const setLateFeePolicy: Command<LateFeePolicySetInput, { readonly currency: string }> = {
  name: "lateFeePolicySet",
  scope: "tenant:manage",
  async run({ tx, tenant, actor, today, emit }, input) {
    const { currency } = input;
    const checks = checkPolicy(input);
    const from = checks.date(input.effectiveFrom ?? today, "effectiveFrom");
    await tx.rows(sql`select pg_advisory_xact_lock(7220, hashtext(${tenant.id}::text))`);
    const [last] = await tx.rows<{ versionNo: number; effectiveFrom: string }>(sql`
      select version_no as "versionNo", effective_from as "effectiveFrom" from late_fee_policy
      where tenant_id = ${tenant.id} and currency = ${currency} order by version_no desc limit 1`);
    if (from && last && from < last.effectiveFrom) {
      const message = `The policy in ${currency} was set anew from ${last.effectiveFrom}; what held before stays.`;
      checks.add("INVALID_DATE", "effectiveFrom", message);
    }
    if (!from || checks.refusals.length > 0) return new Refused(checks.refusals);
    const id = uuidv7();
    await tx.rows(sql`
      insert into late_fee_policy (tenant_id, id, currency, version_no, effective_from, annual_rate, flat_fee, day_count,
        grace_days, grace_days_free, minimum_fee, maximum_fee, minimum_balance, compounding, schedule, set_by)
      values (${tenant.id}, ${id}, ${currency}, ${(last?.versionNo ?? 0) + 1}, ${from}, ${input.annualRatePercent ?? null},
        ${input.flatFee ?? null}, ${input.dayCount}, ${input.graceDays}, ${input.graceDaysFree}, ${input.minimumFee ?? null},
        ${input.maximumFee ?? null}, ${input.minimumBalance ?? null}, ${input.compounding}, ${input.schedule},
        ${actor.person ?? actor.subject})`);
    const payload = { currency, effectiveFrom: from, annualRatePercent: input.annualRatePercent ?? null };
    emit({ type: "LATE_FEE_POLICY_SET", subjectId: id, customerId: null, payload });
    return { currency };
  },
};

function checkPolicy(input: LateFeePolicySetInput): InputChecks {
  const { currency, annualRatePercent: rate, minimumFee, maximumFee } = input;
  const checks = new InputChecks().currency(currency, "currency");
  if (rate != null && (new Decimal(rate).lte(0) || new Decimal(rate).gte(1000))) {
    checks.add("INVALID_VALUE", "annualRatePercent", "A rate is more than 0 and less than 1,000 per cent.");
  }
  if (rate != null && new Decimal(rate).decimalPlaces() > 6) {
    checks.add("INVALID_VALUE", "annualRatePercent", "A rate has at most 6 decimals.");
  }
  for (const field of ["flatFee", "minimumFee", "maximumFee", "minimumBalance"] as const) {
    const amount = input[field];
    if (amount != null) checks.amount(amount, currency, field);
  }
  if (minimumFee != null && maximumFee != null && new Decimal(minimumFee).gt(maximumFee)) {
    checks.add("INVALID_VALUE", "maximumFee", "The maximum is less than the minimum.");
  }
  if (input.graceDays < 0 || input.graceDays > 365) {
    checks.add("INVALID_VALUE", "graceDays", "There are 0 to 365 days of grace.");
  }
  return checks;
}
