import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SEQUENCE_BATCH, sequenceEvents } from "../../../src/platform/events/sequencer.js";
import {
  commitEvents,
  commitNumbered,
  type EventWorld,
  OpenTransaction,
  openEventWorld,
  until,
} from "./event-world.js";
import { committedEvents, runWriters } from "./writers.js";

let world: EventWorld;
beforeAll(async () => {
  world = await openEventWorld(40);
});
afterAll(() => world.close());

describe("the sequencer", () => {
  it("gives a position to committed events only, and a late committer comes after what was read", async () => {
    const tenantId = await world.newTenant();
    const late = await OpenTransaction.begin(world, tenantId);
    await late.emit({ item: "late", version: 1 });
    await commitEvents(world, tenantId, { item: "early", version: 1 });
    expect(await sequenceEvents(world.app, tenantId)).toBe(1);
    await late.end("COMMIT");
    expect(await sequenceEvents(world.app, tenantId)).toBe(1);
    expect(await committedEvents(world, tenantId)).toEqual([
      { position: 1n, item: "early", version: 1 },
      { position: 2n, item: "late", version: 1 },
    ]);
  });

  it("keeps causal order where transaction ids would turn it round", async () => {
    const tenantId = await world.newTenant();
    const first = await OpenTransaction.begin(world, tenantId);
    const holder = await OpenTransaction.begin(world, tenantId);
    // The one that will write last has its transaction id first.
    await first.change("elsewhere");
    await holder.change("item");
    const backend = await first.backend;
    const change = first.change("item");
    await until(() => isWaitingForLock(backend));
    await holder.emit({ item: "item", version: 1 });
    await holder.end("COMMIT");
    await first.emit({ item: "item", version: await change });
    await first.end("COMMIT");
    await sequenceEvents(world.app, tenantId);
    expect((await committedEvents(world, tenantId)).map((e) => e.version)).toEqual([1, 2]);
  });

  it("is not held up by a long transaction elsewhere in the database", async () => {
    const [busy, other] = [await world.newTenant(), await world.newTenant()];
    const long = await OpenTransaction.begin(world, other);
    await long.change("month-end");
    await commitEvents(world, busy, { item: "a", version: 1 });
    expect(await sequenceEvents(world.app, busy)).toBe(1);
    await long.end("ROLLBACK");
  });

  it("takes a backlog in batches, the oldest first, and says when none is left", async () => {
    const tenantId = await world.newTenant();
    await commitNumbered(world, tenantId, 1, SEQUENCE_BATCH + 5);
    expect(await sequenceEvents(world.app, tenantId)).toBe(SEQUENCE_BATCH);
    expect(await sequenceEvents(world.app, tenantId)).toBe(5);
    expect(await sequenceEvents(world.app, tenantId)).toBe(0);
    const { rows } = await world.owner.query(
      "select bool_and(position = (payload ->> 'n')::bigint) as same from outbox_event where tenant_id = $1",
      [tenantId],
    );
    expect(rows).toEqual([{ same: true }]);
  });

  it("races itself and still numbers every event once, without holes, in causal order", async () => {
    const tenantId = await world.newTenant();
    let writing = true;
    const load = { seed: 7, writers: 20, transactionsEach: 15, items: 4, onCommit: () => undefined };
    const writers = runWriters(world, tenantId, load).finally(() => {
      writing = false;
    });
    const sequencers = Array.from({ length: 8 }, async () => {
      while (writing) await sequenceEvents(world.app, tenantId);
    });
    await Promise.all([writers, ...sequencers]);
    await sequenceEvents(world.app, tenantId);
    const events = await committedEvents(world, tenantId);
    expect(events.length).toBeGreaterThan(200);
    expect(events.map((e) => e.position)).toEqual(events.map((_, i) => BigInt(i + 1)));
    expectCausalOrder(events);
    const { rows } = await world.owner.query("select last_position from event_stream where tenant_id = $1", [
      tenantId,
    ]);
    expect(rows).toEqual([{ last_position: String(events.length) }]);
  });

  it("refuses a snapshot that was taken before its lock", async () => {
    const tenantId = await world.newTenant();
    const client = await world.app.pool.connect();
    await client.query("begin isolation level repeatable read");
    await expect(client.query("select sequence_events($1, 10)", [tenantId])).rejects.toThrow(
      "READ COMMITTED",
    );
    await client.query("rollback");
    client.release();
  });

  it("sees nothing of another tenant", async () => {
    const [tenantId, other] = [await world.newTenant(), await world.newTenant()];
    await commitEvents(world, other, { item: "a", version: 1 });
    const client = await world.app.pool.connect();
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const { rows } = await client.query("select sequence_events($1, 10) as n", [other]);
    await client.query("rollback");
    client.release();
    expect(rows).toEqual([{ n: 0 }]);
  });
});

/** Among the events of one item, versions rise by one: what was rolled back left none. */
function expectCausalOrder(events: readonly { item: string; version: number }[]): void {
  for (const [item, ofItem] of Map.groupBy(events, (e) => e.item)) {
    expect([item, ofItem.map((e) => e.version)]).toEqual([item, ofItem.map((_, i) => i + 1)]);
  }
}

async function isWaitingForLock(backend: number): Promise<boolean> {
  const { rows } = await world.owner.query(
    "select wait_event_type = 'Lock' as waiting from pg_stat_activity where pid = $1",
    [backend],
  );
  return rows[0]?.waiting === true;
}
