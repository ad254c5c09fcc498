import { gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn } from '../../test/find-in.ts';
import { type CorpusFormat, corpusFormats } from './corpus-format.ts';

const pieces = [
  'https://x.com/ann/status/20 ',
  '— Ann Example (@ann) March 5, 2022',
  '\n{"text":"https://x.com/ann/status/20"}\n',
  '{"text":"',
  '"}\n',
  '\n',
  '\na,"https://x.com/ann/status/20"\n',
  '"',
  '</description></item><item><description>https://x.com/ann/status/20</description></item>',
  '<item><description>',
  '</description></item>',
  'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: ',
  'WARC-Type: response\r\nContent-Type: application/http\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n',
  '30\r\n\r\n',
  '99999999999\r\n\r\n',
  '\r\n\r\n',
  '\uD83D',
  '\u0000',
];
const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces).map((piece) => Buffer.from(piece)),
      fc.uint8Array({ maxLength: 12 }).map((array) => Buffer.from(array)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Buffer.concat(parts));
const packed = fc
  .tuple(bytes, fc.constantFrom(gzipSync, zstdCompressSync), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat())
  .map(([plain, pack, share, place]) => {
    const whole = pack(plain);
    const cut = Buffer.from(whole.subarray(0, Math.ceil(whole.length * share)));
    if (place % 3 === 0 && cut.length > 12) cut[10 + (place % (cut.length - 10))] = place & 255;
    return cut;
  });

/** Without these, there would be nothing to find. */
const beginnings: Partial<Record<CorpusFormat, string>> = { csv: 'id,text\n', tsv: 'text\tid\n', feed: '<rss>' };

// Parquet is read from files only.
const formats: readonly CorpusFormat[] = corpusFormats.filter((format) => format !== 'parquet');

describe('findInInputs on anything', () => {
  it.each(formats)('never throws, and gives ordered ranges: %s', async (format) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, packed), fc.integer({ min: 1, max: 300 }), async (anything, chunkLength) => {
        const input = Buffer.concat([Buffer.from(beginnings[format] ?? ''), anything]);
        const result = await findIn(input, { format }, chunkLength);
        const ends = new Map<string, number>();
        for (const { source, range } of result.found) {
          expect(range[0]).toBeGreaterThanOrEqual(ends.get(source) ?? 0);
          expect(range[1]).toBeGreaterThan(range[0]);
          ends.set(source, range[1]);
          found += 1;
        }
      }),
      { numRuns: 200, seed: 20_220_305 },
    );
    // JSON and WARC that hold together are seldom made by chance.
    expect(found).toBeGreaterThan(format === 'json' || format === 'warc' ? -1 : 5);
  });
});

describe('findInInputs on input that is cut or says wrong lengths', () => {
  const url = 'https://x.com/ann/status/20';

  it.each([
    ['gzip', gzipSync],
    ['Zstandard', zstdCompressSync],
  ])('finds the beginning of what is found in the whole: %s', async (_, pack) => {
    const lines = Array.from({ length: 400 }, (__, n) => JSON.stringify({ n: n * n * n, text: `${n} ${url}` }));
    const whole = pack(lines.join('\n'));
    const all = (await findIn(whole, { format: 'jsonl' })).found.map(({ source }) => source);
    expect(all).toHaveLength(lines.length);
    let cutShort = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: whole.length - 1 }), async (length) => {
        const { found, problems } = await findIn(whole.subarray(0, length), { format: 'jsonl' });
        expect(found.map(({ source }) => source)).toEqual(all.slice(0, found.length));
        expect(problems.length).toBeGreaterThan(0);
        if (found.length > 0) cutShort += 1;
      }),
      { numRuns: 40, seed: 20_220_305 },
    );
    expect(cutShort).toBeGreaterThanOrEqual(pack === gzipSync ? 10 : 0);
  });

  it('finds what is in the records before, whatever length a record of a WARC says', async () => {
    const record = (length: string): string =>
      `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${url}\r\n\r\n`;
    const good = record(String(url.length));
    const lengths = fc.oneof(
      fc.integer({ min: -5, max: 200 }).map(String),
      fc.bigInt({ min: 0n, max: 2n ** 70n }).map(String),
      fc.constantFrom('', ' ', '1e3', '0x1b', '27, 27', 'NaN', '٢٧'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 400 }), async (length, chunkLength) => {
        const { found, problems } = await findIn(good + record(length) + good, { format: 'warc' }, chunkLength);
        expect(found[0]).toMatchObject({ source: '-#1', range: [0, url.length] });
        // A length may just reach over the next record. All is found, or it is told what is not.
        expect(problems.length > 0 || found.length === 3).toBe(true);
        for (const { range } of found) expect(range[1] - range[0]).toBe(url.length);
      }),
      { numRuns: 200, seed: 20_220_305 },
    );
  });
});
