import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type pg from "pg";
import type { Tenant } from "../../../src/platform/database/tenancy.js";
import { startOurs } from "../contenders.js";
import type { EmptyDatabase } from "../dataset.js";

/** Bulk work that the program does, and the same by set-based SQL that is written for it alone. */
export interface Work {
  readonly name: string;
  readonly title: string;
  /** What is counted. */
  readonly rows: string;
  readonly mutation: { readonly query: string; readonly input: object };
  /** In a transaction of the tenant under the program's own role, all triggers and policies on. */
  byHand(client: pg.ClientBase, tenant: Tenant): Promise<void>;
  /** What came of it: the same for both. */
  found(client: pg.ClientBase, tenant: Tenant): Promise<string>;
}

export interface Timed {
  readonly seconds: number;
  /** The most memory that the server has taken, in MB; 0 where the system does not tell. */
  readonly serverMb: number;
}

/** Asks a server of its own, started for this, over HTTP. */
export async function timeOurs(work: Work, database: EmptyDatabase, tenant: Tenant): Promise<Timed> {
  const server = await startOurs({ ...database, tenant }, { profile: undefined, processes: 1 });
  try {
    const { host, port, headers } = server.target;
    const { query, input } = work.mutation;
    const started = performance.now();
    const response = await fetch(`http://${host}:${port}/graphql`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ query, variables: { input: { ...input, idempotencyKey: randomUUID() } } }),
    });
    const answer = await response.text();
    const seconds = (performance.now() - started) / 1_000;
    if (!answer.includes('"userErrors":[]')) throw new Error(answer);
    return { seconds, serverMb: highWater(server.pid) };
  } finally {
    await server.stop();
  }
}

/** Seconds that it takes by hand. */
export async function timeByHand(work: Work, { owner }: EmptyDatabase, tenant: Tenant): Promise<number> {
  const client = await owner.pool.connect();
  try {
    const started = performance.now();
    await client.query("begin");
    await client.query("set local role receivables_app; set local work_mem = '32MB'");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    await work.byHand(client, tenant);
    await client.query("commit");
    return (performance.now() - started) / 1_000;
  } finally {
    client.release();
  }
}

function highWater(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1_024);
  } catch {
    return 0;
  }
}
