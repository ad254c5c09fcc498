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
