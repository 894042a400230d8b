import pg from "pg";
import { APPLICATION_ROLE, type Database } from "../database/database.js";
import { backOffMs, pause } from "./pause.js";

/** The channel on which nodes tell each other that a tenant has new events. The payload is the tenant's id. */
const CHANNEL = "receivables_events";

/** A connection that does not answer for so long is taken as lost. */
const ANSWER_TIMEOUT_MS = 5_000;

export interface WakeUpOptions {
  readonly database: Database;
  /** Announcements of one tenant within this time are sent as one. */
  readonly debounceMs: number;
  /** Another node announced this tenant; null: announcements may have been lost, so look at all. */
  readonly onWake: (tenantId: string | null) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Tells other nodes of new events and hears of theirs, over one connection of its own. Nothing depends on it but
 * speed: a wake-up that is lost is made up for by the feed's poll. It is never sent inside a command's
 * transaction, because commits of transactions that notify are serialised by PostgreSQL over the whole server.
 */
export class WakeUps {
  readonly #closing = new AbortController();
  readonly #pending = new Set<string>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly options: WakeUpOptions) {}

  /** Begins to listen, if it does not yet. */
  start(): void {
    if (!this.#closing.signal.aborted) this.#running ??= this.#run();
  }

  /** Tells the other nodes, soon. */
  announce(tenantId: string): void {
    this.start();
    this.#pending.add(tenantId);
    this.#schedule();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
    this.#closing.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; ) {
      try {
        await this.#session(() => {
          failures = 0;
        });
      } catch (error) {
        this.options.onError(error);
      }
      failures += 1;
      await pause(backOffMs(failures), signal);
    }
  }

  /** One connection, from its opening to its end. */
  async #session(onListening: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.database.options.url,
      application_name: "receivables events",
      options: `-c role=${APPLICATION_ROLE}`,
      connectionTimeoutMillis: ANSWER_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => void client.once("end", resolve));
    const end = () => void client.end().catch(() => undefined);
    // What goes wrong with an idle connection also ends it.
    client.on("error", () => undefined);
    client.on("notification", ({ payload, processId }) => this.#hear(payload, processId, client));
    try {
      await client.connect();
      this.#closing.signal.addEventListener("abort", end);
      await client.query(`listen ${CHANNEL}`);
      if (this.#closing.signal.aborted) return;
      this.#client = client;
      onListening();
      // What others announced while there was no connection went past this node.
      this.options.onWake(null);
      this.#schedule();
      await ended;
    } finally {
      this.#client = undefined;
      this.#closing.signal.removeEventListener("abort", end);
      end();
    }
  }

  #hear(payload: string | undefined, processId: number, client: pg.Client): void {
    const own = "processID" in client && client.processID === processId;
    if (payload && !own) this.options.onWake(payload);
  }

  #schedule(): void {
    if (this.#pending.size === 0 || !this.#client) return;
    this.#timer ??= setTimeout(() => void this.#flush(), this.options.debounceMs);
  }

  async #flush(): Promise<void> {
    const client = this.#client;
    if (!client || this.#pending.size === 0) {
      this.#timer = undefined;
      return;
    }
    const tenantIds = [...this.#pending];
    this.#pending.clear();
    try {
      await client.query("select pg_notify($1, t) from unnest($2::text[]) t", [CHANNEL, tenantIds]);
    } catch (error) {
      for (const tenantId of tenantIds) this.#pending.add(tenantId);
      this.options.onError(error);
      // Its end begins the next session, which sends what is pending.
      client.end().catch(() => undefined);
    }
    // One statement at a time: what was announced meanwhile goes with the next.
    this.#timer = undefined;
    this.#schedule();
  }
}
