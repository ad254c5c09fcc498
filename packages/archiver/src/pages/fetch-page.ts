import { keepInMemory } from '../door/keep-in-memory.ts';
import { doorSettings, type WaySettings } from '../door-settings.ts';
import { fetchDocument } from './fetch-document.ts';

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

/**
 * Ask for a web page without a browser, through the door, and keep nothing. What its scripts would make of it is not seen.
 *
 * @throws The signal's reason, if it aborts.
 */
export async function fetchPage(url: string, way: WaySettings, signal: AbortSignal): Promise<FetchedPage> {
  const { openDoor } = await import('../door/open-door.ts');
  await using door = openDoor(doorSettings(way), keepInMemory(), { signal });
  const fetched = await fetchDocument(url, door);
  if (fetched.kind === 'failed') return { kind: 'failed', reason: fetched.reason };
  const { answer } = fetched;
  if (answer.status >= 400) return { kind: 'failed', reason: `HTTP ${answer.status}` };
  const contentType = answer.headers.get('content-type') ?? '';
  return { kind: 'page', url: fetched.url, bytes: await answer.bytes(), contentType };
}
