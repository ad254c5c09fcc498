import type { DoorAnswer, DoorRequest } from '../door/door.ts';
import type { SourceContext } from '../sources/source.ts';
import { xSites } from '../x-sites.ts';

const mediaHosts: ReadonlySet<string> = new Set(xSites.mediaHosts);
/** A long film on a slow line may take as long, while it goes on. */
const longestFileMs = 60 * 60_000;
/** Who sends nothing for as long has gone away. */
const longestSilenceMs = 30_000;

/** Whether a URL is of a host that hands out X's files. */
export function isMediaHost(url: string): boolean {
  return mediaHosts.has(URL.parse(url)?.hostname ?? '');
}

/** How to ask for a file: as long as it goes on, and for the rest of what breaks off. */
export function fileRequest(
  maxBytes: number,
  timeoutMs: number,
): Required<Pick<DoorRequest, 'maxBytes' | 'timeoutMs' | 'idleMs' | 'resumable'>> {
  return { maxBytes, timeoutMs: longestFileMs, idleMs: Math.min(timeoutMs, longestSilenceMs), resumable: true };
}

/**
 * Ask for a file. No Referer is sent: X refuses those of other sites.
 *
 * @param context Its `timeoutMs` is the longest silence, up to 30 s.
 * @throws {DoorError} If there is no whole answer.
 */
export function askForFile(
  url: string,
  maxBytes: number,
  { door, timeoutMs, signal }: Pick<SourceContext, 'door' | 'timeoutMs' | 'signal'>,
): Promise<DoorAnswer> {
  return door.ask({ url, scope: 'media', ...fileRequest(maxBytes, timeoutMs), signal });
}
