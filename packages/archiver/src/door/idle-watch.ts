/** Aborts its signal when a transfer stands still, or all but stands still. */
export interface IdleWatch extends Disposable {
  readonly signal: AbortSignal;
  /** Tell that bytes have come. */
  took(bytes: number): void;
}

/** What counts as going on: a slow modem does five times as much. */
const leastBytesPerMs = 1;

/**
 * Watch a transfer.
 *
 * @param idleMs How long it may bring less than 1 kB a second; `null` for ever.
 */
export function watchIdle(idleMs: number | null): IdleWatch {
  const stop = new AbortController();
  if (idleMs === null) return { signal: stop.signal, took() {}, [Symbol.dispose]() {} };
  const timer = setTimeout(() => stop.abort(), idleMs);
  let sinceRefresh = 0;
  return {
    signal: stop.signal,
    took(bytes) {
      sinceRefresh += bytes;
      if (sinceRefresh < idleMs * leastBytesPerMs) return;
      sinceRefresh = 0;
      timer.refresh();
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
