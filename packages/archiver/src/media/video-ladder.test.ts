import type { VideoVariant } from '@embalm/post';
import { expect, it } from 'vitest';
import { findStream, listVideoFiles, readVideoRung, readVideoSize } from './video-ladder.ts';

const variant = (url: string, bitrate: number | null, mediaType = 'video/mp4'): VideoVariant => ({
  url,
  bitrate,
  mediaType,
});

it('puts the highest bitrate first and what few browsers play last, without streams', () => {
  const variants = [
    variant('/vid/avc1/480x270/a.mp4', 256_000),
    variant('/pl/a.m3u8', null, 'application/x-mpegURL'),
    variant('/vid/hevc/1920x1080/a.mp4', 9_000_000),
    variant('/vid/avc1/1280x720/a.mp4', 2_176_000),
    variant('/tweet_video/a.mp4', null),
  ];
  const files = listVideoFiles(variants);
  expect(findStream(variants)).toBe('/pl/a.m3u8');
  expect(findStream(files)).toBeNull();
  expect(files.map(({ bitrate }) => bitrate)).toEqual([2_176_000, 256_000, null, 9_000_000]);
});

it('reads a size from the path', () => {
  expect(readVideoSize('https://video.twimg.com/x/vid/avc1/1280x720/a.mp4?tag=12')).toEqual({
    width: 1280,
    height: 720,
  });
  expect(readVideoRung('https://video.twimg.com/x/vid/avc1/1280x720/a.mp4?tag=12')).toBe('1280x720');
  expect(readVideoRung('https://video.twimg.com/tweet_video/a.mp4')).toBeNull();
  expect(readVideoSize('https://video.twimg.com/tweet_video/a.mp4')).toEqual({ width: null, height: null });
});
