import type { Database } from "../database/database.js";
import { ReadSession } from "../database/read-session.js";
import { type OutboxPage, readExtent, readOutbox, type StreamExtent } from "./outbox.queries.js";
import { sequenceAllEvents } from "./sequencer.js";

/** The first events after a position, in a short snapshot of their own. */
export function readPage(
  database: Database,
  tenantId: string,
  after: bigint,
  limit: number,
): Promise<OutboxPage> {
  return inSnapshot(database, tenantId, (db) => readOutbox(db, tenantId, after, limit));
}

/** What the tenant's feed holds now. */
export function extentNow(database: Database, tenantId: string): Promise<StreamExtent> {
  return inSnapshot(database, tenantId, (db) => readExtent(db, tenantId));
}

/** The position after which comes everything that is committed from now on. */
export async function endOfFeed(database: Database, tenantId: string): Promise<bigint> {
  await sequenceAllEvents(database, tenantId);
  return (await extentNow(database, tenantId)).last;
}

async function inSnapshot<T>(
  database: Database,
  tenantId: string,
  read: (db: ReadSession) => Promise<T>,
): Promise<T> {
  const session = new ReadSession(database, tenantId);
  try {
    return await read(session);
  } finally {
    await session.close();
  }
}
