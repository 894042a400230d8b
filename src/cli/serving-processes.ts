import cluster, { type Address, type Worker } from "node:cluster";
import type { Logger } from "pino";
import type { Installation } from "../main.js";
import { backOffMs, pause } from "../platform/events/pause.js";
import type { ServiceOptions } from "./http-service.js";
import { UserFacingError } from "./user-facing-error.js";

/** What a serving process is told when it is to let its requests finish and end. */
export const STOP = "stop";

/** The environment variable in which it gets the token that the playground has filled in. */
export const DEMO_TOKEN = "RECEIVABLES_DEMO_TOKEN";

/**
 * Processes that answer requests on one port, each with its own connections to the database: the system's processors
 * are all used, and what this process does by the clock keeps no request waiting. One that ends is replaced.
 */
export class ServingProcesses {
  readonly #closing = new AbortController();
  #url = "";

  private constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly log: Logger,
  ) {}

  /** What they share. */
  get url(): string {
    return this.#url;
  }

  /** Starts them and waits until all listen; told to stop before, it throws when all have ended. */
  static async start(
    { config, databaseUrl }: Installation,
    { demoToken, log, stop }: ServiceOptions,
  ): Promise<ServingProcesses> {
    const environment = { DATABASE_URL: databaseUrl, ...(demoToken ? { [DEMO_TOKEN]: demoToken } : {}) };
    const processes = new ServingProcesses(environment, log);
    // A terminal's Ctrl-C ends them too, and none of those is to be replaced.
    stop.addEventListener("abort", () => void processes.close(), { once: true });
    try {
      const [first] = await Promise.all(
        Array.from({ length: config.serverProcesses }, () => processes.#startOne()),
      );
      processes.#url = urlOf(first);
      return processes;
    } catch (error) {
      await processes.close();
      throw error;
    }
  }

  /** Lets all finish what they are at, and end. */
  async close(): Promise<void> {
    this.#closing.abort();
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    await Promise.all(
      workers.map(async (worker) => {
        const ended = new Promise((resolve) => worker.once("exit", resolve));
        // One that cannot be told any more is ending.
        worker.send(STOP, () => undefined);
        if (!worker.isDead()) await ended;
      }),
    );
  }

  async #startOne(): Promise<Address> {
    const worker = cluster.fork(this.environment);
    const address = await listening(worker);
    worker.once("exit", (code, signal) => void this.#replace(worker, signal ?? `code ${code}`));
    return address;
  }

  async #replace(worker: Worker, reason: string): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.log.warn(
      `process ${worker.process.pid}, which answered requests, ended (${reason}) and is replaced`,
    );
    for (let failures = 0; !this.#closing.signal.aborted; failures++) {
      await pause(backOffMs(failures), this.#closing.signal);
      if (this.#closing.signal.aborted) return;
      const started = await this.#startOne().catch((error: Error) => this.log.warn(error.message));
      if (started) return;
    }
  }
}

/** The first address that it listens on. Throws when it ends before. */
function listening(worker: Worker): Promise<Address> {
  return new Promise((resolve, reject) => {
    worker.once("listening", resolve);
    worker.once("exit", (code, signal) => {
      reject(
        new UserFacingError(`A process that was to answer requests ended at its start (${signal ?? code}).`),
      );
    });
  });
}

function urlOf(address: Address | undefined): string {
  const host = address?.address ?? "127.0.0.1";
  return `http://${host.includes(":") ? `[${host}]` : host}:${address?.port}`;
}
