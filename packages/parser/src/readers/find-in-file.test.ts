import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { longestBlock } from '../scan/text-block.ts';
import { findInNames } from '../../test/find-in.ts';
import { findInFile } from './find-in-file.ts';
import { rowAt } from './found-columns.ts';
import { splitFile } from './split-file.ts';
import type { Work } from './work.ts';

const embed = 'Hello #world 😀 pic.twitter.com/AbCdEfGhIj — Ann Example (@ann) March 5, 2022';
const prose = 'Учёные сообщили: “none” – これは日本語の文章です。 ';
const text = Array.from(
  { length: 40 },
  (_, n) => `${prose.repeat(n * 5)}\n\n${embed}\n\n${'plain '.repeat(n * 30)}https://x.com/ann/status/${n + 1} `,
).join('');
const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xe2, 0x80, 0xff, 0xf0, 0x9f, 0x98]), Buffer.from(text)]);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-parts-'));
});
afterAll(async () => rm(folder, { recursive: true }));

describe('findInFile', () => {
  it.each([
    ['text', Buffer.from(text), 0],
    ['text behind a byte order mark', Buffer.from(`\uFEFF${text}`), 3],
    ['bytes that are not UTF-8', broken, 0],
    ['bytes of more than a block', Buffer.concat([broken, broken, broken]), 0],
  ])('finds in parts of %s what is found in the whole', async (_, bytes, start) => {
    const path = join(folder, 'parts.txt');
    await writeFile(path, bytes);
    const whole = bytes.subarray(start).toString();
    const expected = findReferences(whole, { format: 'text' }).map(({ range }) => range);
    expect(expected.length).toBeGreaterThanOrEqual(80);
    for (const partLength of bytes.length > longestBlock ? [1 << 21] : [1009, 4099, 65_537]) {
      const { ranges, lines, ...counts } = await findInParts(path, start, bytes.length, partLength);
      expect(ranges).toEqual(expected);
      expect(lines).toEqual(expected.map(([at]) => whole.slice(0, at).split('\n').length - 1));
      expect(counts).toEqual({
        units: whole.length,
        lineBreaks: whole.split('\n').length - 1,
        replacements: whole.split('\uFFFD').length - 1,
        rests: 0,
      });
    }
  });

  it('finds the same where little stands near the ends of parts', async () => {
    const path = join(folder, 'sparse.txt');
    const sparse = Array.from(
      { length: 60 },
      (_, n) => `${prose.repeat(n * 29)}\n\n${n % 3 === 0 ? embed : `https://t.co/AbCdEfGh${n + 10}`}\n\n`,
    ).join('');
    await writeFile(path, sparse);
    const expected = findReferences(sparse, { format: 'text' }).map(({ range }) => range);
    expect(expected).toHaveLength(60);
    for (const partLength of [60_001, 200_003, 1 << 23]) {
      const { ranges, units } = await findInParts(path, 0, Buffer.byteLength(sparse), partLength);
      expect(ranges).toEqual(expected);
      expect(units).toBe(sparse.length);
    }
  });

  it('leaves what is left of a part in which much was found, to be looked at next', async () => {
    const path = join(folder, 'dense.txt');
    const dense = Array.from({ length: 9000 }, (_, n) => `${prose.repeat(3)}https://x.com/ann/status/${n + 1}\n`).join(
      '',
    );
    await writeFile(path, dense);
    const expected = findReferences(dense, { format: 'text' }).map(({ range }) => range);
    expect(expected).toHaveLength(9000);
    const { ranges, units, rests } = await findInParts(path, 0, Buffer.byteLength(dense), 1 << 23);
    expect(ranges).toEqual(expected);
    expect(units).toBe(dense.length);
    expect(rests).toBeGreaterThanOrEqual(2);
  });

  it('tells what cannot be read, and finds what is left of a file that is cut meanwhile', async () => {
    const path = join(folder, 'cut.txt');
    await writeFile(path, text);
    const [work] = splitFile(path, 0, Buffer.byteLength(text), false, () => Infinity);
    if (work === undefined) throw new RangeError('There is no part.');
    await truncate(path, 20_000);
    expect(await findInFile(work)).toMatchObject({ problems: [], units: expect.any(Number) as number });
    await rm(path);
    expect((await findInFile(work)).problems).toMatchObject([
      { message: expect.stringContaining('cannot be read') as string },
    ]);
  });

  it('finds the same in a file, however many threads look', async () => {
    const path = join(folder, 'long.txt');
    await writeFile(path, text.repeat(40));
    const [one, two, three] = await Promise.all([1, 2, 3].map(async (workers) => findInNames([path], { workers })));
    expect(one?.found).toHaveLength(80 * 40);
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });
});

/** What is found in all parts of a file, and in what is left of them. */
async function findInParts(path: string, start: number, end: number, partLength: number) {
  const ranges: (readonly [number, number])[] = [];
  const lines: number[] = [];
  let units = 0;
  let lineBreaks = 0;
  let replacements = 0;
  let rests = 0;
  for (const part of splitFile(path, start, end, true, () => partLength)) {
    for (let work: Work | null = part; work?.kind === 'file';) {
      const findings = await findInFile(work);
      for (let index = 0; index < findings.found.count; index += 1) {
        const row = rowAt(findings.found, index);
        ranges.push([row.start + units, row.end + units]);
        lines.push((row.line ?? Number.NaN) + lineBreaks);
      }
      units += findings.units;
      lineBreaks += findings.lines;
      replacements += findings.replacements;
      work = findings.rest;
      if (work !== null) rests += 1;
    }
  }
  return { ranges, lines, units, lineBreaks, replacements, rests };
}
