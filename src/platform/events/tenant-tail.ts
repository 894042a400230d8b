import type { Database } from "../database/database.js";
import type { OutboxPage, StoredEvent } from "./outbox.queries.js";
import { endOfFeed, readPage } from "./outbox-snapshots.js";
import { backOffMs, pause } from "./pause.js";
import { SEQUENCE_BATCH, sequenceEvents } from "./sequencer.js";

export interface TailOptions {
  readonly database: Database;
  readonly tenantId: string;
  /** The latest events that are kept for all subscribers together. */
  readonly windowSize: number;
  readonly pageSize: number;
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * The live end of one tenant's feed on this node: one loop sequences and reads new events, whatever the number
 * of subscribers, and keeps the latest in a window of fixed size. When the database goes away it tries again and
 * goes on where it was.
 */
export class TenantTail {
  subscribers = 0;
  readonly #stopping = new AbortController();
  /** Events of consecutive positions, the last of them `#head`. */
  #window: StoredEvent[] = [];
  #head: bigint | undefined;
  #woken = true;
  #alarm: (() => void) | undefined;
  readonly #waiting = new Set<() => void>();

  readonly #running: Promise<void>;

  constructor(private readonly options: TailOptions) {
    this.#running = this.#run();
  }

  /** Something was committed: look now, and once more if it is looking already. */
  wake(): void {
    this.#woken = true;
    this.#alarm?.();
  }

  /** Resolves when it has let go of the database. */
  stop(): Promise<void> {
    this.#stopping.abort();
    return this.#running;
  }

  /** The event after the position, when it is in the window. */
  eventAfter(position: bigint): StoredEvent | undefined {
    if (this.#head === undefined || position >= this.#head) return undefined;
    const index = this.#window.length - Number(this.#head - position);
    return index < 0 ? undefined : this.#window[index];
  }

  /** Whether events after the position are known to be in the outbox. */
  isBeyond(position: bigint): boolean {
    return this.#head !== undefined && this.#head > position;
  }

  /** Resolves when there are events after the position, or the signal fires. */
  beyond(position: bigint, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!signal.aborted && !this.isBeyond(position)) return;
        this.#waiting.delete(look);
        signal.removeEventListener("abort", look);
        resolve();
      };
      this.#waiting.add(look);
      signal.addEventListener("abort", look);
      look();
    });
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; ) {
      this.#woken = false;
      try {
        await this.#catchUp();
        failures = 0;
        await this.#rest();
      } catch (error) {
        if (signal.aborted) return;
        this.options.onError(error);
        failures += 1;
        await pause(backOffMs(failures), signal);
      }
    }
  }

  /** Sequences and reads until nothing is left. */
  async #catchUp(): Promise<void> {
    const { database, tenantId, pageSize } = this.options;
    let head = this.#head ?? (await endOfFeed(database, tenantId));
    if (this.#head === undefined) this.#moveTo(head, []);
    while (!this.#stopping.signal.aborted) {
      const sequenced = await sequenceEvents(database, tenantId);
      const page = await readPage(database, tenantId, head, pageSize);
      head = this.#append(head, page);
      if (sequenced < SEQUENCE_BATCH && head >= page.last) return;
    }
  }

  /** Returns the new head. */
  #append(head: bigint, { events, first }: OutboxPage): bigint {
    const last = events.at(-1)?.position ?? first - 1n;
    if (last <= head) return head;
    // What was pruned before this node had read it leaves a hole, and the window has none: it begins anew.
    const before = first > head + 1n ? [] : this.#window;
    this.#moveTo(last, [...before, ...events].slice(-this.options.windowSize));
    return last;
  }

  #moveTo(head: bigint, window: StoredEvent[]): void {
    this.#head = head;
    this.#window = window;
    for (const look of [...this.#waiting]) look();
  }

  /** Until woken, or the poll's time. */
  async #rest(): Promise<void> {
    if (this.#woken || this.#stopping.signal.aborted) return;
    const alarm = new AbortController();
    const ring = () => alarm.abort();
    this.#alarm = ring;
    this.#stopping.signal.addEventListener("abort", ring);
    await pause(this.options.pollMs, alarm.signal);
    this.#stopping.signal.removeEventListener("abort", ring);
    this.#alarm = undefined;
  }
}
