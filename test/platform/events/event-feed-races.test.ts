import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeEventCursor } from "../../../src/platform/events/event-cursor.js";
import type { EventFeed } from "../../../src/platform/events/event-feed.js";
import { sequenceAllEvents } from "../../../src/platform/events/sequencer.js";
import { type EventWorld, openEventWorld, seeded, take } from "./event-world.js";
import { committedEvents, runWriters } from "./writers.js";

let world: EventWorld;
beforeAll(async () => {
  world = await openEventWorld(50);
});
afterAll(() => world.close());

interface Told {
  readonly position: bigint;
  readonly item: unknown;
  readonly version: unknown;
}

describe("with 50 writers that wait for each other's locks, dwell, and roll back one time in five", () => {
  it("subscribers on two nodes get every event exactly once, in the same order, causes before effects", async () => {
    const tenantId = await world.newTenant();
    const nodes = [world.newFeed(), world.newFeed()];
    const subscriptions = await Promise.all(nodes.map((feed) => follow(feed, tenantId, null)));
    let commits = 0;
    const load = {
      ...{ seed: 1, writers: 50, transactionsEach: 12, items: 6 },
      // Commands are spread over the nodes, as a balancer does.
      onCommit: (id: string) => nodes[commits++ % 2]?.wake(id),
    };
    const first = subscriptions.map((events) => take(events, 100));
    await runWriters(world, tenantId, load);
    await sequenceAllEvents(world.app, tenantId);
    const events = await committedEvents(world, tenantId);
    expect(events.length).toBeGreaterThan(400);
    for (const [i, subscription] of subscriptions.entries()) {
      const told = [...((await first[i]) ?? []), ...(await take(subscription, events.length - 100))];
      expect(told).toEqual(events);
    }
    for (const [item, ofItem] of Map.groupBy(events, (e) => e.item)) {
      expect([item, ofItem.map((e) => e.version)]).toEqual([item, ofItem.map((_, i) => i + 1)]);
    }
  });

  it("a subscriber that is cut off at random and comes back with its cursor misses nothing", async () => {
    const tenantId = await world.newTenant();
    const nodes = [
      world.newFeed({ windowSize: 30, pageSize: 10 }),
      world.newFeed({ windowSize: 5, pageSize: 3 }),
    ];
    const writing = runWriters(world, tenantId, {
      ...{ seed: 2, writers: 50, transactionsEach: 8, items: 6 },
      onCommit: (id) => nodes[0]?.wake(id),
    });
    const writtenInAll = writing.then(async () => (await committedEvents(world, tenantId)).length);
    let limit = Number.POSITIVE_INFINITY;
    void writtenInAll.then((written) => {
      limit = written;
    });
    const random = seeded(3);
    const told: Told[] = [];
    while (told.length < limit) {
      const feed = nodes[random() < 0.5 ? 0 : 1];
      if (!feed) throw new Error("no node");
      const events = await follow(feed, tenantId, encodeEventCursor(tenantId, told.at(-1)?.position ?? 0n));
      const stay = Math.min(Math.ceil(random() * 40), limit - told.length);
      // While the writers work there is always more to come; afterwards it is known how much.
      if (limit < Number.POSITIVE_INFINITY || told.length < 100) told.push(...(await take(events, stay)));
      else told.push(...(await takeUntil(events, stay, writtenInAll)));
      // Sometimes it is cut off while a delivery is under way.
      if (random() < 0.5) void events.next();
      await events.return?.();
    }
    expect(told).toEqual(await committedEvents(world, tenantId));
  });

  it("goes on from where it was when the database is restarted in mid-stream", async () => {
    const tenantId = await world.newTenant();
    const errors: unknown[] = [];
    const feed = world.newFeed({ pollMs: 200, onError: (error) => errors.push(error) });
    const events = await follow(feed, tenantId, null);
    const writing = runWriters(world, tenantId, {
      ...{ seed: 4, writers: 20, transactionsEach: 40, items: 5, mayLoseConnection: true },
      onCommit: (id) => feed.wake(id),
    });
    const told = await take(events, 20);
    for (let restart = 0; restart < 3; restart++) {
      expect(await world.cutAllConnections()).toBeGreaterThan(0);
      told.push(...(await take(events, 30)));
    }
    await writing;
    const committed = (await committedEvents(world, tenantId)).length;
    told.push(...(await take(events, committed - told.length)));
    expect(told).toEqual(await committedEvents(world, tenantId));
    expect(errors.length).toBeGreaterThan(0);
  });
});

describe("slow consumers", () => {
  it("do not make memory grow: there is one window for all, and a page each at the most", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed({ windowSize: 20, pageSize: 5 });
    const [eager, ...slow] = await Promise.all(
      Array.from({ length: 6 }, () => feed.iterate({ tenantId, map: (e) => e.payload.text })),
    );
    if (!eager) throw new Error("no subscriber");
    const before = heapMegabytes();
    const [count, megabytesEach] = [600, 0.1];
    for (let n = 0; n < count; n += 50) {
      await world.owner.query(
        `insert into outbox_event (tenant_id, type, subject_id, payload)
         select $1, 'BULKY', gen_random_uuid(), jsonb_build_object('text', repeat('x', 100000) || n)
         from generate_series(1, 50) n`,
        [tenantId],
      );
      feed.wake(tenantId);
      await discard(eager, 50);
      // Each slow one takes a single event now and then.
      if (n === 0) for (const consumer of slow) await discard(consumer, 1);
      if (n === 300) for (const consumer of slow) await discard(consumer, 1);
    }
    const grown = heapMegabytes() - before;
    expect(grown).toBeLessThan(0.2 * count * megabytesEach);
    for (const consumer of slow) await discard(consumer, count - 2);
  });
});

/** A subscription in which a gap is a failure. */
async function follow(feed: EventFeed, tenantId: string, after: string | null): Promise<AsyncIterator<Told>> {
  const iteration = await feed.iterate({
    tenantId,
    after,
    map: ({ position, payload }): Told => ({ position, item: payload.item, version: payload.version }),
  });
  return {
    async next() {
      const result = await iteration.next();
      if (result.done) return result;
      if ("__typename" in result.value) throw new Error(`a gap of ${result.value.missedCount}`);
      return { done: false, value: result.value };
    },
    async return() {
      await iteration.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** As many as come before the moment, at most `count`; what it waits for then is left to the next subscription. */
async function takeUntil<T>(events: AsyncIterator<T>, count: number, moment: Promise<unknown>): Promise<T[]> {
  const taken: T[] = [];
  const over = moment.then(() => undefined);
  while (taken.length < count) {
    const result = await Promise.race([events.next(), over]);
    if (!result || result.done) break;
    taken.push(result.value);
  }
  return taken;
}

async function discard(events: AsyncIterator<unknown>, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await events.next();
}

/** Live megabytes of the JavaScript heap. */
function heapMegabytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
