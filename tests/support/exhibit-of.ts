import { createHash } from 'node:crypto';
import type { Media, Post, Quoted } from '@embalm/post';
import type { Asset, Exhibit } from '@embalm/renderer';

type Entry = readonly [url: string, asset: Asset];

/**
 * A post as an archive shows it that kept all its media.
 *
 * @param picture A `data:` URL that stands for each picture; by default each has a file of its own.
 */
export function exhibitOf(post: Post, at: string, picture?: string): Exhibit {
  const assets = new Map(
    listAssets(post).map(([url, asset]): Entry => {
      return [url, picture === undefined || asset.mediaType.startsWith('video/') ? asset : { ...asset, src: picture }];
    }),
  );
  return {
    post,
    versions: [],
    assetFor: (url) => assets.get(url) ?? null,
    provenance: {
      source: 'x-syndication',
      capturedAt: at,
      state: 'live',
      observedAt: at,
      reason: null,
      recordDigest: createHash('sha256').update(post.id).digest('hex'),
      memento: null,
      identified: null,
      mismatches: [],
    },
  };
}

/** The URLs of all that a post shows, and what an archive has for them. */
export function listAssets({ author, media, card, quote, parent, repostOf }: Post): readonly Entry[] {
  return [
    ...image(author.avatar, 96, 96),
    ...image(author.affiliation?.badge ?? null, 36, 36),
    ...media.flatMap(assetsOfMedia),
    ...image(card?.image?.url ?? null, card?.image?.width ?? 800, card?.image?.height ?? 418),
    ...assetsOfQuoted(quote),
    ...assetsOfQuoted(parent),
    ...assetsOfQuoted(repostOf),
  ];
}

function assetsOfMedia(media: Media): readonly Entry[] {
  const { width, height } = media;
  if (media.type === 'photo') return image(media.url, width ?? 1100, height ?? 733);
  const still = image(media.poster, width ?? 1100, height ?? 619);
  const film = media.variants.findLast(({ mediaType }) => mediaType === 'video/mp4');
  if (film === undefined) return still;
  return [...still, [film.url, { src: nameOf(film.url, 'mp4'), width: null, height: null, mediaType: 'video/mp4' }]];
}

function assetsOfQuoted(quoted: Quoted | null): readonly Entry[] {
  return quoted?.type === 'post' ? listAssets(quoted.post) : [];
}

function image(url: string | null, width: number, height: number): readonly Entry[] {
  return url === null ? [] : [[url, { src: nameOf(url, 'webp'), width, height, mediaType: 'image/webp' }]];
}

/** As the renderer names files: by their content. */
function nameOf(url: string, extension: string): string {
  return `media/${createHash('sha256').update(url).digest('hex').slice(0, 24)}.${extension}`;
}
