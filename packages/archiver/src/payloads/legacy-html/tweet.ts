import { barePost, type Counts, type Post, type PostId, type Quoted } from '@embalm/post';
import { statusUrl } from '../../x-sites.ts';
import { attributeOf, findElement, hasClass, textOf, withClass } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { without } from '../html/without.ts';
import { createdAtOf } from '../parts/created-at.ts';
import { plainHandle } from '../parts/handle.ts';
import { readXId } from '../parts/x-id.ts';
import { readLanguage } from '../read-language.ts';
import { readMedia } from './media.ts';
import { readTweetText } from './tweet-text.ts';

const space = /\s+/g;

/** The post that an element of a page is, or `null` if it is none. */
export function idOfTweet(element: HtmlElement): PostId | null {
  return readXId(attributeOf(element, 'data-tweet-id') ?? attributeOf(element, 'data-item-id') ?? '');
}

/**
 * Read a post from the element of its own page: `div.permalink-tweet`.
 *
 * @param at When the page was captured: counts are true as of then.
 */
export function readTweet(tweet: HtmlElement, at: string): Post | null {
  const id = idOfTweet(tweet);
  const body = findElement(tweet, withClass('js-tweet-text'));
  if (id === null || body === null) return null;
  const handle = plainHandle(attributeOf(tweet, 'data-screen-name') ?? '');
  const quote = findElement(tweet, withClass('QuoteTweet-innerContainer'));
  const avatar = findElement(tweet, withClass('avatar'));
  const { text, entities } = readTweetText(body);
  const bare = barePost({ id, handle, name: attributeOf(tweet, 'data-name') ?? handle, text });
  return {
    ...bare,
    url: statusUrl(id, handle),
    author: {
      ...bare.author,
      id: attributeOf(tweet, 'data-user-id'),
      avatar: avatar === null ? null : attributeOf(avatar, 'src'),
      verification: isVerified(tweet) ? 'legacy' : null,
    },
    createdAt: createdAtOf(id) ?? readTimestamp(tweet),
    entities,
    lang: readLanguage(attributeOf(body, 'lang') ?? 'und'),
    media: readMedia(quote === null ? tweet : without(tweet, quote)),
    quote: quote === null ? null : readQuote(quote),
    place: readPlace(tweet),
    counts: readCounts(tweet, at),
  };
}

function readQuote(quote: HtmlElement): Quoted | null {
  const id = idOfTweet(quote);
  const body = findElement(quote, withClass('QuoteTweet-text'));
  if (id === null || body === null) return null;
  const handle = plainHandle(attributeOf(quote, 'data-screen-name') ?? '');
  const fullname = findElement(quote, withClass('QuoteTweet-fullname'));
  const { text, entities } = readTweetText(body);
  const bare = barePost({ id, handle, name: fullname === null ? handle : textOf(fullname).trim(), text });
  return {
    type: 'post',
    post: {
      ...bare,
      url: statusUrl(id, handle),
      author: { ...bare.author, id: attributeOf(quote, 'data-user-id') },
      createdAt: createdAtOf(id),
      entities,
      lang: readLanguage(attributeOf(body, 'lang') ?? 'und'),
      media: readMedia(quote),
    },
  };
}

/** The badge stands beside the author's name, not beside those of others. */
function isVerified(tweet: HtmlElement): boolean {
  const header = findElement(tweet, withClass('permalink-header'));
  return header !== null && findElement(header, withClass('Icon--verified')) !== null;
}

function readTimestamp(tweet: HtmlElement): string | null {
  const stamp = findElement(tweet, withClass('_timestamp'));
  const seconds = Number(stamp === null ? 'NaN' : attributeOf(stamp, 'data-time'));
  return Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : null;
}

function readPlace(tweet: HtmlElement): string | null {
  const place = findElement(
    tweet,
    (element) => hasClass(element, 'js-geo-pivot-link') || hasClass(element, 'tweet-geo-text'),
  );
  const text = place === null ? '' : textOf(place).replace(space, ' ').trim();
  return text === '' ? null : text.replace(/^from /, '');
}

function readCounts(tweet: HtmlElement, at: string): Counts | null {
  const [replies, reposts, likes] = ['reply', 'retweet', 'favorite'].map((action) => {
    const part = findElement(tweet, withClass(`ProfileTweet-action--${action}`));
    const count =
      part === null ? null : findElement(part, (element) => element.attributes.has('data-tweet-stat-count'));
    const value = count === null ? null : attributeOf(count, 'data-tweet-stat-count');
    return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null;
  });
  if (replies === null && reposts === null && likes === null) return null;
  return {
    likes: likes ?? null,
    replies: replies ?? null,
    reposts: reposts ?? null,
    quotes: null,
    views: null,
    asOf: at,
  };
}
