import type { Database } from "../database/database.js";
import { requestError } from "../graphql/errors.js";
import { abortableIterator } from "./abortable-iterator.js";
import { decodeEventCursor, encodeEventCursor, invalidEventCursor } from "./event-cursor.js";
import { type EventGap, type EventGapRow, eventGapRow } from "./event-gap.js";
import type { OutboxPage, StoredEvent } from "./outbox.queries.js";
import { endOfFeed, extentNow, readPage } from "./outbox-snapshots.js";
import { backOffMs, pause } from "./pause.js";
import { TenantTail } from "./tenant-tail.js";
import { WakeUps } from "./wake-ups.js";

export interface EventFeedOptions {
  /** A pool of the application's role. A small one of its own, so that replays do not crowd out requests. */
  readonly database: Database;
  /** How often to look without being woken. */
  readonly pollMs?: number;
  /** Announcements to other nodes within this time become one. */
  readonly debounceMs?: number;
  /** The latest events kept in memory for each tenant that has subscribers. */
  readonly windowSize?: number;
  /** Events read at once for a subscriber that is further behind: the most that it has in memory. */
  readonly pageSize?: number;
  /** Told of failures that the feed gets over by trying again. */
  readonly onError?: (error: unknown) => void;
}

export interface SubscribeOptions {
  /** Ends the subscription, as `return()` does. */
  readonly signal?: AbortSignal;
}

export interface Iteration<T> extends SubscribeOptions {
  readonly tenantId: string;
  /** The client's cursor; null or absent: from now on. */
  readonly after?: string | null;
  /** Which events are wanted. Gaps are always told. */
  readonly where?: (event: StoredEvent) => boolean;
  readonly map: (event: StoredEvent) => T | Promise<T>;
  /** Awaited before each delivery: the transport's chance to wait until the client's buffer has room. */
  readonly hasRoom?: (signal: AbortSignal) => Promise<void>;
  /** Asked before each delivery; false ends the subscription with FORBIDDEN. */
  readonly isAuthorised?: () => boolean | Promise<boolean>;
}

/**
 * The events of all tenants as this node sees them: each subscriber gets every event after its cursor, in order
 * of position, at least once over all its subscriptions and exactly once within one. Nothing is queued for a
 * subscriber: it is at a position, and takes the next event from the tenant's shared window or else a page from
 * the outbox when it asks. See docs/adr/0003-order-of-events.md.
 */
export class EventFeed {
  readonly #tails = new Map<string, TenantTail>();
  /** Tails that nobody follows any more, until they have let go of the database. */
  readonly #stopped = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #wakeUps: WakeUps;
  readonly #options: Required<EventFeedOptions>;

  constructor(options: EventFeedOptions) {
    this.#options = { ...DEFAULTS, ...options, onError: options.onError ?? DEFAULTS.onError };
    const { database, debounceMs, onError } = this.#options;
    const onWake = (tenantId: string | null) => this.#wakeTails(tenantId);
    this.#wakeUps = new WakeUps({ database, debounceMs, onWake, onError });
  }

  /** A command of this process committed events of the tenant. Never throws and never waits. */
  wake(tenantId: string): void {
    this.#wakeTails(tenantId);
    this.#wakeUps.announce(tenantId);
  }

