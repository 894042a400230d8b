/**
 * An iterator over a generator, that ends at once when its consumer leaves. A generator's own `return()` waits
 * for the pending `next()`, which for a feed is the next event, perhaps never; this one tells the generator by
 * a signal. `onEnd` runs exactly once: on `return`, when the generator ends or throws, or when `leave` fires.
 */
export function abortableIterator<T>(
  open: (signal: AbortSignal) => AsyncGenerator<T, void, void>,
  onEnd: () => void,
  leave?: AbortSignal,
): AsyncIterableIterator<T, undefined, void> {
  const controller = new AbortController();
  const source = open(controller.signal);
  const end = () => {
    if (controller.signal.aborted) return;
    leave?.removeEventListener("abort", end);
    controller.abort();
    onEnd();
  };
  leave?.addEventListener("abort", end);
  if (leave?.aborted) end();

  const ended = { done: true, value: undefined } as const;
  return {
    async next() {
      if (controller.signal.aborted) return ended;
      try {
        const result = await source.next();
        if (!result.done && !controller.signal.aborted) return { done: false, value: result.value };
        end();
        return ended;
      } catch (error) {
        const left = controller.signal.aborted;
        end();
        // Who has left does not want to hear of a failure any more.
        if (left) return ended;
        throw error;
      }
    },
    async return() {
      end();
      return ended;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
