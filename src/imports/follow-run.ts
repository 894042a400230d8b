import { setTimeout as wait } from "node:timers/promises";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requestError } from "../platform/graphql/errors.js";
import { seesImports } from "./import-run.loaders.js";
import { type ImportRunRow, runsByIds } from "./import-run.queries.js";

/** How often a follower hears of a running import. */
const LOOK_EVERY_MS = 250;

/** The run each time that it has changed, to its end. */
export async function* followRun(
  context: ApplicationContext,
  runId: string,
): AsyncGenerator<ImportRunRow, void, void> {
  let told = "";
  while (!context.signal.aborted) {
    await context.refresh();
    const [run] = seesImports(context) ? await runsByIds(context.reads, context.tenantId, [runId]) : [];
    await context.refresh();
    if (!run) throw requestError("BAD_USER_INPUT", "There is no such import.");
    const state = JSON.stringify(run);
    if (state !== told) yield run;
    told = state;
    if (run.status !== "RUNNING") return;
    await wait(LOOK_EVERY_MS, undefined, { signal: context.signal }).catch(() => undefined);
  }
}
