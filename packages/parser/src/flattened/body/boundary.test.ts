import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLineBoundary, findWordBoundary } from './boundary.ts';

function split(text: string, glued = false): readonly string[] {
  const found: string[] = [];
  let boundary = findWordBoundary(text, 0, text.length, glued);
  for (; boundary !== null; boundary = findWordBoundary(text, 0, boundary.start, glued)) {
    found.push(`${boundary.kind}: ${text.slice(boundary.end)}`);
  }
  return found;
}

describe('boundaries', () => {
  it('stand between lines, from the last on', () => {
    const text = 'one\n two \n\n three';
    const last = findLineBoundary(text, 0, text.length);
    expect(last).toEqual({ kind: 'line', start: 8, end: 12, breaks: 2 });
    expect(findLineBoundary(text, 0, last?.start ?? 0)).toEqual({ kind: 'line', start: 3, end: 5, breaks: 1 });
    expect(findLineBoundary(text, 0, 3)).toBeNull();
  });

  it('stand between lines where they do, however little of the text is asked about', () => {
    let near = 0;
    const texts = fc.string({ unit: fc.constantFrom('\n', ' ', 'a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(12), fc.nat(12), (text, from, least) => {
        const boundary = findLineBoundary(text, from, text.length);
        const isNear = boundary !== null && boundary.end > least;
        expect(findLineBoundary(text, from, text.length, least)).toEqual(isNear ? boundary : null);
        if (isNear) near += 1;
      }),
      { numRuns: 500, seed: 20_220_305 },
    );
    expect(near).toBeGreaterThan(20);
  });

  it('stand between sentences, and before words with which one may begin', () => {
    expect(split('He said so. it was. Then #tag came')).toEqual([
      'word: #tag came',
      'sentence: Then #tag came',
      'sentence: it was. Then #tag came',
    ]);
  });

  it('stand where two sentences are glued', () => {
    expect(split('so it was.Then 4.5 went')).toEqual(['word: 4.5 went', 'glued: Then 4.5 went']);
    expect(split('そうです。はい')).toEqual(['glued: はい']);
  });

  it('stand where words are glued, if the flattener glues', () => {
    expect(split('the endNext one')).toEqual([]);
    expect(split('the endNext one', true)).toEqual(['glued: Next one']);
  });

  it('do not stand in a link to a picture or a post, but before and behind it', () => {
    expect(split('the endpic.twitter.com/AbCdEfGhIjNext one', true)).toEqual([
      'glued: Next one',
      'glued: pic.twitter.com/AbCdEfGhIjNext one',
    ]);
    expect(split('It was.https://t.co/AbCdEfGhIjThen more', true)).toEqual([
      'glued: Then more',
      'glued: https://t.co/AbCdEfGhIjThen more',
    ]);
  });
});
