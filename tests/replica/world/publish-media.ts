import { pictureOfScene } from '../media/picture.ts';
import { deriveCode, deriveHue } from './derive.ts';
import type { GifSpec, MediaSpec, PhotoSpec, VideoSpec } from './post-spec.ts';
import type { PublishedMedium } from './published-medium.ts';
import type { World } from './world.ts';

/** Short sides of a video's variants in pixels, with their bits a second, as X makes them. */
const videoRungs = [
  { side: 270, bitrate: 256_000 },
  { side: 360, bitrate: 832_000 },
  { side: 720, bitrate: 2_176_000 },
] as const;
const pictures = 'https://pbs.twimg.com';
const films = 'https://video.twimg.com';

/** Give a medium its URLs. */
export function publishMedium(world: World, postId: string, spec: MediaSpec, index: number): PublishedMedium {
  const key = deriveCode(`${postId} medium ${index}`, 15);
  const hue = spec.hue ?? deriveHue(key) % 40;
  if (spec.type === 'photo') return publishPhoto(world, { ...spec, hue }, `F${key.slice(1)}`);
  if (spec.type === 'gif') return publishGif(world, { ...spec, hue }, `F${key.slice(1)}`);
  return publishVideo(world, { ...spec, hue }, String(BigInt(postId) - BigInt(1 + index)), key);
}

/** Take a medium from the hosts. */
export function withdrawMedium(world: World, medium: PublishedMedium): void {
  world.pictures.delete(pictureKey(medium.pictureUrl));
  for (const variant of medium.variants) world.films.delete(new URL(variant.url).pathname);
  if (medium.playlistUrl !== null) world.playlists.delete(new URL(medium.playlistUrl).pathname);
}

/** The path of a picture without its extension. */
function pictureKey(url: string): string {
  return new URL(url).pathname.replace(/\.(?:jpg|png)$/, '');
}

function publishPhoto(world: World, spec: PhotoSpec, key: string): PublishedMedium {
  const format = spec.format ?? 'jpg';
  world.pictures.set(`/media/${key}`, pictureOfScene(spec, format));
  return { spec, pictureUrl: `${pictures}/media/${key}.${format}`, variants: [], playlistUrl: null };
}

function publishGif(world: World, spec: GifSpec, key: string): PublishedMedium {
  const film = `/tweet_video/${key}.mp4`;
  world.films.set(film, spec);
  world.pictures.set(`/tweet_video_thumb/${key}`, pictureOfScene(spec, 'jpg'));
  return {
    spec,
    pictureUrl: `${pictures}/tweet_video_thumb/${key}.jpg`,
    variants: [{ url: `${films}${film}`, bitrate: 0 }],
    playlistUrl: null,
  };
}

function publishVideo(world: World, spec: VideoSpec, mediaId: string, key: string): PublishedMedium {
  const folder = `/ext_tw_video/${mediaId}/pu`;
  const still = `/ext_tw_video_thumb/${mediaId}/pu/img/${key}`;
  const shortSide = Math.min(spec.width, spec.height);
  const variants = videoRungs
    .filter((rung) => rung.side <= shortSide)
    .map((rung) => {
      const width = even((spec.width * rung.side) / shortSide);
      const height = even((spec.height * rung.side) / shortSide);
      const path = `${folder}/vid/avc1/${width}x${height}/${deriveCode(`${key} ${rung.side}`, 16)}.mp4`;
      world.films.set(path, { ...spec, width, height });
      return { path, url: `${films}${path}?tag=12`, bitrate: rung.bitrate };
    });
  const playlist = `${folder}/pl/${deriveCode(`${key} list`, 16)}.m3u8`;
  world.playlists.set(
    playlist,
    variants.map((variant) => variant.path),
  );
  world.pictures.set(still, pictureOfScene(spec, 'jpg'));
  return {
    spec,
    pictureUrl: `${pictures}${still}.jpg`,
    variants: variants.map(({ url, bitrate }) => ({ url, bitrate })),
    playlistUrl: `${films}${playlist}?tag=12&container=fmp4`,
  };
}

/** Video is coded in pairs of lines. */
function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
