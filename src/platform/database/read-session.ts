import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { requestError } from "../graphql/errors.js";
import { answerOf, type Database, type Executor, executorOn } from "./database.js";
import { compile, type NeededColumns, type SqlFragment, sql } from "./sql.js";
import { beginAs, boundTo, sendBegin } from "./tenancy.js";
import { isAfterFailure, isTimeout, timedOut } from "./timed-out.js";
import { asUnavailable } from "./unavailable.js";

/** How long a report waits for postings in flight before it says that the instant is not settled yet. */
const SETTLE_TIMEOUT_MS = 10_000;

/** Between two looks at the postings in flight: most commit within milliseconds, some take seconds. */
const SETTLE_PAUSES_MS = [10, 20, 50, 100, 250];

/**
 * One snapshot for one operation: a `REPEATABLE READ READ ONLY` transaction of one tenant, opened by the first
 * statement and ended by `close`. Every statement sees the same instant, so totals agree with their lines.
 */
export class ReadSession implements Executor {
  #client: Promise<pg.PoolClient> | undefined;
  #knowledge: Promise<Knowledge> | undefined;
  #closed = false;
  #needed: NeededColumns | undefined;
  #cut: Error | undefined;

  constructor(
    private readonly database: Database,
    private readonly tenantId: string,
    /** Whether the operation tells or takes an instant of knowledge; only then is the horizon looked up. */
    private readonly tellsKnowledge: boolean = false,
    /** The only customers whose rows are seen; all when null. */
    private readonly customerIds: readonly string[] | null = null,
    /** After which a statement is cut (TIMED_OUT), in milliseconds; null for work that takes as long as it takes. */
    private readonly statementTimeoutMs: number | null = null,
  ) {}

  async rows<Row>(statement: SqlFragment): Promise<Row[]> {
    try {
      this.#client ??= this.#open();
      return await executorOn(await this.#client, this.#needed).rows<Row>(statement);
    } catch (error) {
      throw asUnavailable(this.#asTimedOut(error));
    }
  }

  /** Statements that were sent with one that was cut fail for its sake: they tell the same. */
  #asTimedOut(error: unknown): unknown {
    if (isTimeout(error)) this.#cut ??= timedOut(error);
    return isTimeout(error) || isAfterFailure(error) ? (this.#cut ?? error) : error;
  }

  /** From now on only what is needed of each kind of rows is read. */
  narrow(needed: NeededColumns): void {
    this.#needed = needed;
  }

  /**
   * The instant that a report of this session is "as known at", to the microsecond: the one asked for, else the
   * latest at which nothing recorded before can still arrive. Null when the operation does not mention it: then
   * the report shows all that is committed.
   *
   * @throws BAD_USER_INPUT for an instant that has not come yet by the database's clock, which records postings;
   *   NOT_SETTLED when postings before it stay in flight for too long.
   */
  async knownAt(asked: string | null): Promise<string | null> {
    if (!this.tellsKnowledge) return asked;
    return this.#horizon(asked).catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  async #horizon(asked: string | null): Promise<string | null> {
    const deadline = Date.now() + SETTLE_TIMEOUT_MS;
    for (let looks = 0; ; looks++) {
      this.#client ??= this.#open();
      await this.#client;
      const { horizon, now } = (await this.#knowledge) ?? NOTHING_KNOWN;
      if (asked === null) return horizon;
      if (Date.parse(asked) < Date.parse(horizon)) return asked;
      if (Date.parse(asked) > Date.parse(now)) throw notYet(asked, now);
      if (Date.now() > deadline) throw notSettled(asked);
      await this.refresh();
      await setTimeout(SETTLE_PAUSES_MS[Math.min(looks, SETTLE_PAUSES_MS.length - 1)]);
    }
  }

  /** Ends the snapshot; the next statement opens a new one. After a mutation, so that its result is seen. */
  async refresh(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#cut = undefined;
    if (client) await endSnapshot(await client);
  }

  /** Ends the session without waiting: the connection goes back to the pool when the server has answered. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.refresh().catch(() => undefined);
  }

  async #open(): Promise<pg.PoolClient> {
    if (this.#closed) throw new Error("the operation is over");
    const client = await this.database.pool.connect();
    if (this.tellsKnowledge) {
      // Before the snapshot: what is recorded before this instant is committed, so the snapshot sees it.
      const answer = client.query(
        compile(sql`
          select to_json(knowledge_horizon(${this.tenantId}::uuid)) #>> '{}' as horizon,
                 to_json(clock_timestamp()) #>> '{}' as now`),
      );
      this.#knowledge = answer.then(({ rows: [row] }) => ({
        horizon: String(row?.horizon ?? ""),
        now: String(row?.now ?? ""),
      }));
      this.#knowledge.catch(() => undefined);
    }
    sendBegin(client, beginAs(this.tenantId, "READ ONLY", this.#settings()));
    return client;
  }

  #settings(): Record<string, string> {
    return {
      ...(this.statementTimeoutMs === null ? {} : { statement_timeout: String(this.statementTimeoutMs) }),
      ...(this.customerIds ? boundTo(this.customerIds) : {}),
    };
  }
}

/** Instants of the database's clock, ISO 8601 to the microsecond. */
interface Knowledge {
  /** What is recorded before it is committed. */
  readonly horizon: string;
  readonly now: string;
}

const NOTHING_KNOWN: Knowledge = { horizon: "", now: "" };

function notYet(asked: string, now: string): Error {
  return requestError(
    "BAD_USER_INPUT",
    `\`knownAt\` is ${asked}, which has not come yet: it is ${new Date(now).toISOString()} now. Leave it out for what is known now.`,
  );
}

/** Postings in flight may still add to what was known at the instant. */
function notSettled(asked: string): Error {
  return requestError(
    "NOT_SETTLED",
    `Postings recorded before ${asked} are still being committed. Ask again in a moment.`,
  );
}

async function endSnapshot(client: pg.PoolClient): Promise<void> {
  try {
    await answerOf(client, "COMMIT");
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
