import { barePost, isProvisional, type Post, type PostId } from '@embalm/post';
import type { Claim } from '@embalm/store';
import { statusUrl } from '../x-sites.ts';

/**
 * The post as an article quotes it: all there is when nothing could be captured. Never passed off as a capture, and
 * taken over word for word.
 *
 * @returns `null` if the article says nothing of the post's content.
 */
export function quotePost(post: PostId, claim: Claim): Post | null {
  const { handle, name, text, date, lang } = claim;
  if (text === null || handle === null) return null;
  return {
    ...barePost({ id: post, handle, name: name ?? handle, text }),
    url: isProvisional(post) ? null : statusUrl(post, handle),
    createdAt: date,
    lang,
  };
}
