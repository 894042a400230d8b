import type { TestApi } from "../support/api.js";

/**
 * How many deadlocks PostgreSQL has seen in the test's database. Sessions report with a delay, so each of the
 * application's connections is made to report first.
 */
export async function deadlocksSoFar({ application, owner }: TestApi): Promise<number> {
  const { pool } = application.database;
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  for (const client of clients) {
    await client.query("select pg_stat_force_next_flush()");
    client.release();
  }
  const { rows } = await owner.pool.query<{ deadlocks: string }>(
    "select deadlocks::text from pg_stat_database where datname = current_database()",
  );
  return Number(rows[0]?.deadlocks);
}
