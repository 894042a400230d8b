/** Resolves after the time, or at once when the signal fires; never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}

/** Milliseconds to wait after so many failures in a row: doubling, at most 2 s, with jitter so that nodes spread. */
export function backOffMs(failures: number): number {
  const ceiling = Math.min(2_000, 25 * 2 ** Math.min(failures, 10));
  return ceiling / 2 + Math.random() * (ceiling / 2);
}
