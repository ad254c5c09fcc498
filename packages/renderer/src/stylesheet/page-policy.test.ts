import { expect, test } from 'vitest';
import { pagePolicy } from './page-policy.ts';
import { styleSourceOf } from './style-source.ts';

test('a page loads what lies beside it, and its own styles', () => {
  expect(pagePolicy('p{}', null)).toBe(
    `default-src 'none'; img-src 'self' data:; media-src 'self' data:; style-src 'self' ${styleSourceOf('p{}')}`,
  );
  expect(pagePolicy('p{}', '/media/')).toBe(pagePolicy('p{}', null));
});

test('media on another host are allowed from there, and from nowhere else', () => {
  expect(pagePolicy('p{}', 'https://cdn.example.org/posts/')).toContain(
    "img-src 'self' data: https://cdn.example.org; media-src 'self' data: https://cdn.example.org;",
  );
});
