import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from "graphql";
import { ArrivedTogether } from "../events/arrived-together.js";
import type { Admitted } from "./admission.js";
import type { RequestContext } from "./context.js";
import type { Execute } from "./execute.js";

/** A subscription's results; `return` ends it at once, even while it waits for an event. */
export type EventStream = AsyncGenerator<ExecutionResult, void, void>;

/** What an event stream needs of whoever opens it. */
export interface StreamOptions {
  readonly execute: Execute;
  readonly admitted: Admitted;
  /** A fresh context, hence a fresh snapshot, for events that arrived together; ended when all have their results. */
  readonly contextOfEvents: () => RequestContext;
  /** Fires when nothing may be told any more: the client has gone, or its access has ended. */
  readonly signal: AbortSignal;
  /** Fires the signal of the subscription's own context, which is what its source waits on. */
  readonly abort: () => void;
  /** The stream is over; called exactly once. */
  readonly onEnd: () => Promise<void>;
}

/**
 * Opens a subscription. Its `subscribe` has a context that lives as long as the stream, so it reads through it only
 * with a `refresh` after. Events that are there at the same moment are executed together in one context of their own,
 * opened after the last of them arrived: what they tell is committed in its snapshot, and loaders batch over all of
 * them. The results come one by one in the events' order. A refusal comes as an `ExecutionResult`.
 */
export async function openEventStream(
  args: ExecutionArgs,
  options: StreamOptions,
): Promise<EventStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) {
    await options.onEnd();
    return source;
  }
  return new Stream(options, new ArrivedTogether(source[Symbol.asyncIterator](), EVENTS_MAX));
}

/** So many results are held for a client at most; the next events are taken when it has taken these. */
const EVENTS_MAX = 50;

/** By hand rather than an async generator, whose `return` would wait until the next event. */
class Stream implements EventStream {
  #ended = false;
  /** Results that the client has not taken yet, the next one first. */
  #results: PromiseSettledResult<ExecutionResult>[] = [];

  constructor(
    private readonly options: StreamOptions,
    private readonly events: ArrivedTogether<unknown>,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    try {
      if (!this.#isOver() && this.#results.length === 0) {
        this.#results = await this.#resultsOf(await this.events.next());
      }
      const result = this.#isOver() ? undefined : this.#results.shift();
      if (!result) return await this.return();
      if (result.status === "rejected") throw result.reason;
      return { done: false, value: result.value };
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorReturnResult<void>> {
    if (this.#ended) return OVER;
    this.#ended = true;
    this.#results = [];
    this.options.abort();
    this.events.leave();
    await this.options.onEnd();
    return OVER;
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #isOver(): boolean {
    return this.#ended || this.options.signal.aborted;
  }

  async #resultsOf(events: readonly unknown[]): Promise<PromiseSettledResult<ExecutionResult>[]> {
    if (events.length === 0 || this.#isOver()) return [];
    const contextValue = this.options.contextOfEvents();
    const { execute, admitted } = this.options;
    try {
      return await Promise.allSettled(
        events.map((rootValue) => execute(admitted, { rootValue, contextValue })),
      );
    } finally {
      await contextValue.end();
    }
  }
}

const OVER: IteratorReturnResult<void> = { done: true, value: undefined };
