import type { Reference } from '@embalm/post';
import { expect, test } from 'vitest';
import { provisionalIdOf } from './provisional-id.ts';

const reference: Reference = {
  kind: 'flattened-embed',
  range: [0, 10],
  post: { platform: 'x', id: null },
  handle: 'Example',
  name: 'Example',
  date: '2022-03-05',
  text: 'Hello\n\nworld',
  links: [],
  lang: null,
  confidence: 1,
};

test('the media link of a post names it', () => {
  const links = ['https://t.co/AbCdEfGhIj', 'https://pic.twitter.com/fj2coK1xR1'];
  expect(provisionalIdOf({ ...reference, links })).toBe('x:~fj2coK1xR1');
});

test('a bare short link names its post', () => {
  const links = ['https://t.co/AbCdEfGhIj'];
  expect(provisionalIdOf({ ...reference, kind: 'short-link', links })).toBe('x:~AbCdEfGhIj');
});

test('a link in the body names nothing: it may lead anywhere', () => {
  const links = ['https://t.co/AbCdEfGhIj'];
  expect(provisionalIdOf({ ...reference, links })).toBe(provisionalIdOf(reference));
});

test('without a link, handle, day and text name it, however they are spaced and cased', () => {
  expect(provisionalIdOf(reference)).toMatch(/^x:~[0-9a-f]{16}$/);
  expect(provisionalIdOf({ ...reference, handle: 'example', text: ' hello WORLD ' })).toBe(provisionalIdOf(reference));
  expect(provisionalIdOf({ ...reference, date: '2022-03-06' })).not.toBe(provisionalIdOf(reference));
});
