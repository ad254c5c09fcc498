import type { Post, PostId, Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import type { Fields } from '../fields.ts';
import { readAuthor } from '../parts/author.ts';
import { deepest } from '../parts/quoted.ts';
import { readOwnId, readXId } from '../parts/x-id.ts';
import { readBody } from '../v1/body.ts';
import { readLegacyPost, readQuoteLink } from '../v1/legacy-post.ts';
import { readNote } from './note.ts';
import { isPreview, readNotice, unwrapResult } from './result.ts';

/**
 * Read the object of a post, unwrapped. Every field that is missing or surprising is left out; without an id there is no
 * post. What a post shares of a conversation with Grok has no place in it, and is named. Previews of posts for subscribers
 * have what others keep in `legacy` beside it.
 *
 * @param at When the payload came: counts are true as of then.
 * @param isCut Whether only the beginning is shown.
 */
export function readGraphqlPost(tweet: Fields, at: string, depth = 0, isCut = false): Post | null {
  const id = readOwnId(tweet, 'rest_id') ?? readXId(tweet.object('legacy')?.string('id_str') ?? '');
  if (id === null) return null;
  const legacy = tweet.object('legacy') ?? tweet;
  if (legacy === tweet) tweet.missing('legacy');
  if (tweet.has('grok_share_attachment')) tweet.surprising('grok_share_attachment');
  const author = readAuthor(tweet);
  const quotedId = readXId(legacy.string('quoted_status_id_str') ?? '');
  const quote = readQuoted(tweet, ['quoted_status_result', 'quoted_tweet_results'], quotedId, at, depth);
  const reposted = readQuoted(legacy, ['retweeted_status_result'], null, at, depth);
  const body = readBody(legacy, quote === null ? null : readQuoteLink(legacy));
  const note = readNote(tweet, legacy, quote === null ? null : readQuoteLink(legacy));
  const post = readLegacyPost(legacy, {
    id,
    url: statusUrl(id, author.handle),
    author,
    quote,
    reposted: reposted?.type === 'post' ? reposted.post : null,
    body: note === null ? { ...body, truncated: body.truncated || isCut } : { ...body, ...note, truncated: false },
    card: tweet.object('card')?.object('legacy') ?? null,
    article: tweet.object('article')?.object('article_results')?.object('result') ?? null,
    sourceLabel: tweet.string('source') ?? legacy.string('source'),
    views: (tweet.object('views') ?? tweet.object('view_count_info'))?.count('count') ?? null,
    edits: tweet,
    at,
  });
  return { ...post, replyTo: post.replyTo ?? readReplyTo(tweet, legacy) };
}

/** Read the post within a post: the post itself, or the notice in its place. */
function readQuoted(
  holder: Fields,
  keys: readonly string[],
  id: PostId | null,
  at: string,
  depth: number,
): Quoted | null {
  const key = keys.find((name) => holder.has(name));
  const result = key === undefined ? null : (holder.object(key)?.object('result') ?? null);
  if (key === undefined || result === null) return null;
  const notice = readNotice(result);
  if (notice !== null) return { type: 'tombstone', id, text: notice.text };
  const post = depth >= deepest ? null : readGraphqlPost(unwrapResult(result), at, depth + 1, isPreview(result));
  if (post !== null) return { type: 'post', post };
  holder.surprising(key);
  return null;
}

/** Newer payloads name whom a post answers beside it. */
function readReplyTo(tweet: Fields, legacy: Fields): Post['replyTo'] {
  const user = tweet.object('reply_to_user_results')?.object('result')?.object('core') ?? null;
  const handle = user?.string('screen_name') ?? null;
  const id = tweet.object('reply_to_results')?.string('rest_id') ?? legacy.string('in_reply_to_status_id_str');
  return handle === null ? null : { handle, id: readXId(id ?? '') };
}
