import { DoorError } from '../door/door-error.ts';
import type { Door, DoorAnswer } from '../door/door.ts';
import { leadsOn } from '../door/leads-on.ts';
import { keepInMemory } from '../door/keep-in-memory.ts';
import { doorSettings, type WaySettings } from '../door-settings.ts';

/** What came of asking for a page. */
export type FetchedPage =
  | {
      readonly kind: 'page';
      /** Where it was in the end, after redirects. */
      readonly url: string;
      readonly bytes: Uint8Array;
      /** As in `text/html; charset=utf-8`; empty if the answer has none. */
      readonly contentType: string;
    }
  | { readonly kind: 'failed'; readonly reason: string };

const mostHops = 10;
const mostBytes = 32_000_000;

/**
 * Ask for a web page without a browser, through the door, and keep nothing. What its scripts would make of it is not seen.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function fetchPage(url: string, way: WaySettings, signal: AbortSignal): Promise<FetchedPage> {
  const { openDoor } = await import('../door/open-door.ts');
  await using door = openDoor(doorSettings(way), keepInMemory(), { signal });
  return await follow(url, door);
}

async function follow(url: string, door: Door): Promise<FetchedPage> {
  let next = url;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const answer = await askFor(next, door);
    if (answer instanceof DoorError) return { kind: 'failed', reason: answer.message };
    const location = leadsOn(answer.status) ? answer.headers.get('location') : undefined;
    if (location === undefined) return readPage(next, answer);
    const target = URL.parse(location, next);
    if (target === null) return { kind: 'failed', reason: `${next} leads to nothing that is an address` };
    next = target.href;
  }
  return { kind: 'failed', reason: `it leads on and on, more than ${mostHops} times` };
}

async function askFor(url: string, door: Door): Promise<DoorAnswer | DoorError> {
  try {
    return await door.ask({ url, scope: 'web', maxBytes: mostBytes, headers: { Accept: 'text/html, */*;q=0.5' } });
  } catch (error) {
    if (error instanceof DoorError) return error;
    throw error;
  }
}

async function readPage(url: string, answer: DoorAnswer): Promise<FetchedPage> {
  if (answer.status >= 400) return { kind: 'failed', reason: `HTTP ${answer.status}` };
  const contentType = answer.headers.get('content-type') ?? '';
  return { kind: 'page', url, bytes: await answer.bytes(), contentType };
}
