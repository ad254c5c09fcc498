import { expect, test } from 'vitest';
import { referenceOfPost } from './reference-of-post.ts';

test.each([
  ['https://x.com/jack/status/20', { platform: 'x', id: '20' }],
  ['https://twitter.com/jack/status/20?s=20', { platform: 'x', id: '20' }],
  ['x:1500127395262201857', { platform: 'x', id: '1500127395262201857' }],
  ['1500127395262201857', { platform: 'x', id: '1500127395262201857' }],
  ['https://t.co/fj2coK1xR1', { platform: 'x', id: null }],
])('%s names a post', (text, post) => {
  expect(referenceOfPost(text)?.post).toEqual(post);
});

test.each(['article.txt', 'seeds', '-', 'x:../../etc', 'https://example.com/status/20', '7'])(
  '%s names none',
  (text) => {
    expect(referenceOfPost(text)).toBeNull();
  },
);
