import type { Installation } from "../main.js";
import { startWorker } from "../worker.js";
import { openLog } from "./log.js";
import { aborted, stopRequested } from "./stop-signals.js";

/** Runs scheduled jobs until told to stop. */
export async function work(installation: Installation): Promise<undefined> {
  const log = openLog(installation.config);
  const worker = await startWorker(installation, log);
  process.stdout.write("The worker runs. Stop it with Ctrl-C.\n");
  await aborted(stopRequested());
  await worker.stop();
}
