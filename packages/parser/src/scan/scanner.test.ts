import { readFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { scannerCode } from './scanner-code.ts';
import { countUnits, openTrigramFinder, type Trigram } from './scanner.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

describe('scannerCode', () => {
  it('is what scanner.wat compiles to', async () => {
    const compiler = await wabt();
    const compiled = compiler
      .parseWat('scanner.wat', readFileSync(file('scanner.wat'), 'utf8'), { simd: true })
      .toBinary({});
    const code = Buffer.from(compiled.buffer).toString('base64');
    if (process.env['UPDATE_SCANNER'] !== undefined) {
      const told =
        '`scanner.wat`, compiled: `UPDATE_SCANNER=1 vitest run packages/parser/src/scan/scanner.test.ts` writes it.';
      writeFileSync(file('scanner-code.ts'), `/** ${told} */\nexport const scannerCode: string =\n  '${code}';\n`);
    }
    expect(scannerCode).toBe(code);
  });
});

describe('countUnits', () => {
  it('counts what decoding gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 900 }), (text, count) => {
        const whole = text.repeat(count);
        expect(countUnits(Buffer.from(whole))).toBe(whole.toWellFormed().length);
      }),
      { numRuns: 200, seed: 20_220_305 },
    );
  });
});

describe('findTrigrams', () => {
  const groups: readonly (readonly Trigram[])[] = [
    [['(>', '@', 'abc_']],
    [
      ['t', 'w', 'ei'],
      ['T', 'W', 'EI'],
    ],
  ];
  const find = openTrigramFinder(groups);
  const pattern = /[(>]@[abc_]|tw[ei]|TW[EI]/g;

  it('leaves none out, wherever it stands', () => {
    let found = 0;
    const pieces = fc.array(fc.constantFrom('(@', '(@a', 'x>@_', 'twe', 'TWI', 'é', 'abc', '('.repeat(4000)), {
      minLength: 5,
      maxLength: 60,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const bytes = Buffer.from(parts.join(''));
        const places = [...find(bytes)];
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
    expect([...find(Buffer.alloc(0))]).toEqual([]);
    expect([...find(Buffer.from('(@abc').subarray(0, 2))]).toEqual([]);
  });
});
