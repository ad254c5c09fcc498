import { dayOfXId, type PostId, type Reference, toPostId } from '@embalm/post';
import { parseShortLink } from '@embalm/parser';
import { type Archive, type Exchange, ownLinksOf, provisionalIdOf } from '@embalm/store';
import type { Keyv } from 'keyv';
import { resolveShortLink } from '../resolve/short-link.ts';
import type { WayOut } from '../way-out.ts';

/** Which post a reference leads to, and how that was found out. */
export interface Identified {
  /** Provisional if the post's own id could not be found out. */
  readonly post: PostId;
  /** Every link and provisional id by which the reference names the post. */
  readonly knownAs: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** Why the id is still unknown, or `null` if it is known. */
  readonly reason: string | null;
}

/** What identification works with. */
export interface IdentifyContext {
  readonly archive: Archive;
  /** Opens the door on first use. */
  readonly wayOut: () => Promise<WayOut>;
  readonly linkCache: Keyv;
  readonly signal: AbortSignal;
}

/** Links that are followed for one reference, at most. */
const mostLinks = 4;

/** Find out which post a reference leads to: by its id, by the archive, by its short links. */
export async function identifyPost(reference: Reference, context: IdentifyContext): Promise<Identified> {
  const provisional = provisionalIdOf(reference);
  const { platform, id } = reference.post;
  if (id !== null) return found(toPostId(platform, id), provisional, reference, []);

  const known = await context.archive.resolve(provisional);
  if (known !== null && known !== provisional) return found(known, provisional, reference, []);
  const way = await context.wayOut();
  if (way.door === null) return { ...found(provisional, provisional, reference, []), reason: way.reason };

  const exchanges: Exchange[] = [];
  let reason = 'the article gives no link to the post';
  for (const link of candidateLinks(reference)) {
    const resolution = await resolveShortLink(link, way.door, context.linkCache, context.signal);
    exchanges.push(...resolution.exchanges);
    if (resolution.kind === 'status' && leadsToPost(link, resolution, reference)) {
      return found(toPostId(platform, resolution.id), provisional, reference, exchanges);
    }
    if (resolution.kind === 'unreachable') reason = `${link}: ${resolution.reason}`;
    else if (resolution.kind === 'gone') reason = `${link} is gone (HTTP ${resolution.status})`;
    else reason = `${link} leads to ${resolution.url}, which is not this post`;
  }
  return { ...found(provisional, provisional, reference, exchanges), reason };
}

/** Links that may lead to the post itself: its own first, then the others from the last to the first. */
function candidateLinks(reference: Reference): readonly string[] {
  const own = ownLinksOf(reference);
  const other = reference.links.filter((link) => parseShortLink(link) !== null && !own.includes(link));
  return [...own.toReversed(), ...other.toReversed()].slice(0, mostLinks);
}

/**
 * A link in a body may lead to another post, as in a quote. It leads to the post itself if the id's day is the printed
 * one (they agree in every pair ever measured) and the author is the one who signed.
 */
function leadsToPost(link: string, status: { id: string; handle: string | null }, reference: Reference): boolean {
  if (ownLinksOf(reference).includes(link)) return true;
  const sameDay = dayOfXId(status.id) === reference.date?.slice(0, 10);
  return sameDay && status.handle?.toLowerCase() === reference.handle?.toLowerCase();
}

function found(post: PostId, provisional: PostId, reference: Reference, exchanges: readonly Exchange[]): Identified {
  // The names under which an article's own text finds the post again, without network or cache.
  return { post, knownAs: [provisional, ...ownLinksOf(reference)], exchanges, reason: null };
}
