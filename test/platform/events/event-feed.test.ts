import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeEventCursor, encodeEventCursor } from "../../../src/platform/events/event-cursor.js";
import type { EventFeed } from "../../../src/platform/events/event-feed.js";
import type { EventGap } from "../../../src/platform/events/event-gap.js";
import type { StoredEvent } from "../../../src/platform/events/outbox.queries.js";
import { pruneEvents } from "../../../src/platform/events/prune-events.js";
import { sequenceAllEvents } from "../../../src/platform/events/sequencer.js";
import { commitEvents, commitNumbered, type EventWorld, openEventWorld, take } from "./event-world.js";

let world: EventWorld;
beforeAll(async () => {
  world = await openEventWorld();
});
afterAll(() => world.close());

describe("a subscription", () => {
  it("without a cursor begins now: what was committed before is not told, what comes after is", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed();
    await commitNumbered(world, tenantId, 1, 3);
    const events = await feed.subscribe(tenantId, null);
    await commitNumbered(world, tenantId, 4, 5);
    feed.wake(tenantId);
    expect(numbers(await take(events, 2))).toEqual([4, 5]);
  });

  it("with a cursor replays page by page and joins the live end without a hole or a double", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed({ pageSize: 7, windowSize: 20 });
    await commitNumbered(world, tenantId, 1, 100);
    await sequenceAllEvents(world.app, tenantId);
    const events = await feed.subscribe(tenantId, 10n);
    const replayed = take(events, 190);
    for (let n = 101; n <= 200; n += 10) {
      await commitNumbered(world, tenantId, n, n + 9);
      feed.wake(tenantId);
    }
    expect(numbers(await replayed)).toEqual(range(11, 200));
  });

  it("is found by the poll when no wake-up comes", async () => {
    const tenantId = await world.newTenant();
    const events = await world.newFeed({ pollMs: 20 }).subscribe(tenantId, null);
    await commitNumbered(world, tenantId, 1, 1);
    expect(numbers(await take(events, 1))).toEqual([1]);
  });

  it("hears of commits on another node by its announcement", async () => {
    const tenantId = await world.newTenant();
    const [here, there] = [world.newFeed({ pollMs: 3_600_000 }), world.newFeed({ pollMs: 3_600_000 })];
    const events = await here.subscribe(tenantId, null);
    for (let n = 1; n <= 3; n++) {
      await commitNumbered(world, tenantId, n, n);
      there.wake(tenantId);
      expect(numbers(await take(events, 1))).toEqual([n]);
    }
  });

  it("never shows another tenant's events", async () => {
    const [tenantId, other] = [await world.newTenant(), await world.newTenant()];
    const feed = world.newFeed();
    const events = await feed.subscribe(tenantId, 0n);
    await commitNumbered(world, other, 100, 110);
    await commitNumbered(world, tenantId, 1, 1);
    feed.wake(other);
    feed.wake(tenantId);
    expect(numbers(await take(events, 1))).toEqual([1]);
  });

  it("ends at once when its client leaves, also while it waits for an event", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed({ pollMs: 3_600_000 });
    const events = await feed.subscribe(tenantId, null);
    const pending = events.next();
    expect(await events.return?.()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("ends by its signal, and all end when the server closes; none begins after", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed({ pollMs: 3_600_000 });
    const leaving = new AbortController();
    const left = await feed.subscribe(tenantId, null, { signal: leaving.signal });
    const staying = await Promise.all(Array.from({ length: 30 }, () => feed.subscribe(tenantId, null)));
    const pending = [left, ...staying].map((events) => events.next());
    leaving.abort();
    expect((await pending[0])?.done).toBe(true);
    await feed.close();
    expect((await Promise.all(pending)).every((result) => result.done)).toBe(true);
    await expect(feed.subscribe(tenantId, null)).rejects.toThrow("closing");
  });
});

describe("the retention", () => {
  it("tells an old cursor what it missed, then goes on with what is there", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed();
    await commitNumbered(world, tenantId, 1, 10);
    await sequenceAllEvents(world.app, tenantId);
    const before = await databaseNow();
    await commitNumbered(world, tenantId, 11, 12);
    await sequenceAllEvents(world.app, tenantId);
    expect(await pruneEvents(world.app, tenantId, before)).toBe(10);
    expect(await pruneEvents(world.app, tenantId, before)).toBe(0);
    const [gap, ...rest] = await take(await feed.subscribe(tenantId, 4n), 3);
    expect(gap).toMatchObject({ kind: "GAP", missedFrom: 5n, missedTo: 10n });
    expect(numbers(rest)).toEqual([11, 12]);
    const resumed = await feed.iterate({ tenantId, after: resumeCursorOf(gap), map: (e) => e.payload.n });
    expect(await take(resumed, 2)).toEqual([11, 12]);
    const exactlyThere = await feed.subscribe(tenantId, 10n);
    expect(numbers(await take(exactlyThere, 1))).toEqual([11]);
  });

  it("keeps events without a position, and tells the gap also when nothing is left after it", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed();
    await commitNumbered(world, tenantId, 1, 5);
    await sequenceAllEvents(world.app, tenantId);
    await commitNumbered(world, tenantId, 6, 6);
    expect(await pruneEvents(world.app, tenantId, new Date(Date.now() + 3_600_000))).toBe(5);
    const events = await feed.subscribe(tenantId, 0n);
    expect(await take(events, 1)).toMatchObject([{ kind: "GAP", missedFrom: 1n, missedTo: 5n }]);
    expect(numbers(await take(events, 1))).toEqual([6]);
  });

  it("tells a subscriber that it was overtaken while it was slow", async () => {
    const tenantId = await world.newTenant();
    const feed = world.newFeed({ windowSize: 4, pageSize: 2 });
    const events = await feed.subscribe(tenantId, 0n);
    await commitNumbered(world, tenantId, 1, 30);
    feed.wake(tenantId);
    expect(numbers(await take(events, 1))).toEqual([1]);
    await sequenceAllEvents(world.app, tenantId);
    await pruneEvents(world.app, tenantId, new Date(Date.now() + 3_600_000));
    await commitNumbered(world, tenantId, 31, 40);
    const watcher = await feed.subscribe(tenantId, 30n);
    feed.wake(tenantId);
    await take(watcher, 10);
    const items = await take(events, 1);
    for (let last = items[0]; last?.kind !== "GAP"; last = items.at(-1))
      items.push(...(await take(events, 1)));
    const missed = items.flatMap((item) => (item.kind === "GAP" ? [item] : []));
    const told = numbers(items);
    expect(missed).toMatchObject([{ missedFrom: BigInt((told.at(-1) ?? 1) + 1), missedTo: 30n }]);
    expect(numbers(await take(events, 10))).toEqual(range(31, 40));
  });
});

