import type pg from "pg";
import type { Database } from "../database/database.js";
import { compile, type SqlFragment } from "../database/sql.js";
import { beginAs } from "../database/tenancy.js";

/** A process that freezes, or whose network is cut, between two packets must not hold the stream's lock for long. */
const ABANDONED_AFTER = { idle_in_transaction_session_timeout: "10s" };

/**
 * Runs one statement in a read-write transaction of the tenant (READ COMMITTED). Everything is sent at once, so
 * the locks it takes are never held for a round trip. Throws what the database says; then nothing has changed.
 */
export async function runAsTenant<Row>(
  database: Database,
  tenantId: string,
  statement: SqlFragment,
): Promise<Row[]> {
  const client = await database.pool.connect();
  const [begun, done, committed] = await Promise.allSettled([
    client.query(beginAs(tenantId, "READ WRITE", ABANDONED_AFTER)),
    client.query<Row & pg.QueryResultRow>(compile(statement)),
    // After a failure this is a rollback.
    client.query("COMMIT"),
  ]);
  client.release(committed.status === "rejected" ? true : undefined);
  if (begun.status === "rejected") throw begun.reason;
  if (done.status === "rejected") throw done.reason;
  if (committed.status === "rejected") throw committed.reason;
  return done.value.rows;
}
