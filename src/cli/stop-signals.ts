/**
 * Resolves at the first SIGINT, SIGTERM or SIGHUP. The second one ends the process at once; the embedded database
 * is then adopted, or recovers, at the next start.
 */
export function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
}