  /**
   * Resolves when the subscription stands: what is committed from then on is in it.
   *
   * @param after the position of the last event seen, 0 before the first; null: from now on.
   * @throws INVALID_CURSOR for a position that the feed has not reached.
   */
  async subscribe(
    tenantId: string,
    after: bigint | null,
    options: SubscribeOptions = {},
  ): Promise<AsyncIterableIterator<StoredEvent | EventGap, undefined, void>> {
    this.#wakeUps.start();
    const start = after ?? (await endOfFeed(this.#options.database, tenantId));
    if (after !== null) await this.#refuseFuture(tenantId, after);
    if (this.#closing.signal.aborted) throw requestError("INTERNAL_SERVER_ERROR", "The server is closing.");
    const tail = this.#join(tenantId);
    const leave = options.signal
      ? AbortSignal.any([options.signal, this.#closing.signal])
      : this.#closing.signal;
    return abortableIterator(
      (signal) => this.#follow(tail, tenantId, start, signal),
      () => this.#leave(tenantId, tail),
      leave,
    );
  }

  /** What a GraphQL subscription returns: the wanted events as its type, and gaps as rows of `EventGap`. */
  async iterate<T>(
    iteration: Iteration<T>,
  ): Promise<AsyncIterableIterator<T | EventGapRow, undefined, void>> {
    const { tenantId, after } = iteration;
    const position = after === undefined || after === null ? null : decodeEventCursor(tenantId, after);
    const source = await this.subscribe(tenantId, position, iteration);
    return abortableIterator(
      (signal) => deliver(source, iteration, signal),
      () => void source.return?.(),
    );
  }

  /** Ends every subscription. Clients come back with their cursors, to this node or another. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#stopped, this.#wakeUps.close()]);
  }

  async *#follow(
    tail: TenantTail,
    tenantId: string,
    start: bigint,
    signal: AbortSignal,
  ): AsyncGenerator<StoredEvent | EventGap, void, void> {
    let position = start;
    while (!signal.aborted) {
      const recent = tail.eventAfter(position);
      if (recent) {
        position = recent.position;
        yield recent;
      } else if (tail.isBeyond(position)) {
        const page = await this.#readPatiently(tenantId, position, signal);
        if (!page) return;
        for (const item of itemsOf(tenantId, position, page)) {
          position = item.kind === "GAP" ? item.missedTo : item.position;
          yield item;
        }
      } else {
        await tail.beyond(position, signal);
      }
    }
  }

  /** A page, however long the database is away; undefined when the subscriber has left meanwhile. */
  async #readPatiently(
    tenantId: string,
    after: bigint,
    signal: AbortSignal,
  ): Promise<OutboxPage | undefined> {
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        return await readPage(this.#options.database, tenantId, after, this.#options.pageSize);
      } catch (error) {
        this.#options.onError(error);
        await pause(backOffMs(failures), signal);
      }
    }
    return undefined;
  }

  async #refuseFuture(tenantId: string, after: bigint): Promise<void> {
    const { last } = await extentNow(this.#options.database, tenantId);
    if (after > last) throw invalidEventCursor();
  }

  #join(tenantId: string): TenantTail {
    const tail = this.#tails.get(tenantId) ?? new TenantTail({ ...this.#options, tenantId });
    this.#tails.set(tenantId, tail);
    tail.subscribers += 1;
    return tail;
  }

  #leave(tenantId: string, tail: TenantTail): void {
    tail.subscribers -= 1;
    if (tail.subscribers > 0) return;
    this.#tails.delete(tenantId);
    const stopped = tail.stop().finally(() => this.#stopped.delete(stopped));
    this.#stopped.add(stopped);
  }

  #wakeTails(tenantId: string | null): void {
    if (tenantId !== null) this.#tails.get(tenantId)?.wake();
    else for (const tail of this.#tails.values()) tail.wake();
  }
}

const DEFAULTS = {
  pollMs: 1_000,
  debounceMs: 10,
  windowSize: 1_000,
  pageSize: 200,
  onError: () => undefined,
};

/** A page's events, after the gap that lies before them if there is one. */
function itemsOf(tenantId: string, after: bigint, page: OutboxPage): (StoredEvent | EventGap)[] {
  if (after + 1n >= page.first) return [...page.events];
  const missedTo = page.first - 1n;
  const resumeCursor = encodeEventCursor(tenantId, missedTo);
  return [{ kind: "GAP", missedFrom: after + 1n, missedTo, resumeCursor }, ...page.events];
}

async function* deliver<T>(
  source: AsyncIterable<StoredEvent | EventGap>,
  { tenantId, where, map, hasRoom, isAuthorised }: Iteration<T>,
  signal: AbortSignal,
): AsyncGenerator<T | EventGapRow, void, void> {
  for await (const item of source) {
    if (item.kind === "EVENT" && where && !where(item)) continue;
    await hasRoom?.(signal);
    if (signal.aborted) return;
    if (isAuthorised && !(await isAuthorised())) {
      throw requestError("FORBIDDEN", "The access that this subscription began with has ended.");
    }
    yield item.kind === "GAP" ? eventGapRow(tenantId, item, new Date()) : await map(item);
  }
}
