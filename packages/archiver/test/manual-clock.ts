import type { Clock } from '../src/door/clock.ts';

/** A clock that jumps to the next sleeper's time as soon as nothing else is to be done. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
}

interface Sleeper {
  readonly until: number;
  wake(): void;
}

/** Make a clock that stands at 0. With `stopped`, sleepers wait until they are aborted. */
export function createManualClock(options: { readonly stopped?: boolean } = {}): ManualClock {
  let now = 0;
  const sleepers: Sleeper[] = [];
  const wakeNext = (): void => {
    const next = sleepers.toSorted((a, b) => a.until - b.until)[0];
    if (next === undefined || options.stopped === true) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    now = Math.max(now, next.until);
    next.wake();
  };
  return {
    wall: () => now,
    steady: () => now,
    advance: (ms) => {
      now += ms;
    },
    async sleep(ms, signal) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        sleepers.push({ until: now + ms, wake: resolve });
        setImmediate(wakeNext);
      });
    },
  };
}
