import { expect, test } from 'vitest';
import { findPageReferences, listPosts } from './find-page-references.ts';
import { nameOfReference } from './name-of-reference.ts';

const link = (id: number): string => `<p><a href="https://x.com/a/status/${id}">a</a></p>`;
const quote = `<blockquote class="twitter-tweet"><p>Words</p>&mdash; Ann (@ann) <a href="https://twitter.com/ann/status/20">March 21, 2006</a></blockquote>`;
const frame = '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=20" data-tweet-id="20"></iframe>';

test('a post that several documents refer to comes once, where the browser shows it', () => {
  const found = findPageReferences({
    rendered: link(21) + link(22),
    raw: link(22) + link(23),
    frames: [{ url: 'https://collections.example/', html: link(23) + link(24) }],
  });
  expect(found.shown.map(nameOfReference)).toEqual(['x:21', 'x:22']);
  expect(found.others.map(nameOfReference)).toEqual(['x:23', 'x:24']);
  expect(listPosts(found).map(nameOfReference)).toEqual(['x:21', 'x:22', 'x:23', 'x:24']);
});

test('what the server had sent of a post says more than the frame that scripts put in its place', () => {
  const found = findPageReferences({ rendered: frame, raw: quote, frames: [] });
  expect(found.shown).toMatchObject([{ post: { id: '20' }, text: null }]);
  expect(found.others).toMatchObject([{ post: { id: '20' }, text: 'Words', handle: 'ann' }]);
  expect(listPosts(found)).toMatchObject([{ text: 'Words' }]);
});

test('frames of X are not read: they lead to many other posts', () => {
  const frames = [{ url: 'https://platform.twitter.com/embed/Tweet.html?id=20', html: link(21) }];
  expect(findPageReferences({ rendered: frame, raw: null, frames }).others).toEqual([]);
});

test('without a rendered document the raw one is shown', () => {
  expect(findPageReferences({ rendered: null, raw: quote, frames: [] })).toMatchObject({
    shown: [{ text: 'Words' }],
    others: [],
  });
  expect(findPageReferences({ rendered: null, raw: null, frames: [] })).toEqual({ shown: [], others: [] });
});
