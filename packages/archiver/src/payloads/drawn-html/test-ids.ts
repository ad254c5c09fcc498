import { attributeOf } from '../html/find-elements.ts';
import type { HtmlElement } from '../html/parse-html.ts';

/** What X's pages call their parts (`data-testid`), in every language. As recorded from 2022 to 2026. */
export const testIds = {
  post: 'tweet',
  userName: 'User-Name',
  avatar: 'Tweet-User-Avatar',
  verified: 'icon-verified',
  text: 'tweetText',
  /** Stands where a long text is cut. */
  showMore: 'tweet-text-show-more-link',
  media: 'tweetPhoto',
  card: 'card.wrapper',
  articleTitle: 'twitter-article-title',
  reply: 'reply',
  repost: ['retweet', 'unretweet'],
  like: ['like', 'unlike'],
} as const;

/** Fits elements that are called so. */
export function withTestId(names: string | readonly string[]): (element: HtmlElement) => boolean {
  return (element) => {
    const own = attributeOf(element, 'data-testid');
    return own !== null && (typeof names === 'string' ? own === names : names.includes(own));
  };
}
