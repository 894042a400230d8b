import type { Command, CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export type PeriodStatus = "OPEN" | "SOFT_CLOSED" | "CLOSED";

/** Months in which the actor cannot post, as "YYYY-MM": the closed ones, and the soft-closed unless allowed. */
export async function monthsClosedTo({ tx, tenant, actor }: CommandContext): Promise<ReadonlySet<string>> {
  const shut = actor.scopes.has("soft-closed:post") ? ["CLOSED"] : ["CLOSED", "SOFT_CLOSED"];
  const rows = await tx.rows<{ month: string }>(sql`
    select to_char(starts_on, 'YYYY-MM') as month from period
    where tenant_id = ${tenant.id} and status = any(${shut})`);
  return new Set(rows.map((row) => row.month));
}

export interface PeriodStatusInput {
  /** The month, as its first day. */
  readonly startsOn: string;
  readonly status: PeriodStatus;
  readonly expectedVersion?: number | null;
}

/** Sets a period's status. Waits for postings in flight into the period; those that come later meet the new status. */
export const setPeriodStatus: Command<PeriodStatusInput, { periodId: string }> = {
  name: "periodStatusSet",
  scope: "periods:write",
  async run({ tx, tenant, emit }, { startsOn, status, expectedVersion }) {
    if (!/^\d{4}-\d{2}-01$/.test(startsOn)) {
      return refuse(
        refusal(
          "INVALID_DATE",
          "startsOn",
          `A period begins on the first of a month; ${startsOn} is not one.`,
        ),
      );
    }
    await tx.rows(
      sql`select pg_advisory_xact_lock(7202, hashtext(${tenant.id}::text || ${startsOn}::date::text))`,
    );
    // A month without postings is closed like any other; it is open as long as nobody has said otherwise.
    if (status !== "OPEN") {
      await tx.rows(
        sql`insert into period (tenant_id, starts_on) values (${tenant.id}, ${startsOn}) on conflict do nothing`,
      );
    }
    const [period] = await tx.rows<PeriodRow>(sql`
      select id, status, version from period where tenant_id = ${tenant.id} and starts_on = ${startsOn} for update`);
    const obstacle = obstacleTo(status, period, expectedVersion);
    if (obstacle || !period) return refuse(obstacle ?? notClosed());
    await tx.rows(sql`
      update period set status = ${status}, version = version + 1 where tenant_id = ${tenant.id} and id = ${period.id}`);
    emit({
      type: "PERIOD_STATUS_SET",
      subjectId: period.id,
      customerId: null,
      payload: { startsOn, status },
    });
    return { periodId: period.id };
  },
};

interface PeriodRow {
  readonly id: string;
  readonly status: PeriodStatus;
  readonly version: number;
}

/** Why a period cannot go to the status: it was changed meanwhile, or has it already. */
function obstacleTo(
  status: PeriodStatus,
  period: PeriodRow | undefined,
  expectedVersion: number | null | undefined,
): Refusal | undefined {
  if (!period) return notClosed();
  if (expectedVersion != null && expectedVersion !== period.version) {
    const message = `The period was changed: it is at version ${period.version}, you expected ${expectedVersion}.`;
    return refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: period.version });
  }
  if (status !== period.status) return undefined;
  if (status === "OPEN") return notClosed();
  const what = status === "CLOSED" ? "closed" : "soft-closed";
  return refusal("INVALID_STATE", "startsOn", `The period is ${what} already.`);
}

function notClosed(): Refusal {
  return refusal("INVALID_STATE", "startsOn", "The period is not closed: there is nothing to reopen.");
}
