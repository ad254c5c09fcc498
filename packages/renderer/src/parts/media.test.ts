import type { Post } from '@embalm/post';
import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { attributesOf, renderExhibit, textsOf } from '../../test/render-exhibit.ts';

test('photos have their description for those who see and those who hear, and declare their size', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(0, 1) });
  expect($('.em-media img').attr()).toMatchObject({
    src: 'iss.media/1.webp',
    alt: 'A trail over a river',
    width: '1100',
    height: '619',
  });
  expect($('.em-alt summary').text()).toBe('ALT');
  expect($('.em-alt p').text()).toBe('A trail over a river');
});

test('a photo without a description says so', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(1, 2) });
  expect($('.em-media img').attr('alt')).toBe('Photo without description');
  expect($('.em-alt')).toHaveLength(0);
});

test('photos in a row declare one height and keep their shapes', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(0, 2) });
  const sizes = $('.em-row img')
    .map((_, img) => `${$(img).attr('width')}x${$(img).attr('height')}`)
    .get();
  expect(sizes).toEqual(['1777x1000', '1000x1000']);
});

test('a video waits to be played and has its still, its file and a way to the original', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(2, 3) });
  expect($('video').attr()).toEqual({
    class: 'u-video',
    controls: '',
    preload: 'none',
    loading: 'lazy',
    playsinline: '',
    poster: 'iss.media/poster.webp',
    width: '1280',
    height: '720',
    'aria-label': 'The crew waves',
  });
  expect(attributesOf($, 'video source', 'src')).toEqual(['iss.media/v.mp4']);
  expect($('video track').attr()).toEqual({ kind: 'captions', src: 'iss.media/v.vtt', srclang: 'en', label: 'en' });
  expect($('video a').attr('href')).toBe('https://x.com/orbitwatch/status/1500127395262201857');
});

test('a GIF is silent, runs in a loop and does not start by itself', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(3) });
  expect($('video').attr()).toMatchObject({ loop: '', muted: '', 'aria-label': 'GIF' });
  expect($('video').attr('autoplay')).toBeUndefined();
});

test('media that were not kept leave a note, a description and a link, and never a request', () => {
  const media = [
    { ...fullPost.media[0], url: 'https://pbs.example/gone.jpg' },
    { ...fullPost.media[2], variants: [] },
    { ...fullPost.media[3], poster: 'https://pbs.example/gone.jpg', variants: [] },
  ] as Post['media'];
  const $ = renderExhibit({ media });
  expect(textsOf($, '.em-missing')).toEqual([
    'Photo not available OriginalA trail over a river',
    'Video not available Original',
    'GIF not available Original',
  ]);
  expect($('.em-missing a').first().attr('href')).toBe('https://pbs.example/gone.jpg');
  expect(attributesOf($, '.em-media img', 'src')).toEqual(['iss.media/poster.webp']);
  expect($('video')).toHaveLength(0);
});

test('sensitive media wait behind a disclosure', () => {
  const $ = renderExhibit({ media: fullPost.media.slice(0, 1), sensitive: true });
  expect($('details.em-sensitive').attr('open')).toBeUndefined();
  expect($('.em-media img').parents('details.em-sensitive')).toHaveLength(1);
});
