import { findReferences } from '@embalm/parser';
import { expect, test } from 'vitest';
import { postArticle } from './post-article.ts';
import { sortInputs } from './sort-inputs.ts';

test.each([
  ['x:1500127395262201857', 'x-1500127395262201857'],
  ['1500127395262201857', 'x-1500127395262201857'],
  ['https://x.com/jack/status/20', 'x-20'],
  ['https://twitter.com/jack/status/20/photo/1?s=20', 'x-20'],
  ['https://pic.twitter.com/fj2coK1xR1', 'fj2coK1xR1'],
  ['https://t.co/fj2coK1xR1', 'fj2coK1xR1'],
])('%s becomes an article that refers to that post alone, for a page called %s', (typed, name) => {
  const [post] = sortInputs([typed]).posts;
  if (post === undefined) throw new RangeError('It names no post');
  const article = postArticle(post);
  expect([article.source, article.name]).toEqual([typed, name]);
  expect(findReferences(article.text, { format: 'text' }).map((found) => found.post)).toEqual([post.reference.post]);
});
