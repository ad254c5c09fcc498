import { createHash } from 'node:crypto';
import type { Post } from '@embalm/post';
import sharp from 'sharp';
import type { Door } from '../src/door/door.ts';
import { type CapturedMedia, captureMedia } from '../src/media/capture-media.ts';
import type { SourceContext } from '../src/sources/source.ts';
import { type FakeAnswer, openFakeDoor } from './fake-door.ts';
import { readLivePost } from './read-payload.ts';
import { photoDetail, tweetResult } from './tweet-result.ts';

/** A picture of 60 × 40 pixels. */
export const jpeg: Buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'navy' } })
  .jpeg()
  .toBuffer();
/** What begins as a film does, 5,016 bytes. */
export const mp4: Buffer = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1'), Buffer.alloc(5000)]);

/** The URL of the post's photo in a size. */
export const photo = (name: string): string => `https://pbs.twimg.com/media/k?format=jpg&name=${name}`;
/** The URL of the post's film. */
export const film = (name: string): string => `https://video.twimg.com/ext_tw_video/1/pu/vid/1280x720/${name}.mp4`;

/** A post with one photo. */
export function photoPost(fields: Readonly<Record<string, unknown>> = {}): Post {
  return readLivePost(tweetResult({ mediaDetails: [photoDetail('k', [0, 0])], ...fields }));
}

/** A post with one video, in these files. */
export function videoPost(...variants: readonly unknown[]): Post {
  const detail = photoDetail('k', [0, 0], { type: 'video', video_info: { variants } });
  return readLivePost(tweetResult({ mediaDetails: [detail], user: { screen_name: 'a', name: 'A' } }));
}

/** A file of a video. */
export const variant = (name: string, bitrate: number): unknown => ({
  content_type: 'video/mp4',
  bitrate,
  url: film(name),
});

/** What media are fetched with: what is kept is only counted. */
export function contextOf(door: Door, signal = AbortSignal.timeout(20_000)): SourceContext {
  return {
    door,
    keep: (bytes) => Promise.resolve({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }),
    timeoutMs: 5000,
    signal,
  };
}

/** Capture a post's media from what the door answers: pictures of 100,000 bytes at most, films of 10,000. */
export function capture(post: Post, answers: Readonly<Record<string, FakeAnswer>>): Promise<CapturedMedia> {
  return captureMedia(post, contextOf(openFakeDoor(answers)), { imageBytes: 100_000, videoBytes: 10_000 });
}
