import { describe, expect, test } from 'vitest';
import { idOf, isProvisional, parsePostId, platformOf, toPostId } from './post-id.ts';

describe('the name of a post', () => {
  test.each([
    'x:20',
    'x:0',
    'x:1500127395262201857',
    'x:~fj2coK1xR1',
    'x:~0123456789abcdef',
    'youtube:-wtIMTCHWuI',
    'instagram:_aB-9',
    'mastodon:example.social.109',
    `bluesky:${'a'.repeat(128)}`,
    `web:${'0f'.repeat(16)}`,
  ])('is read: %s', (name) => {
    expect(parsePostId(name)).toBe(name);
    expect(toPostId(platformOf(parsePostId(name) ?? 'x:0'), name.slice(name.indexOf(':') + 1))).toBe(name);
  });

  test.each([
    '',
    'x',
    'x:',
    ':20',
    '20',
    'x:020',
    'x:00',
    'x:-1',
    'x:2e3',
    'x:٢٠',
    'x:20\n',
    'x:~',
    'x:~a/b',
    'x:~~a',
    'x:12345678901234567890',
    `x:~${'a'.repeat(65)}`,
    'X:20',
    `web:${'0F'.repeat(16)}`,
    `web:${'0f'.repeat(15)}`,
    'web:~0f',
    'myspace:20',
    'bluesky:..',
    'bluesky:.',
    'bluesky:a.',
    'bluesky:a/b',
    'bluesky:a\\b',
    'bluesky:a:b',
    `bluesky:${'a'.repeat(129)}`,
    20,
    null,
    undefined,
    ['x:20'],
  ])('is not: %j', (value) => {
    expect(parsePostId(value)).toBeNull();
  });

  test('falls apart into platform and id', () => {
    expect([platformOf('x:~fj2coK1xR1'), idOf('x:~fj2coK1xR1')]).toStrictEqual(['x', '~fj2coK1xR1']);
  });

  test('is provisional if its id begins with ~', () => {
    expect(isProvisional('x:~fj2coK1xR1')).toBe(true);
    expect(isProvisional('x:20')).toBe(false);
  });

  test('is made of nothing else', () => {
    expect(() => toPostId('x', '../20')).toThrow('Not an id of a post: "../20"');
  });
});
