import type { Reference } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { readCases } from '../test/read-cases.ts';
import { findReferences } from './find-references.ts';
import { mayHaveReferences } from './scan/may-have-references.ts';
import { scanBlock } from './scan/scan-block.ts';

const cases = readCases();

/** As it is, and as programs write it in JSON. */
function waysToWrite(input: string): readonly string[] {
  const json = JSON.stringify(input);
  const html = json.replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return [input, json, json.replaceAll('/', '\\/'), html];
}

describe('the cases', () => {
  it('are there, those with references and those without', () => {
    expect(cases.filter(({ ranges }) => ranges.length > 0).length).toBeGreaterThan(200);
    expect(cases.filter(({ ranges }) => ranges.length === 0).length).toBeGreaterThan(60);
  });

  it.each(cases.map((one) => [one.file, one.format, one.title, one] as const))(
    '%s: %s: %s',
    async (_file, format, _title, { input, ranges, expected }) => {
      const found = findReferences(input, { format });
      expect(found.map(({ range }) => input.slice(...range))).toEqual(ranges.map((range) => input.slice(...range)));
      expect(found.map(({ range }) => range)).toEqual(ranges);
      expect(found).toMatchObject(expected);
      // What is left out is left out before it is looked at closely.
      if (found.length > 0) {
        for (const written of waysToWrite(input))
          expect([mayHaveReferences(Buffer.from(written)), written]).toEqual([true, written]);
      }
      if (format !== 'text') return;
      const bytes = Buffer.from(`${input}\n`);
      const scanned: Reference[] = [];
      await scanBlock({ bytes, from: 0, to: bytes.length }, (reference, offset) => {
        scanned.push({ ...reference, range: [reference.range[0] + offset, reference.range[1] + offset] });
      });
      expect(scanned).toEqual(found);
    },
  );
});
