import type { CaptureContext } from './capture-context.ts';
import { openWorld } from './open-world.ts';
import { type Place, settleElement } from './settle-element.ts';

/** How often an element that is not there yet is looked for, in ms. */
const everyMs = 20;

/** How often a page may lead on to another document meanwhile. */
const mostDocuments = 5;

/**
 * Wait until an element is as a reader would see it: it is visible, the fonts are there, the images in it have come or
 * failed, what moves has ended, and two frames were drawn since. There is no waiting for a quiet network: it costs half a
 * second, and eight with a video. It has no time-out of its own: closing the page ends it.
 *
 * @param selector A CSS selector; the first element that it finds counts.
 */
export async function waitUntilDrawn(
  { page, session }: Pick<CaptureContext, 'page' | 'session'>,
  selector: string,
): Promise<Place> {
  const world = openWorld(session);
  for (let documents = 1; ; documents += 1) {
    try {
      const [frame] = await world.frames();
      return readPlace(await world.call(frame, settleElement, { selector, everyMs }));
    } catch (error) {
      // A document that is left takes its world along.
      if (page.isClosed() || documents === mostDocuments) throw error;
      await page.waitForLoadState('domcontentloaded');
    }
  }
}

/** @throws {RangeError} If the page has sent something else. */
function readPlace(value: unknown): Place {
  const { x, y, width, height } = Object(value) as Readonly<Record<keyof Place, unknown>>;
  return { x: readPixels(x), y: readPixels(y), width: readPixels(width), height: readPixels(height) };
}

function readPixels(value: unknown): number {
  if (Number.isSafeInteger(value)) return Number(value);
  throw new RangeError('The page does not say where the post is');
}
