import {
  changePeriod,
  closedMonthsAfter,
  type HeldPeriod,
  holdPeriod,
  type PeriodStatus,
} from "../ledger/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { closeScope, readChecklist } from "./close-checklist.queries.js";
import { type CloseMonth, closeMonth } from "./close-month.rules.js";

export interface PeriodCloseInput {
  /** The first day of the month. */
  readonly startsOn: string;
  readonly status: "SOFT_CLOSED" | "CLOSED";
  readonly expectedVersion?: number | null;
  /** Closes in spite of what the checklist has open; kept on the audit trail with it. */
  readonly overrideReason?: string | null;
}

/**
 * Closes a month: softly at any time, for good when its checklist has nothing open. Waits for postings in flight, and
 * checks when there are none; those that come later meet the new status.
 */
export const closePeriod: Command<PeriodCloseInput, { periodId: string }> = {
  name: "periodClose",
  scope: "periods:write",
  async run(context, { startsOn, status, expectedVersion, overrideReason }) {
    const month = closeMonth(startsOn);
    if ("code" in month) return refuse(month);
    if (month.startsOn > context.today) return refuse(notBegun(month));
    const checks = new InputChecks();
    if (overrideReason != null) checks.text(overrideReason, "overrideReason", "the reason", 1_000);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const period = await holdPeriod(context, month.startsOn, expectedVersion);
    if ("code" in period) return refuse(period);
    if (period.status === status || period.status === "CLOSED") return refuse(alreadyClosed(period));
    const open = status === "CLOSED" ? await openChecks(context, month) : [];
    if (open.length > 0 && overrideReason == null) return new Refused(open.map(checkOpen));
    const reason = overrideReason ?? null;
    await changePeriod(context, period, { to: status, reason, overridden: open });
    return { periodId: period.id };
  },
};

export interface PeriodReopenInput {
  /** The first day of the month. */
  readonly startsOn: string;
  readonly status?: "OPEN" | "SOFT_CLOSED" | null;
  readonly reason: string;
  readonly expectedVersion?: number | null;
}

/**
 * Opens a closed month to postings again, for everyone or for controllers only. The reason is on the audit trail. Refused
 * with INVALID_STATE while a later month is closed: a posting would change what that one opened with.
 */
export const reopenPeriod: Command<PeriodReopenInput, { periodId: string }> = {
  name: "periodReopen",
  scope: "periods:write",
  async run(context, { startsOn, status, reason, expectedVersion }) {
    const month = closeMonth(startsOn);
    const checks = new InputChecks().text(reason, "reason", "the reason", 1_000);
    if ("code" in month) checks.refusals.push(month);
    if ("code" in month || checks.refusals.length > 0) return new Refused(checks.refusals);
    const period = await holdPeriod(context, month.startsOn, expectedVersion);
    if ("code" in period) return refuse(period);
    const to = status ?? "OPEN";
    if (RANK[period.status] <= RANK[to]) {
      const message = `The period is ${IN_WORDS[period.status]}; there is nothing to reopen.`;
      return refuse(refusal("INVALID_STATE", "startsOn", message));
    }
    const later = await closedMonthsAfter(context, period);
    if (later.length > 0) return refuse(closedLater(later));
    await changePeriod(context, period, { to, reason, overridden: [] });
    return { periodId: period.id };
  },
};

const RANK: Readonly<Record<PeriodStatus, number>> = { OPEN: 0, SOFT_CLOSED: 1, CLOSED: 2 };
const IN_WORDS: Readonly<Record<PeriodStatus, string>> = {
  OPEN: "open",
  SOFT_CLOSED: "soft-closed",
  CLOSED: "closed",
};

function closedLater(months: readonly string[]): Refusal {
  const message = `A posting here would change what later closed months opened with. Reopen them first, the latest first: ${months.join(", ")}.`;
  return refusal("INVALID_STATE", "startsOn", message);
}

function notBegun({ startsOn }: CloseMonth): Refusal {
  return refusal(
    "INVALID_DATE",
    "startsOn",
    `The month of ${startsOn} has not begun; there is nothing to close.`,
  );
}

function alreadyClosed({ status }: HeldPeriod): Refusal {
  return refusal("INVALID_STATE", "status", `The period is ${IN_WORDS[status]} already.`);
}

async function openChecks({ tx, tenant, today }: CommandContext, month: CloseMonth) {
  const items = await readChecklist(tx, closeScope(tenant, month, today));
  return items.filter(({ status }) => status === "OPEN").map(({ check, count }) => ({ check, count }));
}

function checkOpen({ check, count }: { readonly check: string; readonly count: number }): Refusal {
  const message = `The close checklist has ${check} open (${count}). Settle it, or give an \`overrideReason\`.`;
  return refusal("CHECKLIST_OPEN", "startsOn", message, { check, count });
}
