import type { Door } from './door.ts';
import { TimeoutError, UnreachableError } from './door-error.ts';

/** Short links are the first thing that is asked for, and a HEAD of their front page costs nobody anything. */
const probeUrl = 'https://t.co/';
const probeTimeoutMs = 4000;

/**
 * Find out whether there is a network, so that a run without one says so once and stops trying. Any answer of any
 * status counts, and so does any failure that shows that somebody was there.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function probeNetwork(door: Door, signal: AbortSignal): Promise<'online' | 'offline'> {
  try {
    await door.ask({
      url: probeUrl,
      scope: 'short-links',
      method: 'HEAD',
      timeoutMs: probeTimeoutMs,
      retries: 0,
      signal,
    });
    return 'online';
  } catch (error) {
    if (error instanceof TimeoutError) return 'offline';
    if (error instanceof UnreachableError) return error.offline ? 'offline' : 'online';
    throw error;
  }
}
