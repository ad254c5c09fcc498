import { idOf, isProvisional, type Platform, platformOf, type Post, type PostId } from '@embalm/post';
import { linkUrl, type SafeUrl } from './html/safe-url.ts';

/** Where the pages of X are. The other platforms' posts carry their own URLs. */
const x = 'https://x.com';
const handlePattern = /^[A-Za-z0-9_]{1,20}$/;

/** The page of an account, or `null` if the platform's addresses are not known or it is no handle. */
export function profileUrl(platform: Platform, handle: string): SafeUrl | null {
  return platform === 'x' && handlePattern.test(handle) ? linkUrl(`${x}/${handle}`) : null;
}

/** The page of a hashtag. */
export function hashtagUrl(platform: Platform, tag: string): SafeUrl | null {
  return platform === 'x' ? linkUrl(`${x}/hashtag/${encodeURIComponent(tag.toWellFormed())}`) : null;
}

/** The page of a stock's symbol. */
export function cashtagUrl(platform: Platform, symbol: string): SafeUrl | null {
  return platform === 'x' ? linkUrl(`${x}/search?q=${encodeURIComponent(`$${symbol}`.toWellFormed())}`) : null;
}

/** The page of a post: the one it carries, else the one its id says. */
export function postUrl(post: Post): SafeUrl | null {
  return linkUrl(post.url) ?? urlOfPostId(post.id);
}

/** The page of a post of which only the id is known. */
export function urlOfPostId(post: PostId | null): SafeUrl | null {
  if (post === null || platformOf(post) !== 'x' || isProvisional(post)) return null;
  return linkUrl(`${x}/i/status/${idOf(post)}`);
}
