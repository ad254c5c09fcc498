import { expect, test } from 'vitest';
import { pageIdOf } from './page-id.ts';

test('the id of a page is the beginning of the digest of its URL', () => {
  expect(pageIdOf('https://www.example.org/a/?b=1#c')).toBe('web:d4fd67c18db2b10611fcb94d34b9090d');
});

test.each(['http://example.org/a?b=1', 'https://EXAMPLE.org/a?b=1#top', 'https://www.example.org/a/?b=1'])(
  'is the same page: %s',
  (url) => {
    expect(pageIdOf(url)).toBe(pageIdOf('https://example.org/a?b=1'));
  },
);

test.each([
  'https://example.org/A?b=1',
  'https://example.org/a',
  'https://m.example.org/a?b=1',
  'https://example.org:81/a?b=1',
])('is another page: %s', (url) => {
  expect(pageIdOf(url)).not.toBe(pageIdOf('https://example.org/a?b=1'));
});

test.each(['', 'example.org/a', 'ftp://example.org/a', 'javascript:alert(1)'])('is no page: %s', (url) => {
  expect(() => pageIdOf(url)).toThrow(RangeError);
});
