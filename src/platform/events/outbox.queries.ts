import type { Executor } from "../database/database.js";
import { sql } from "../database/sql.js";
import { encodeEventCursor } from "./event-cursor.js";

/** An event as it left the outbox. Positions of a tenant rise by one, without holes. */
export interface StoredEvent {
  readonly kind: "EVENT";
  readonly position: bigint;
  /** Handed back as `after`, continues with the next event. */
  readonly cursor: string;
  /** SCREAMING_SNAKE_CASE, as the command emitted it. */
  readonly type: string;
  /** UUID of the customer it is about, when there is one. */
  readonly customerId: string | null;
  /** UUID of the object that it happened to. */
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
}

/** The positions that a tenant's feed has at one instant; `first` is `last + 1` when it holds none. */
export interface StreamExtent {
  readonly first: bigint;
  readonly last: bigint;
}

/** Events one after another, and what was there to be read at that instant. */
export interface OutboxPage extends StreamExtent {
  readonly events: readonly StoredEvent[];
}

/** The first events after a position, in order; one statement, so that the extent is that of the same instant. */
export async function readOutbox(
  db: Executor,
  tenantId: string,
  after: bigint,
  limit: number,
): Promise<OutboxPage> {
  const rows = await db.rows<OutboxRow>(sql`
    select s.first_position as "first", s.last_position as "last", e.*
    from event_stream s
    left join lateral (
      select position, type, customer_id as "customerId", subject_id as "subjectId", payload,
             occurred_at as "occurredAt"
      from outbox_event
      where tenant_id = ${tenantId} and position > ${String(after)}::bigint
      order by position limit ${limit}
    ) e on true
    where s.tenant_id = ${tenantId}
    order by e.position`);
  const events = rows.flatMap((row) => (row.position === null ? [] : [storedEvent(tenantId, row)]));
  return { ...extentOf(rows[0]), events };
}

/** What the tenant's feed holds now. */
export async function readExtent(db: Executor, tenantId: string): Promise<StreamExtent> {
  const [row] = await db.rows<{ first: string; last: string }>(sql`
    select first_position as "first", last_position as "last" from event_stream where tenant_id = ${tenantId}`);
  return extentOf(row);
}

/**
 * The cursor for "what happens from here on", in the snapshot of a report: whoever reads the state and then
 * subscribes after this cursor misses nothing, but may be told of something that the state has already.
 */
export async function readLatestCursor(db: Executor, tenantId: string): Promise<string> {
  return encodeEventCursor(tenantId, (await readExtent(db, tenantId)).last);
}

type OutboxRow = { first: string; last: string } & ({ position: null } | EventRow);

interface EventRow {
  readonly position: string;
  readonly type: string;
  readonly customerId: string | null;
  readonly subjectId: string;
  readonly payload: Record<string, unknown>;
  readonly occurredAt: Date;
}

/** A tenant without a stream row has had no event yet. */
function extentOf(row: { first: string; last: string } | undefined): StreamExtent {
  return { first: BigInt(row?.first ?? 1), last: BigInt(row?.last ?? 0) };
}

function storedEvent(tenantId: string, row: EventRow): StoredEvent {
  const { type, customerId, subjectId, payload, occurredAt } = row;
  const position = BigInt(row.position);
  const cursor = encodeEventCursor(tenantId, position);
  return { kind: "EVENT", position, cursor, type, customerId, subjectId, payload, occurredAt };
}
