import type { Media, Post, Quoted } from '@embalm/post';
import type { ImageUse } from './image-use.ts';

/** A file that a post shows. */
export type WantedMedia =
  | { readonly type: 'image'; readonly url: string; readonly use: ImageUse }
  /** One of these, the first that was kept. */
  | { readonly type: 'video'; readonly urls: readonly string[] };

/** List all that a post shows, and the posts in it, however deep; they cannot go deeper than their JSON did. */
export function listMedia(post: Post): readonly WantedMedia[] {
  const { author, card } = post;
  return [
    image(author.avatar, 'avatar'),
    image(author.affiliation?.badge ?? null, 'badge'),
    post.media.map(filesOf),
    image(card?.image?.url ?? null, 'photo'),
    inner(post.quote),
    inner(post.parent),
    inner(post.repostOf),
  ].flat(2);
}

function filesOf(media: Media): readonly WantedMedia[] {
  if (media.type === 'photo') return image(media.url, 'photo');
  const byQuality = media.variants.toSorted((left, right) => (right.bitrate ?? 0) - (left.bitrate ?? 0));
  const video: WantedMedia = { type: 'video', urls: byQuality.map(({ url }) => url) };
  return [video, ...image(media.poster, 'photo')];
}

function image(url: string | null, use: ImageUse): readonly WantedMedia[] {
  return url === null ? [] : [{ type: 'image', url, use }];
}

function inner(quoted: Quoted | null): readonly WantedMedia[] {
  return quoted?.type === 'post' ? listMedia(quoted.post) : [];
}
