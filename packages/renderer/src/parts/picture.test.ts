import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import type { Asset } from '../exhibit.ts';
import { renderPost } from '../render-post.ts';

const url = 'https://pbs.example/1.jpg';
const photo: Asset = { src: 'm/1.webp', width: 1100, height: 619, mediaType: 'image/webp', colour: '8a4' };
const small = { src: 'm/1s.webp', width: 600, mediaType: 'image/webp' };

function attributesOf(asset: Asset, mediaPrefix?: string): Readonly<Record<string, string>> {
  const exhibit = makeExhibit({ media: fullPost.media.slice(0, 1) }, {}, { [url]: asset });
  return load(renderPost(exhibit, { mediaPrefix }), null, false)('.em-media img').attr() ?? {};
}

test('a browser chooses between the sizes of a picture', () => {
  expect(attributesOf({ ...photo, alternatives: [small] })).toMatchObject({
    src: 'm/1.webp',
    srcset: 'm/1s.webp 600w, m/1.webp 1100w',
    sizes: '(max-width:600px) 100vw, 508px',
    class: 'u-photo em-c-8a4',
  });
});

test('a better format comes first, and the other one stays for those who do not know it', () => {
  const avif = { src: 'm/1.avif', width: 1100, mediaType: 'image/avif' };
  const exhibit = makeExhibit({ media: fullPost.media.slice(0, 1) }, {}, { [url]: { ...photo, alternatives: [avif] } });
  const $ = load(renderPost(exhibit), null, false);
  expect($('picture > source').attr()).toEqual({ srcset: 'm/1.avif 1100w', type: 'image/avif' });
  expect($('picture > img').attr('src')).toBe('m/1.webp');
});

test('media may lie elsewhere: what the page is told stands before their names', () => {
  const { src, srcset } = attributesOf({ ...photo, alternatives: [small] }, 'https://cdn.example.org/posts/');
  expect(src).toBe('https://cdn.example.org/posts/m/1.webp');
  expect(srcset).toBe('https://cdn.example.org/posts/m/1s.webp 600w, https://cdn.example.org/posts/m/1.webp 1100w');
});

test('an address or a colour that is none is left out (safe)', () => {
  const other = { ...small, src: 'https://evil.example/1.webp' };
  const made = attributesOf({ ...photo, alternatives: [other], colour: 'red;x' });
  expect(made['srcset']).toBeUndefined();
  expect(made['class']).toBe('u-photo');
});
