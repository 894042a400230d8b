import type { Database } from "../database/database.js";
import { sql } from "../database/sql.js";
import { runAsTenant } from "./tenant-statement.js";

/** So many events get their position in one transaction, so that its lock is short. */
export const SEQUENCE_BATCH = 1_000;

/**
 * Gives committed events of the tenant their positions, the oldest first, and returns how many got one: fewer
 * than `SEQUENCE_BATCH` means that none was left. Any number of sessions may do it at once: they take turns.
 */
export async function sequenceEvents(database: Database, tenantId: string): Promise<number> {
  const [row] = await runAsTenant<{ sequenced: number }>(
    database,
    tenantId,
    sql`select sequence_events(${tenantId}::uuid, ${SEQUENCE_BATCH}::integer) as sequenced`,
  );
  return row?.sequenced ?? 0;
}

/** Every event that is committed when this is called has its position when it resolves. */
export async function sequenceAllEvents(database: Database, tenantId: string): Promise<void> {
  while ((await sequenceEvents(database, tenantId)) === SEQUENCE_BATCH);
}
