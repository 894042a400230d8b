import type { Database } from "../src/platform/database/database.js";

/**
 * Tells the planner how large the tables have become. A bulk load into empty tables needs it: plans that were made,
 * and kept, for a few rows read all of a tenant's rows for each row checked, and autovacuum looks only once a minute.
 */
export async function refreshStatistics(owner: Database): Promise<void> {
  await owner.pool.query("analyze");
}
