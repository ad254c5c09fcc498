import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import { orAbort } from '../browser/or-abort.ts';
import { settleDocument } from './in-page/settle-document.ts';
import { openWorld } from '../browser/open-world.ts';
import { pageLimits } from './page-limits.ts';

/** How long the frames that the page has put in may take to load, in ms. */
const framesMs = 5_000;

/**
 * Wait until a page is as a reader would find it. That is: the `load` event, or 15 s; then it is scrolled through,
 * at most 20 screens; then its frames have loaded, or 5 s are over; then nothing has changed for half a second,
 * or 5 s are over. There is no waiting for a quiet network: pages with advertisements have none.
 *
 * A page that leads on by itself meanwhile is waited for again.
 *
 * @param timeoutMs For all of it.
 * @returns Whether it came to rest in time.
 * @throws If it goes away, or the signal's reason, if it aborts.
 */
export async function settlePage(
  page: Page,
  session: CDPSession,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const world = openWorld(session);
  const deadline = AbortSignal.timeout(timeoutMs);
  const stop = AbortSignal.any([signal, deadline]);
  try {
    for (;;) {
      try {
        return await orAbort(settle(), stop);
      } catch (error) {
        if (stop.aborted || page.isClosed()) throw error;
        // It has led on, and what was there is gone with its world.
        await pause(100, undefined, { signal: stop });
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    if (deadline.aborted) return false;
    throw error;
  }

  async function settle(): Promise<boolean> {
    const [frame] = await world.frames();
    await world.call(frame, settleDocument, { ...pageLimits.settle, changingMs: 0 });
    const frames = page.frames().slice(1, 1 + pageLimits.frames);
    const loaded = Promise.all(frames.map((child) => child.waitForLoadState('load').catch(() => null)));
    await Promise.race([loaded, pause(framesMs)]);
    return (await world.call(frame, settleDocument, { ...pageLimits.settle, screens: 0 })) === true;
  }
}
