import { expect, test } from 'vitest';
import { publicNames } from './public-names.ts';

test.each([
  'example.org',
  'news.example',
  'a.b.c.co.uk',
  'xn--bcher-kva.example',
  '192.0.2.1',
  'localhost.example.org',
  '[2001:db8::1]',
])('a page may name %s', (host) => {
  expect(publicNames.has(host)).toBe(true);
});

test.each([
  '',
  'localhost',
  'a.localhost',
  'printer',
  'router.lan',
  'nas.local',
  'metadata.google.internal',
  'wiki.corp',
  'box.home.arpa',
  'x.onion',
])('a page may not name %s (safe)', (host) => {
  expect(publicNames.has(host)).toBe(false);
});
