import { describe, expect, test } from 'vitest';
import { fullPost } from '../test/full-post.ts';
import { parsePost } from './parse-post.ts';
import type { Post, Quoted } from './post.ts';

function copyOf(post: Post): Record<string, unknown> {
  return JSON.parse(JSON.stringify(post)) as Record<string, unknown>;
}

/** Every place in a value, as steps from its root. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** A copy with another value in one place. */
function withValue(value: unknown, [step, ...rest]: readonly string[], replacement: unknown): unknown {
  if (step === undefined) return replacement;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[step] = withValue(copy[step], rest, replacement);
  return copy;
}

function nested(levels: number): Post {
  const quote: Quoted | null = levels === 1 ? null : { type: 'post', post: nested(levels - 1) };
  return { ...fullPost, quote, parent: null };
}

describe('parsePost', () => {
  test('gives back every key of a post', () => {
    expect(parsePost(copyOf(fullPost))).toStrictEqual(fullPost);
  });

  test('drops what it does not know', () => {
    expect(parsePost({ ...copyOf(fullPost), fresh: 1 })).toStrictEqual(fullPost);
  });

  test('refuses a wrong value in every single place, and names the place', () => {
    const places = placesIn(fullPost).filter((path) => path.length > 0);
    for (const path of places) {
      const expected = path.reduce(
        (text, step) => text + (/^\d/.test(step) ? `[${step}]` : text ? `.${step}` : step),
        '',
      );
      const wrong = withValue(copyOf(fullPost), path, Symbol('wrong'));
      expect(() => parsePost(wrong), expected).toThrow(`${expected}: expected `);
    }
    expect(places.length).toBeGreaterThan(100);
  });

  test('says what is wrong in full', () => {
    const wrong = withValue(copyOf(fullPost), ['author', 'handle'], 7);
    expect(() => parsePost(wrong)).toThrow(/^author\.handle: expected a string, found number$/);
  });

  test.each([
    ['beyond the text', [{ type: 'hashtag', range: [40, 50], tag: 'x' }]],
    [
      'that overlap',
      [
        { type: 'hashtag', range: [0, 5], tag: 'x' },
        { type: 'hashtag', range: [4, 6], tag: 'y' },
      ],
    ],
  ])('refuses entities %s', (_, entities) => {
    expect(() => parsePost({ ...copyOf(fullPost), entities })).toThrow(
      /^entities\[\d\]\.range: expected ranges in order within the text, found \[\d+, \d+\]$/,
    );
  });

  test('refuses links of a community note beyond its text', () => {
    const communityNote = { text: 'short', links: [{ range: [0, 6], url: 'https://example.org/' }] };
    expect(() => parsePost({ ...copyOf(fullPost), communityNote })).toThrow(/^communityNote\.links\[0\]\.range: /);
  });

  test('takes 16 posts one in another, and no more', () => {
    expect(parsePost(nested(16))).toStrictEqual(nested(16));
    expect(() => parsePost(nested(17))).toThrow('expected at most 16 posts one in another');
  });

  test('is not felled by deep nesting (safe)', () => {
    const depth = 100_000;
    const bomb: unknown = JSON.parse(`${'{"quote":{"type":"post","post":'.repeat(depth)}1${'}}'.repeat(depth)}`);
    expect(() => parsePost(bomb)).toThrow('expected the name of a post');
    const full = JSON.stringify({ ...fullPost, quote: 0, parent: null }).replace(
      '"quote":0',
      '"quote":{"type":"post","post":',
    );
    const [head, tail] = full.split('"quote":{"type":"post","post":') as [string, string];
    const deep: unknown = JSON.parse(
      `${`${head}"quote":{"type":"post","post":`.repeat(1000)}1${`}${tail}`.repeat(1000)}`,
    );
    expect(() => parsePost(deep)).toThrow('expected at most 16 posts one in another');
  });
});
