import { isProvisional, type Post, type PostId } from '@embalm/post';
import type { Claim } from '@embalm/store';
import { statusUrl } from '../x-sites.ts';

/**
 * The post as an article quotes it: all there is when nothing could be captured. Never passed off as a capture, and
 * taken over word for word.
 *
 * @returns `null` if the article says nothing of the post's content.
 */
export function quotePost(post: PostId, claim: Claim): Post | null {
  if (claim.text === null || claim.handle === null) return null;
  return {
    id: post,
    url: isProvisional(post) ? null : statusUrl(post, claim.handle),
    author: {
      handle: claim.handle,
      name: claim.name ?? claim.handle,
      id: null,
      avatar: null,
      avatarShape: 'circle',
      verification: null,
      affiliation: null,
    },
    createdAt: claim.date,
    text: claim.text,
    entities: [],
    lang: claim.lang,
    media: [],
    quote: null,
    parent: null,
    replyTo: null,
    card: null,
    poll: null,
    place: null,
    edits: null,
    communityNote: null,
    sensitive: false,
    sourceLabel: null,
    truncated: false,
    counts: null,
  };
}
