import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from "graphql";
import type { RequestContext } from "./context.js";
import type { Execute } from "./execute.js";

/** A subscription's results; `return` ends it at once, even while it waits for an event. */
export type EventStream = AsyncGenerator<ExecutionResult, void, void>;

/** What an event stream needs of whoever opens it. */
export interface StreamOptions {
  readonly execute: Execute;
  /** A fresh context, hence a fresh snapshot, for each event; the server ends it after the event. */
  readonly contextOfEvent: () => RequestContext;
  /** Fires the signal of the subscription's own context, which is what its source waits on. */
  readonly abort: () => void;
  /** The stream is over; called exactly once. */
  readonly onEnd: () => Promise<void>;
}

/**
 * Opens a subscription. Its `subscribe` has a context that lives as long as the stream, so it reads through it only
 * with a `refresh` after; each event is executed in a context of its own. A refusal comes as an `ExecutionResult`.
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
  return new Stream(args, options, source[Symbol.asyncIterator]());
}

/** By hand rather than an async generator, whose `return` would wait until the next event. */
class Stream implements EventStream {
  #ended = false;

  constructor(
    private readonly args: ExecutionArgs,
    private readonly options: StreamOptions,
    private readonly events: AsyncIterator<unknown>,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    try {
      const event = this.#ended ? OVER : await this.events.next();
      if (this.#ended || event.done) return await this.return();
      return { done: false, value: await this.#resultOf(event.value) };
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorReturnResult<void>> {
    if (this.#ended) return OVER;
    this.#ended = true;
    this.options.abort();
    // Not awaited: a source that is an async generator answers only after its own wait, which the signal ends.
    this.events.return?.()?.catch(() => undefined);
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

  async #resultOf(event: unknown): Promise<ExecutionResult> {
    const contextValue = this.options.contextOfEvent();
    try {
      return await this.options.execute({ ...this.args, rootValue: event, contextValue });
    } finally {
      await contextValue.end();
    }
  }
}

const OVER: IteratorReturnResult<void> = { done: true, value: undefined };