describe("a cursor", () => {
  it("goes round, and is refused when mangled, of another tenant, or of the future", async () => {
    const [tenantId, other] = [await world.newTenant(), await world.newTenant()];
    const feed = world.newFeed();
    await commitNumbered(world, tenantId, 1, 3);
    const good = encodeEventCursor(tenantId, 3n);
    expect(decodeEventCursor(tenantId, good)).toBe(3n);
    await sequenceAllEvents(world.app, tenantId);
    const bad = [
      "",
      "3",
      `${good}A`,
      `${good}=`,
      good.slice(0, -1),
      `B${good.slice(1)}`,
      `${good.slice(0, 6)}${good[6] === "x" ? "y" : "x"}${good.slice(7)}`,
      encodeEventCursor(other, 3n),
      encodeEventCursor(tenantId, 4n),
      encodeEventCursor(tenantId, 2n ** 63n),
    ];
    for (const after of bad) {
      await expect(feed.iterate({ tenantId, after, map: (e) => e }), after).rejects.toMatchObject({
        extensions: { code: "INVALID_CURSOR" },
      });
    }
    await expect(feed.iterate({ tenantId, after: good, map: (e) => e })).resolves.toBeDefined();
  });
});

describe("a GraphQL subscription's iteration", () => {
  it("tells the wanted events only, mapped", async () => {
    const { feed, tenantId } = await fedTenant(10);
    const iteration = await feed.iterate({
      tenantId,
      after: encodeEventCursor(tenantId, 0n),
      where: (event) => Number(event.payload.n) % 3 === 0,
      map: async (event) => `no. ${event.payload.n}`,
    });
    expect(await take(iteration, 3)).toEqual(["no. 3", "no. 6", "no. 9"]);
  });

  it("asks before each delivery whether the access still stands, and delivers nothing when it does not", async () => {
    const { feed, tenantId } = await fedTenant(5);
    let deliveries = 2;
    const told: unknown[] = [];
    const iteration = await feed.iterate({
      tenantId,
      after: encodeEventCursor(tenantId, 0n),
      map: (event) => void told.push(event.payload.n),
      isAuthorised: async () => deliveries-- > 0,
    });
    await take(iteration, 2);
    await expect(iteration.next()).rejects.toMatchObject({ extensions: { code: "FORBIDDEN" } });
    expect(await iteration.next()).toEqual({ done: true, value: undefined });
    expect(told).toEqual([1, 2]);
  });

  it("waits while the transport has no room, and a client may leave meanwhile", async () => {
    const { feed, tenantId } = await fedTenant(2);
    const room = Promise.withResolvers<void>();
    const told: unknown[] = [];
    const iteration = await feed.iterate({
      tenantId,
      after: encodeEventCursor(tenantId, 0n),
      map: (event) => void told.push(event.payload.n),
      hasRoom: () => room.promise,
    });
    const pending = iteration.next();
    await iteration.return?.();
    room.resolve();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(told).toEqual([]);
  });

  it("tells a gap as a row of EventGap, whatever the filter", async () => {
    const { feed, tenantId } = await fedTenant(5);
    await pruneEvents(world.app, tenantId, new Date(Date.now() + 3_600_000));
    const after = encodeEventCursor(tenantId, 2n);
    const iteration = await feed.iterate({ tenantId, after, where: () => false, map: () => null });
    const resumeCursor = encodeEventCursor(tenantId, 5n);
    expect(await take(iteration, 1)).toMatchObject([
      { __typename: "EventGap", type: "EVENT_GAP", missedCount: "3", cursor: resumeCursor, resumeCursor },
    ]);
  });
});

async function fedTenant(events: number): Promise<{ feed: EventFeed; tenantId: string }> {
  const tenantId = await world.newTenant();
  await commitEvents(world, tenantId, ...range(1, events).map((n) => ({ n })));
  await sequenceAllEvents(world.app, tenantId);
  return { feed: world.newFeed(), tenantId };
}

/** The payloads' numbers; a gap has none. */
function numbers(items: readonly (StoredEvent | EventGap)[]): number[] {
  return items.flatMap((item) => (item.kind === "EVENT" ? [Number(item.payload.n)] : []));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function resumeCursorOf(item: StoredEvent | EventGap | undefined): string {
  if (item?.kind !== "GAP") throw new Error("not a gap");
  return item.resumeCursor;
}

async function databaseNow(): Promise<Date> {
  const { rows } = await world.owner.query("select clock_timestamp() as now");
  return rows[0].now;
}
