import { Logger, parseCronItems, run } from "graphile-worker";
import type { Installation } from "./main.js";
import { pruneEvents } from "./platform/events/prune-events.js";

interface Log {
  debug(text: string): void;
  warn(text: string): void;
}

/** Runs what is due by the clock, at most once over all nodes: today the retention of events. */
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
    ]),
    taskList: {
      async prune_events() {
        const olderThan = new Date(Date.now() - config.eventRetentionDays * DAY_MS);
        for (const tenant of await installation.tenants()) {
          await pruneEvents(application.database, tenant.id, olderThan);
        }
      },
    },
  });
  return { stop: () => runner.stop() };
}

const DAY_MS = 86_400_000;
