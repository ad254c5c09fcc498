import { expect, test } from 'vitest';
import { fullAssets, fullPost } from '../../test/full-post.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { renderPost } from '../render-post.ts';
import { findOwnEmbeds } from './find-own-embeds.ts';

const post = renderPost(makeExhibit(fullPost, {}, fullAssets));

test('our posts are found whole, with the posts in them, among articles of others', () => {
  const text = `<article><p>One</p>${post}<article class="embalmer">Two</article></article><article-x>${post}`;
  expect(post.match(/<article/g)?.length).toBeGreaterThan(1);
  const found = findOwnEmbeds(text);
  expect(found.map((range) => text.slice(...range))).toEqual([post, post]);
});

test('what is not closed, or closed only, is none', () => {
  expect(findOwnEmbeds('</article><article class="embalm">')).toEqual([]);
  expect(findOwnEmbeds('<article class="embalm"></article')).toEqual([]);
});

test('many that are never closed cost no more than their length', () => {
  const text = '<article class="embalm h-cite">'.repeat(100_000);
  expect(findOwnEmbeds(`${text}</article>`)).toHaveLength(1);
});
