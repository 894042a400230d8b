import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ClockSchedule } from "./late-fee-lines.sql.js";

/** How spans of days become parts of a year. */
export type DayCount = "ACTUAL_365" | "THIRTY_360";

/** A version of a currency's policy; amounts are positive. */
export interface LateFeePolicyRow {
  readonly currency: string;
  readonly versionNo: number;
  readonly effectiveFrom: string;
  /** Per cent a year. */
  readonly annualRatePercent: string | null;
  readonly flatFee: string | null;
  readonly dayCount: DayCount;
  readonly graceDays: number;
  readonly graceDaysFree: boolean;
  readonly minimumFee: string | null;
  readonly maximumFee: string | null;
  readonly minimumBalance: string | null;
  readonly compounding: boolean;
  readonly schedule: ClockSchedule | "MANUAL";
  readonly setBy: string;
}

/** Every version, by currency, the newest first. */
export function readPolicies(
  db: Executor,
  tenantId: string,
  currency: string | null,
): Promise<LateFeePolicyRow[]> {
  return db.rows<LateFeePolicyRow>(sql`
    select p.currency, p.version_no as "versionNo", p.effective_from as "effectiveFrom",
           trim_scale(p.annual_rate)::text as "annualRatePercent", p.flat_fee::text as "flatFee", p.day_count as "dayCount",
           p.grace_days as "graceDays", p.grace_days_free as "graceDaysFree", p.minimum_fee::text as "minimumFee",
           p.maximum_fee::text as "maximumFee", p.minimum_balance::text as "minimumBalance", p.compounding, p.schedule,
           p.set_by as "setBy"
    from late_fee_policy p
    where p.tenant_id = ${tenantId} and (${currency}::text is null or p.currency = ${currency}::text)
    order by p.currency, p.version_no desc`);
}

/** Whether the policy of any currency charges something on a day, by a schedule if one is given. */
export async function hasPolicyOn(
  db: Executor,
  tenantId: string,
  day: string,
  schedule: ClockSchedule | null,
): Promise<boolean> {
  const inForce: SqlFragment = sql`
    select distinct on (currency) annual_rate, flat_fee, schedule from late_fee_policy
    where tenant_id = ${tenantId} and effective_from <= ${day}::date
    order by currency, effective_from desc, version_no desc`;
  const found = await db.rows(sql`
    select 1 from (${inForce}) p
    where (p.annual_rate is not null or p.flat_fee is not null) and (${schedule}::text is null or p.schedule = ${schedule}::text)
    limit 1`);
  return found.length > 0;
}
