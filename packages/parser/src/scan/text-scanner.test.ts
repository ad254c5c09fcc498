import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostEndCharacters, needles, shortestCode, shortHosts } from './needles.ts';
import { allocateText, scanText } from './text-scanner.ts';

const hosts = shortHosts.map((name) => name.replaceAll('.', String.raw`\.`)).join('|');

/** The needles as a pattern, in Latin-1. */
const pattern = new RegExp(
  needles
    .map(({ first, second, third, kind }) => {
      const start = `\\x${first.charCodeAt(0).toString(16)}`;
      const behind = [second, third].map((characters) => (characters === undefined ? '' : `[${characters}]`)).join('');
      const host = kind === 'link' ? String.raw`(?<=\.[${hostEndCharacters}]{0,40}\\{0,40})` : '';
      const none = first === '/' ? `(?!(?<=${hosts})/(?![${hostEndCharacters}]{${shortestCode}}))` : '';
      return `${host}${none}${start}(?=${behind})`;
    })
    .join('|'),
  'g',
);

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      'x.com/',
      'pic.x.com/',
      'pic.twitter.com/',
      't.co/AbCdEfGhIj',
      't.co/AbC ',
      '4/5 ',
      ' (see p. 4)',
      '(@ann) ',
      '(@',
      '%2F',
      'x.com%2F',
      'x.com:443/',
      'x[.]com/',
      'x.com%252F',
      '&#x2F;',
      'x.com&#x2F;',
      String.raw`x.com\u002f`,
    ),
    fc.constantFrom(
      '{{<',
      '{%',
      '[tweet',
      '[',
      '/',
      '“no” – ',
      'Учёные ',
      '日本語',
      '😀',
      '\x0f\x08|',
      'plain words '.repeat(90),
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  { minLength: 1, maxLength: 80 },
);

describe('scanText', () => {
  it('finds what a pattern finds, and counts what decoding gives', () => {
    const room = allocateText(1 << 20);
    let found = 0;
    fc.assert(
      fc.property(pieces, fc.nat({ max: 30 }), fc.nat({ max: 100 }), (parts, count, shift) => {
        const text = parts.join('').repeat(count).toWellFormed();
        const elsewhere = Buffer.from(text);
        room.fill(0x20, 0, shift);
        const bytes = room.subarray(shift, shift + elsewhere.copy(room, shift));
        const wanted = [...bytes.toString('latin1').matchAll(pattern)].map(({ index }) => index);
        found += wanted.length;
        for (const where of [bytes, elsewhere]) {
          const places: number[] = [];
          const { units, isAscii } = scanText(where, 0, where.length, (at) => places.push(at));
          expect({ units, isAscii }).toEqual({ units: text.length, isAscii: text.length === elsewhere.length });
          // What stands around the whole may make a needle of its ends.
          const inner = (at: number): boolean => at > 0 && at < where.length - shortestCode;
          expect(places.filter(inner)).toEqual(wanted.filter(inner));
          expect(places).toEqual(expect.arrayContaining(wanted));
        }
      }),
      { numRuns: 300, seed: 20_220_305 },
    );
    expect(found).toBeGreaterThan(5000);
  });

  it('looks at a part alone', () => {
    const bytes = Buffer.from(`x.com/${'a'.repeat(70_000)} é x.com/ x.com/`);
    const places: number[] = [];
    expect(scanText(bytes, 10, bytes.length - 6, (at) => places.push(at))).toMatchObject({
      units: bytes.length - 17,
      isAscii: false,
    });
    expect(places).toEqual([bytes.length - 8]);
  });
});
