/** What shells take for "ended by Ctrl-C". */
const EXIT_INTERRUPTED = 130;

/**
 * Aborts at the first SIGINT, SIGTERM or SIGHUP. The second one ends the process at once; the embedded database is
 * then adopted, or recovers, at the next start.
 */
export function stopRequested(): AbortSignal {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  return controller.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** How long a start that was told to stop may take to its next step. */
const GRACE_MS = 10_000;

/**
 * Ends the process when the signal has aborted and what goes on has not come to an end in time: a start that hangs
 * must not keep the process. Call the function that is returned once it is over.
 */
export function endInTime(signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => process.exit(EXIT_INTERRUPTED), GRACE_MS);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  };
}
