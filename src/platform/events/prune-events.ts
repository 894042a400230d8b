import type { Database } from "../database/database.js";
import { sql } from "../database/sql.js";
import { runAsTenant } from "./tenant-statement.js";

/** So many events are deleted in one transaction. */
const PRUNE_BATCH = 5_000;

/**
 * Deletes the tenant's events from the beginning up to the first that happened at `olderThan` or later, and
 * returns how many. An event that has no position yet is never deleted. Cursors from before get an `EventGap`.
 */
export async function pruneEvents(database: Database, tenantId: string, olderThan: Date): Promise<number> {
  for (let total = 0; ; ) {
    const deleted = await pruneBatch(database, tenantId, olderThan);
    total += deleted;
    if (deleted < PRUNE_BATCH) return total;
  }
}

/**
 * Instants do not rise quite as positions do, so the cut is a position: what is left has no holes. The rows and
 * the stream's first position change in one statement, so no reader finds one without the other.
 */
async function pruneBatch(database: Database, tenantId: string, olderThan: Date): Promise<number> {
  const [row] = await runAsTenant<{ deleted: number }>(
    database,
    tenantId,
    sql`
    with batch as (
      select position, occurred_at from outbox_event
      where tenant_id = ${tenantId} and position is not null
      order by position limit ${PRUNE_BATCH}
    ), cut as (
      select coalesce(min(position) filter (where occurred_at >= ${olderThan}), max(position) + 1) as position
      from batch
    ), deleted as (
      delete from outbox_event e using cut
      where e.tenant_id = ${tenantId} and e.position < cut.position
      returning 1
    )
    update event_stream s set first_position = greatest(s.first_position, cut.position)
    from cut
    where s.tenant_id = ${tenantId} and cut.position > s.first_position
    returning (select count(*) from deleted)::integer as deleted`,
  );
  return row?.deleted ?? 0;
}
