import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pageStylesheet, pageStylesheetHash } from './page-stylesheet.ts';
import { stylesheet } from './stylesheet.ts';

test('the policy names the digest of the stylesheet', () => {
  expect(pageStylesheetHash).toBe(`sha256-${createHash('sha256').update(pageStylesheet).digest('base64')}`);
});

test('the stylesheet loads nothing but its own icons (safe)', () => {
  const urls = [...pageStylesheet.matchAll(/url\(([^)]{0,20})/g)].map(([, url]) => url);
  expect(urls.length).toBeGreaterThan(5);
  expect(urls.filter((url) => !url?.startsWith('"data:image/svg+xml'))).toEqual([]);
  expect(pageStylesheet).not.toMatch(/@import|@font-face|<\//);
});

test('the rules of a post reach nothing outside posts', () => {
  const selectors = stylesheet
    .replaceAll(/@media[^{]*\{/g, '')
    .split('}')
    .map((rule) => rule.split('{')[0] ?? '')
    .filter((selector) => selector !== '');
  expect(selectors.length).toBeGreaterThan(80);
  expect(selectors.filter((selector) => !selector.includes('.embalm'))).toEqual([]);
});

test('braces are balanced', () => {
  expect(pageStylesheet.split('{').length).toBe(pageStylesheet.split('}').length);
});

test('the stylesheet stays small', () => {
  expect(stylesheet.length).toBeLessThan(14_500);
});
