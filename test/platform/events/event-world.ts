import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inject, onTestFinished } from "vitest";
import { Database } from "../../../src/platform/database/database.js";
import { migrate } from "../../../src/platform/database/migrate.js";
import { beginAs } from "../../../src/platform/database/tenancy.js";
import { EventFeed, type EventFeedOptions } from "../../../src/platform/events/event-feed.js";

/** A database of its own with tenants, and sessions as the server has them. */
export interface EventWorld {
  readonly app: Database;
  readonly owner: pg.Pool;
  /** The maintenance database: its sessions survive `cutAllConnections`. */
  readonly outside: pg.Pool;
  newTenant(): Promise<string>;
  /** A node's feed, closed when the test is over. */
  newFeed(options?: Partial<EventFeedOptions>): EventFeed;
  /** Ends every session of the database, as a restart does. */
  cutAllConnections(): Promise<number>;
  close(): Promise<void>;
}

export async function openEventWorld(poolSize = 20): Promise<EventWorld> {
  const server = inject("databaseUrl");
  const name = `events_${randomUUID().replaceAll("-", "")}`;
  const outside = new Database({ url: server, poolSize: 2, asOwner: true });
  await outside.pool.query(`create database ${name}`);
  const location = new URL(server);
  location.pathname = `/${name}`;
  const url = location.href;
  await migrate(url);
  const owner = new Database({ url, poolSize: 4, asOwner: true });
  const app = new Database({ url, poolSize });
  return {
    app,
    owner: owner.pool,
    outside: outside.pool,
    async newTenant() {
      const id = randomUUID();
      await owner.pool.query(
        `insert into tenant (tenant_id, slug, name, functional_currency, time_zone)
         values ($1, $2, 'Tenant', 'EUR', 'Europe/Berlin')`,
        [id, id],
      );
      return id;
    },
    newFeed(options = {}) {
      const database = new Database({ url, poolSize: 4 });
      const feed = new EventFeed({ database, ...options });
      onTestFinished(async () => {
        await feed.close();
        await database.close();
      });
      return feed;
    },
    async cutAllConnections() {
      const { rowCount } = await outside.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
        [name],
      );
      return rowCount ?? 0;
    },
    async close() {
      await app.close();
      await owner.close();
      await outside.pool.query(`drop database ${name} with (force)`);
      await outside.close();
    },
  };
}

/** One transaction of a tenant that stays open until it is told how to end. */
export class OpenTransaction {
  private constructor(
    private readonly client: pg.PoolClient,
    private readonly tenantId: string,
  ) {}

  static async begin(world: EventWorld, tenantId: string): Promise<OpenTransaction> {
    const client = await world.app.pool.connect();
    try {
      await client.query(beginAs(tenantId, "READ WRITE"));
      return new OpenTransaction(client, tenantId);
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Takes the item's row lock, waiting for it if need be, and returns the item's next version. */
  async change(item: string): Promise<number> {
    const { rows } = await this.client.query(
      `insert into number_sequence (tenant_id, kind, prefix) values ($1, $2, '')
       on conflict (tenant_id, kind) do update set next_value = number_sequence.next_value + 1
       returning next_value::integer as version`,
      [this.tenantId, item],
    );
    return rows[0].version;
  }

  async emit(...payloads: Record<string, unknown>[]): Promise<void> {
    await this.client.query(
      `insert into outbox_event (tenant_id, type, subject_id, payload)
       select $1, 'ITEM_CHANGED', gen_random_uuid(), e from jsonb_array_elements($2::jsonb) e`,
      [this.tenantId, JSON.stringify(payloads)],
    );
  }

  async dwell(ms: number): Promise<void> {
    await this.client.query("select pg_sleep($1)", [ms / 1_000]);
  }

  async end(how: "COMMIT" | "ROLLBACK"): Promise<void> {
    try {
      await this.client.query(how);
      this.client.release();
    } catch (error) {
      this.client.release(true);
      throw error;
    }
  }

  get backend(): Promise<number> {
    return this.client.query("select pg_backend_pid() as pid").then(({ rows }) => rows[0].pid);
  }
}

/** Commits events with these payloads in one transaction. */
export async function commitEvents(
  world: EventWorld,
  tenantId: string,
  ...payloads: Record<string, unknown>[]
): Promise<void> {
  const transaction = await OpenTransaction.begin(world, tenantId);
  await transaction.emit(...payloads);
  await transaction.end("COMMIT");
}

/** So many commits of one event each, numbered from `from`. */
export async function commitNumbered(
  world: EventWorld,
  tenantId: string,
  from: number,
  to: number,
): Promise<void> {
  await commitEvents(world, tenantId, ...Array.from({ length: to - from + 1 }, (_, i) => ({ n: from + i })));
}

/** The next `count` values of an iterator. */
export async function take<T>(iterator: AsyncIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const { done, value } = await iterator.next();
    if (done) throw new Error(`ended after ${taken.length} of ${count}`);
    taken.push(value);
  }
  return taken;
}

/** Resolves when the database says so; asks again until then. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}

/** A reproducible stream of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
