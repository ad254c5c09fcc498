import type { Exchange } from '@embalm/store';
import type { Keyv } from 'keyv';
import type { Door, DoorAnswer } from '../door/door.ts';
import { DoorError } from '../door/door-error.ts';
import { recallShortLink, rememberShortLink } from './link-cache.ts';
import { type Destination, readDestination } from './destination.ts';
import { readRedirect } from './redirect.ts';
import type { ShortLink, ShortLinkOutcome } from './short-link-outcome.ts';

/** X's own links lead there in one or two; the fifth is a loop. */
const mostHops = 5;
/** The pages that stand for a redirect have 300 bytes. */
const longestPage = 256 * 1024;

/**
 * Find out where a short link leads, as far as needed to know the post: a status URL ends the way without being asked
 * for, and so does any URL that is neither X's nor a short link. Every request passes the door.
 *
 * @param cache Remembers final answers, `status` and `other`, for as long as its own time to live.
 * @throws The signal's reason, if it aborts; what the archive throws when it cannot keep an answer.
 */
export async function resolveShortLink(
  link: string,
  door: Door,
  cache: Keyv,
  signal?: AbortSignal,
): Promise<ShortLink> {
  const start = readDestination(link);
  if (start.kind !== 'short-link') return { ...endAt(start, [link]), exchanges: [] };
  const known = await recallShortLink(start.code, cache);
  if (known !== null) return { ...known, exchanges: [] };
  const exchanges: Exchange[] = [];
  const outcome = await followRedirects(start, exchanges, door, signal);
  await rememberShortLink(start.code, outcome, cache);
  return { ...outcome, exchanges };
}

async function followRedirects(
  start: Destination,
  exchanges: Exchange[],
  door: Door,
  signal: AbortSignal | undefined,
): Promise<ShortLinkOutcome> {
  const hops = [start.url];
  let next = start;
  while (next.kind === 'short-link' || next.kind === 'platform-page') {
    if (exchanges.length >= mostHops) return { kind: 'unreachable', reason: `it makes more than ${mostHops} hops` };
    const asked = await askFor(next.url, exchanges, door, signal);
    if ('reason' in asked) return { kind: 'unreachable', reason: asked.reason };
    const target = await readRedirect(asked.answer, next);
    if (target === null) return readEnd(asked.answer, next);
    next = readDestination(target);
    hops.push(next.url);
  }
  return endAt(next, hops);
}

function endAt(destination: Destination, hops: readonly string[]): ShortLinkOutcome {
  if (destination.kind !== 'status') return { kind: 'other', url: destination.url };
  const { id, handle, url } = destination;
  return { kind: 'status', id, handle, url, hops };
}

/** What an answer means that leads no further. */
function readEnd({ status, retryAt }: DoorAnswer, asked: Destination): ShortLinkOutcome {
  if (asked.kind === 'platform-page') return { kind: 'other', url: asked.url };
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status === 200) return { kind: 'unreachable', reason: 'its page names no destination' };
  const until = retryAt === null ? '' : `, and wants no requests before ${new Date(retryAt).toISOString()}`;
  return { kind: 'unreachable', reason: `it answered HTTP ${status}${until}` };
}

async function askFor(
  url: string,
  exchanges: Exchange[],
  door: Door,
  signal: AbortSignal | undefined,
): Promise<{ readonly answer: DoorAnswer } | { readonly reason: string }> {
  try {
    const answer = await door.ask({ url, scope: 'short-links', maxBytes: longestPage, signal });
    exchanges.push(...answer.earlier, answer.exchange);
    return { answer };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    exchanges.push(...error.exchanges);
    return { reason: error.message };
  }
}
