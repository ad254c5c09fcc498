import { dayOfXId, parsePostId, type PostId, type Reference, toPostId } from '@embalm/post';
import { parseShortLink } from '@embalm/parser';
import { type Archive, type Exchange, type Identification, ownLinksOf, provisionalIdOf } from '@embalm/store';
import type { Keyv } from 'keyv';
import { resolveShortLink } from '../resolve/short-link.ts';
import { type SearchOutcome, searchWayback } from '../resolve/wayback-search.ts';
import type { SourceContext } from '../sources/source.ts';
import type { WayOut } from '../way-out.ts';

/** Which post a reference leads to, and how that was found out. */
export interface Identified {
  readonly kind: 'post';
  /** Provisional if the post's own id could not be found out. */
  readonly post: PostId;
  /** Every link and provisional id by which the reference names the post. */
  readonly knownAs: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** How, or `null` if it is still unknown. */
  readonly how: Identification | null;
  /** Why the id is still unknown, or `null` if it is known. */
  readonly reason: string | null;
}

/** A post of a platform that is recognised but not captured yet: nobody was asked about it. */
export interface UnsupportedPost {
  readonly kind: 'unsupported';
  readonly post: PostId;
}

/** What identification works with. */
export interface IdentifyContext {
  readonly archive: Archive;
  /** Opens the door on first use. */
  readonly wayOut: () => Promise<WayOut>;
  readonly linkCache: Keyv;
  /** Keeps bytes; resolves when they are durable. */
  readonly keep: SourceContext['keep'];
  /** For a search in web archives, in ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Links that are followed for one reference, at most. */
const mostLinks = 4;

/**
 * Find out which post a reference leads to: by its id, by the archive, by its short links; at last by what the Internet
 * Archive has of its author's posts of that day.
 */
export async function identifyPost(
  reference: Reference,
  context: IdentifyContext,
): Promise<Identified | UnsupportedPost> {
  const provisional = provisionalIdOf(reference);
  const { platform, id } = reference.post;
  if (platform !== 'x') {
    // Two references to one post are told as one, as far as its name can be read.
    const named = id === null ? null : parsePostId(`${platform}:${id}`);
    return { kind: 'unsupported', post: named ?? provisional };
  }
  const known = { by: 'url', confidence: 1 } as const;
  if (id !== null) return found(toPostId(platform, id), known, reference, []);

  const archived = await context.archive.resolve(provisional);
  if (archived !== null && archived !== provisional) {
    return found(archived, { by: 'archive', confidence: 1 }, reference, []);
  }
  const way = await context.wayOut();
  if (way.door === null) return { ...found(provisional, null, reference, []), reason: way.reason };

  const exchanges: Exchange[] = [];
  let reason = 'the article gives no link to the post';
  for (const link of candidateLinks(reference)) {
    const resolution = await resolveShortLink(link, way.door, context.linkCache, context.signal);
    exchanges.push(...resolution.exchanges);
    if (resolution.kind === 'status' && leadsToPost(link, resolution, reference)) {
      return found(toPostId(platform, resolution.id), { by: 'short-link', confidence: 1 }, reference, exchanges);
    }
    if (resolution.kind === 'unreachable') reason = `${link}: ${resolution.reason}`;
    else if (resolution.kind === 'gone') reason = `${link} is gone (HTTP ${resolution.status})`;
    else reason = `${link} leads to ${resolution.url}, which is not this post`;
  }
  const searched = await search(reference, { ...context, door: way.door });
  exchanges.push(...searched.exchanges);
  if (searched.found === null) return { ...found(provisional, null, reference, exchanges), reason };
  const { post, confidence } = searched.found;
  return found(post, { by: 'wayback-search', confidence }, reference, exchanges);
}

/** A reference without author, day or text cannot be told from others. */
async function search(reference: Reference, context: SourceContext): Promise<SearchOutcome> {
  const { handle, date, text } = reference;
  const nothing: SearchOutcome = { found: null, exchanges: [] };
  if (handle === null || date === null || text === null) return nothing;
  const deadline = AbortSignal.timeout(context.timeoutMs);
  const signal = AbortSignal.any([context.signal, deadline]);
  try {
    return await searchWayback({ handle, day: date.slice(0, 10), text }, { ...context, signal });
  } catch (error) {
    context.signal.throwIfAborted();
    if (deadline.aborted) return nothing;
    throw error;
  }
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

function found(
  post: PostId,
  how: Identification | null,
  reference: Reference,
  exchanges: readonly Exchange[],
): Identified {
  // The names under which an article's own text finds the post again, without network or cache.
  return {
    kind: 'post',
    post,
    knownAs: [provisionalIdOf(reference), ...ownLinksOf(reference)],
    exchanges,
    how,
    reason: null,
  };
}
