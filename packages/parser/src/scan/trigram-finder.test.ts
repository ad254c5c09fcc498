import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTrigramFinder, type TrigramGroup } from './trigram-finder.ts';

describe('findTrigrams', () => {
  const groups: readonly TrigramGroup[] = [
    { trigrams: [['(>', '@', 'abc_']], table: 0 },
    { trigrams: [['t', 'w', 'ei']], table: 1 },
  ];
  const findIn = openTrigramFinder(groups);
  const find = (bytes: Buffer): readonly number[] => {
    const places: number[] = [];
    findIn(bytes, (at) => {
      places.push(at);
      return false;
    });
    return places;
  };
  const pattern = /[(>]@[abc_]|tw[ei]/gi;

  it('leaves none out, wherever it stands', () => {
    let found = 0;
    const pieces = fc.array(fc.constantFrom('(@', '(@a', 'x>@_', 'twe', 'TWI', 'é', 'abc', '('.repeat(4000)), {
      minLength: 5,
      maxLength: 60,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = Buffer.from(parts.join(''));
        const places = find(bytes);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        const wanted = [...bytes.toString('latin1').matchAll(pattern)].map(({ index }) => index);
        expect(places).toEqual(expect.arrayContaining(wanted));
        expect(places.length).toBeLessThanOrEqual(wanted.length * 2);
        found += wanted.length;
      }),
      { numRuns: 300, seed: 20_220_305 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  it('finds nothing in nothing, and nothing behind the end', () => {
    expect(find(Buffer.alloc(0))).toEqual([]);
    expect(find(Buffer.from('(@abc').subarray(0, 2))).toEqual([]);
  });
});
