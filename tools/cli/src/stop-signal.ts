/** Milliseconds after which a stop that hangs is cut short. */
const LONGEST = 10_000;

/** Aborted at the first SIGINT, SIGTERM or SIGHUP, so that a command ends in good order. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    setTimeout(() => process.exit(1), LONGEST).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return stopping.signal;
}
