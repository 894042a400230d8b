import cluster from "node:cluster";
import { type Installation, openInstallation } from "../main.js";
import type { Config } from "../platform/config.js";
import type { HttpServer } from "../platform/http/server.js";
import { createService } from "./http-service.js";
import { feedTrouble, openLog } from "./log.js";
import { DEMO_TOKEN, STOP } from "./serving-processes.js";
import { aborted } from "./stop-signals.js";

/**
 * Answers a share of the requests, beside processes like it, on the port that they have together. Serves until the
 * process that started it says so, or the system does; when that process is gone, so is this one, at once.
 */
export async function serveShare(config: Config): Promise<void> {
  const stop = askedToStop();
  const log = openLog(config);
  let installation: Installation | undefined;
  let server: HttpServer | undefined;
  try {
    installation = await openInstallation(config, {
      stop,
      onError: feedTrouble(log),
    });
    server = await createService(installation, { demoToken: process.env[DEMO_TOKEN], log });
    await server.listen({ host: config.host, port: config.port });
    await aborted(stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await server?.close();
    await installation?.close();
    cluster.worker?.disconnect();
  }
}

/** A terminal's Ctrl-C comes to all processes, and to this one a second time as a message: that changes nothing. */
function askedToStop(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => controller.abort());
  process.on("message", (message) => {
    if (message === STOP) controller.abort();
  });
  return controller.signal;
}
