import type { Author, Post, Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readAuthor } from '../parts/author.ts';
import { readOwnId } from '../parts/x-id.ts';
import { readQuoted } from '../parts/quoted.ts';
import { readNote } from '../graphql/note.ts';
import { readBody } from './body.ts';
import { type OwnParts, readLegacyPost, readQuoteLink } from './legacy-post.ts';

/**
 * Read a post of v1.1, in any of its forms. Every field that is missing or surprising is left out; without an id there
 * is no post.
 *
 * @param at When the payload came: counts are true as of then.
 * @param whose Who wrote it, where the payload does not say.
 */
export function readV1Post(tweet: Fields, at: string, depth = 0, whose: Author | null = null): Post | null {
  const id = readOwnId(tweet, 'id_str');
  if (id === null) return null;
  const author = whose ?? readAuthor(tweet);
  const readInner = (inner: Fields, innerDepth: number): Post | null => readV1Post(inner, at, innerDepth);
  const quote = readQuoted(tweet, 'quoted_status', depth, readInner);
  const quoteLink = quote === null ? null : readQuoteLink(tweet);
  const note = readNote(tweet, tweet, quoteLink);
  const own: OwnParts = {
    id,
    url: statusUrl(id, author.handle),
    author,
    quote,
    reposted: postOf(readQuoted(tweet, 'retweeted_status', depth, readInner)),
    body: note === null ? null : { ...readBody(tweet, quoteLink), ...note, truncated: false },
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
