import type { Author, Post, Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readAuthor } from '../parts/author.ts';
import { readXId } from '../parts/x-id.ts';
import { readQuoted } from '../parts/quoted.ts';
import { type OwnParts, readLegacyPost } from './legacy-post.ts';

/**
 * Read a post of v1.1, in any of its forms. Every field that is missing or surprising is left out; without an id there
 * is no post.
 *
 * @param at When the payload came: counts are true as of then.
 * @param whose Who wrote it, where the payload does not say.
 */
export function readV1Post(tweet: Fields, at: string, depth = 0, whose: Author | null = null): Post | null {
  const id = readXId(tweet.string('id_str') ?? '') ?? readXId(String(tweet.count('id') ?? ''));
  if (id === null) {
    tweet.missing('id_str');
    return null;
  }
  const author = whose ?? readAuthor(tweet);
  const readInner = (inner: Fields, innerDepth: number): Post | null => readV1Post(inner, at, innerDepth);
  const own: OwnParts = {
    id,
    url: statusUrl(id, author.handle),
    author,
    quote: readQuoted(tweet, 'quoted_status', depth, readInner),
    reposted: postOf(readQuoted(tweet, 'retweeted_status', depth, readInner)),
    body: null,
    card: tweet.object('card'),
    article: null,
    sourceLabel: tweet.string('source'),
    views: null,
    edits: tweet,
    at,
  };
  return readLegacyPost(tweet, own);
}

function postOf(quoted: Quoted | null): Post | null {
  return quoted?.type === 'post' ? quoted.post : null;
}
