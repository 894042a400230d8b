import { Logger, parseCronItems, run } from "graphile-worker";
import { Inbox } from "./inbox/index.js";
import { CLOCK_SCHEDULES, runScheduledLateFees } from "./late-fees/index.js";
import type { Installation } from "./main.js";
import { reviewPaymentPlans } from "./payment-plans/index.js";
import { resultOf } from "./platform/commands/pipeline.js";
import { pruneEvents } from "./platform/events/prune-events.js";

interface Log {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
}

/**
 * Runs what is due by the clock, at most once over all nodes: the retention of events, the review of payment plans, and
 * late fees where a policy says so. Takes in what is dropped into the inbox, when there is one.
 */
export async function startWorker(installation: Installation, log: Log): Promise<{ stop(): Promise<void> }> {
  const { config, application } = installation;
  const runner = await run({
    connectionString: installation.databaseUrl,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(
      () => (level, message) =>
        level === "error" || level === "warning" ? log.warn(message) : log.debug(message),
    ),
    parsedCronItems: parseCronItems([
      { task: "prune_events", match: "17 * * * *", options: { backfillPeriod: 0 } },
      // Every hour, since the tenants' days begin at different hours; a second review in a day finds nothing more.
      { task: "review_payment_plans", match: "23 * * * *", options: { backfillPeriod: 0 } },
      // After the review, which tells the plans that are kept; each day and each month is charged once.
      { task: "charge_late_fees", match: "38 * * * *", options: { backfillPeriod: 0 } },
    ]),
    taskList: {
      async prune_events() {
        const olderThan = new Date(Date.now() - config.eventRetentionDays * DAY_MS);
        for (const tenant of await installation.tenants()) {
          await pruneEvents(application.database, tenant.id, olderThan);
        }
      },
      async review_payment_plans() {
        for (const { id } of await installation.tenants()) {
          const actor = { tenantId: id, subject: "worker", scopes: new Set([reviewPaymentPlans.scope]) };
          resultOf(await application.commands.execute(actor, reviewPaymentPlans, {}));
        }
      },
      async charge_late_fees() {
        for (const { id } of await installation.tenants()) await chargeLateFeesOf(application, id, log);
      },
    },
  });
  const inbox = inboxOf(installation, log);
  inbox?.start();
  return {
    async stop() {
      await inbox?.stop();
      await runner.stop();
    },
  };
}

function inboxOf({ config, application, owner, tenants }: Installation, log: Log): Inbox | undefined {
  if (config.inboxDir === undefined) return undefined;
  const { commands, database } = application;
  return new Inbox({ dir: config.inboxDir, tenants, owner, commands, database, log });
}

/** What stands in the way of one run, such as a closed period or a missing rate, keeps no other from being made. */
export async function chargeLateFeesOf(
  { commands }: Pick<Installation["application"], "commands">,
  tenantId: string,
  log: Pick<Log, "warn">,
): Promise<void> {
  const actor = { tenantId, subject: "worker", scopes: new Set([runScheduledLateFees.scope]) };
  for (const schedule of CLOCK_SCHEDULES) {
    const outcome = await commands.execute(actor, runScheduledLateFees, { schedule });
    if (outcome.kind !== "REFUSED") continue;
    const reasons = outcome.refusals.map(({ message }) => message).join(" ");
    log.warn(`late fees of tenant ${tenantId} (${schedule}) were not charged: ${reasons}`);
  }
}

const DAY_MS = 86_400_000;
