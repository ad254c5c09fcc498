import { setTimeout } from 'node:timers/promises';

/** The times the door goes by; tests have one of their own. */
export interface Clock {
  /** Ms since 1970; may jump. For the record, and for what a server says of dates. */
  wall(): number;
  /** Ms since some moment; never goes back. For everything that waits. */
  steady(): number;
  /**
   * Resolves after `ms`.
   *
   * @throws The signal's reason, if it aborts.
   */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** The machine's clock. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  async sleep(ms, signal) {
    signal.throwIfAborted();
    await setTimeout(ms, undefined, { signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw error;
    });
  },
};
