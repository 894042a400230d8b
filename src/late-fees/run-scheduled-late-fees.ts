import { endOfMonth } from "../platform/business-date.js";
import type { Command } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { chargeLateFees, type LateFeesCharged } from "./charge-late-fees.js";
import type { ClockSchedule } from "./late-fee-lines.sql.js";
import { hasPolicyOn } from "./late-fee-policy.queries.js";

export const CLOCK_SCHEDULES: readonly ClockSchedule[] = ["DAILY", "MONTHLY"];

export interface ScheduledLateFeesInput {
  readonly schedule: ClockSchedule;
}

/**
 * The run that the policies of a schedule ask for: up to today, or to the end of the month before. Null when there is no
 * such policy, or the run was made already. It waits for nobody's approval: whoever set the policy has allowed it.
 */
export const runScheduledLateFees: Command<ScheduledLateFeesInput, LateFeesCharged | null> = {
  name: "lateFeeScheduledRun",
  scope: "adjustments:write",
  async run(context, { schedule }) {
    const { tx, tenant, today } = context;
    const asOf = schedule === "DAILY" ? today : endOfMonth(today, -1);
    if (!(await hasPolicyOn(tx, tenant.id, asOf, schedule))) return null;
    await tx.rows(sql`select pg_advisory_xact_lock(7220, hashtext(${tenant.id}::text))`);
    const made = await tx.rows(sql`
      select 1 from late_fee_run where tenant_id = ${tenant.id} and schedule = ${schedule} and as_of = ${asOf}`);
    if (made.length > 0) return null;
    return chargeLateFees(context, { asOf, schedule, customerIds: null });
  },
};
