import type { Post } from '@embalm/post';
import { elementsIn, hasClass } from './html/find-elements.ts';
import type { HtmlElement } from './html/parse-html.ts';
import { readEarlyTweet } from './legacy-html/early-tweet.ts';
import { idOfTweet, readTweet } from './legacy-html/tweet.ts';
import type { PayloadReading, ReadOptions } from './payload-reading.ts';

/**
 * Read the page of a post as twitter.com sent it to everyone until 2020, and to crawlers for some time longer: the post itself,
 * and the one it answers. The pages that it has sent since hold no content.
 */
export function readLegacyPage(page: HtmlElement, { at, post: wanted }: ReadOptions): PayloadReading {
  const elements = [...elementsIn(page)];
  const permalinks = elements.filter((element) => hasClass(element, 'permalink-tweet'));
  const own = permalinks.find((element) => wanted === undefined || idOfTweet(element) === wanted);
  const post = own === undefined ? null : readTweet(own, at);
  const early = permalinks.length > 0 ? null : readEarlyTweet(page);
  if (early !== null && (wanted === undefined || early.id === wanted))
    return { kind: 'live', post: early, diagnostics: [] };
  if (post === null) return { kind: 'unreadable', reason: 'the page shows no post', diagnostics: [] };
  const parent = readParent(elements, at);
  const replyTo = parent === null ? null : { handle: parent.author.handle, id: parent.id };
  return {
    kind: 'live',
    post: { ...post, parent: parent === null ? null : { type: 'post', post: parent }, replyTo },
    diagnostics: [],
  };
}

/** The post that is answered is the last of those above it. */
function readParent(elements: readonly HtmlElement[], at: string): Post | null {
  const above = elements.find((element) => hasClass(element, 'permalink-in-reply-tos'));
  const ancestors = above === undefined ? [] : [...elementsIn(above)].filter((element) => hasClass(element, 'tweet'));
  const last = ancestors.at(-1);
  return last === undefined ? null : readTweet(last, at);
}
