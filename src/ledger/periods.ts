import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export type PeriodStatus = "OPEN" | "SOFT_CLOSED" | "CLOSED";

/** The months that take no postings of somebody. */
export interface ClosedMonths {
  /** Whether "YYYY-MM" is one of them. */
  has(month: string): boolean;
}

/**
 * Months in which the actor cannot post: the closed ones, the soft-closed unless allowed, and those before one of them
 * that nothing was ever posted into.
 */
export async function monthsClosedTo({ tx, tenant, actor }: CommandContext): Promise<ClosedMonths> {
  const shut = actor.scopes.has("soft-closed:post") ? ["CLOSED"] : ["CLOSED", "SOFT_CLOSED"];
  const rows = await tx.rows<{ month: string; isShut: boolean }>(sql`
    select to_char(starts_on, 'YYYY-MM') as month, status = any(${shut}) as "isShut" from period
    where tenant_id = ${tenant.id} order by starts_on`);
  const known = new Map(rows.map(({ month, isShut }) => [month, isShut]));
  const last = rows.findLast(({ isShut }) => isShut)?.month ?? "";
  return { has: (month) => known.get(month) ?? month < last };
}

/** A period as a command holds it: nothing is posted into it until the transaction ends. */
export interface HeldPeriod {
  readonly id: string;
  readonly startsOn: string;
  readonly status: PeriodStatus;
}

/**
 * Holds the month that begins on the day. Waits for postings in flight into it, and into months before it that nothing was
 * posted into yet; those that come later wait, and then meet the status that the command leaves. Refused with STALE_VERSION when it is no longer at the version expected.
 */
export async function holdPeriod(
  { tx, tenant }: CommandContext,
  startsOn: string,
  expectedVersion: number | null | undefined,
): Promise<HeldPeriod | Refusal> {
  await tx.rows(sql`
    select pg_advisory_xact_lock(7202, hashtext(${tenant.id}::text || ${startsOn}::date::text)),
           pg_advisory_xact_lock(7220, hashtext(${tenant.id}::text))`);
  await tx.rows(
    sql`insert into period (tenant_id, starts_on) values (${tenant.id}, ${startsOn}) on conflict do nothing`,
  );
  const [period] = await tx.rows<HeldPeriod & { version: number }>(sql`
    select id, starts_on as "startsOn", status, version from period
    where tenant_id = ${tenant.id} and starts_on = ${startsOn} for update`);
  if (!period) throw new Error("the period was not made");
  if (expectedVersion != null && expectedVersion !== period.version) {
    const message = `The period was changed: it is at version ${period.version}, you expected ${expectedVersion}.`;
    return refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: period.version });
  }
  return period;
}

/** The closed months after a held one, "YYYY-MM", the latest first. None is closed or made until the transaction ends. */
export async function closedMonthsAfter(
  { tx, tenant }: CommandContext,
  { startsOn }: HeldPeriod,
): Promise<string[]> {
  const rows = await tx.rows<{ month: string }>(sql`
    select to_char(starts_on, 'YYYY-MM') as month from period
    where tenant_id = ${tenant.id} and starts_on > ${startsOn}::date and status = 'CLOSED' order by starts_on desc`);
  return rows.map(({ month }) => month);
}

export interface PeriodChange {
  readonly to: PeriodStatus;
  readonly reason: string | null;
  /** What of the close checklist was open and overridden, each with its count. */
  readonly overridden: readonly { readonly check: string; readonly count: number }[];
}

/** Gives a held period another status, and keeps who did so and why. */
export async function changePeriod(
  { tx, tenant, actor, emit }: CommandContext,
  period: HeldPeriod,
  { to, reason, overridden }: PeriodChange,
): Promise<void> {
  await tx.rows(sql`
    update period set status = ${to}, version = version + 1 where tenant_id = ${tenant.id} and id = ${period.id}`);
  await tx.rows(sql`
    insert into period_change (tenant_id, id, period_id, from_status, to_status, reason, overridden, actor)
    values (${tenant.id}, new_id(), ${period.id}, ${period.status}, ${to}, ${reason}, ${JSON.stringify(overridden)}::jsonb,
            ${actor.subject})`);
  emit({
    type: "PERIOD_STATUS_SET",
    subjectId: period.id,
    customerId: null,
    payload: { startsOn: period.startsOn, status: to, reason },
  });
}
