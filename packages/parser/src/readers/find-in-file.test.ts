import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReferences } from '../find-references.ts';
import { findInNames } from '../../test/find-in.ts';
import { findInFile } from './find-in-file.ts';
import { rowAt } from './found-columns.ts';
import { splitFile } from './split-file.ts';

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
  ])('finds in parts of %s what is found in the whole', async (_, bytes, start) => {
    const path = join(folder, 'parts.txt');
    await writeFile(path, bytes);
    const whole = bytes.subarray(start).toString();
    const expected = findReferences(whole, { format: 'text' }).map(({ range }) => range);
    expect(expected.length).toBeGreaterThanOrEqual(80);
    for (const partLength of [1009, 4099, 65_537, 1 << 21]) {
      let units = 0;
      let replacements = 0;
      let lines = 0;
      const ranges: (readonly [number, number])[] = [];
      for (const work of splitFile(path, start, bytes.length, true, partLength)) {
        const findings = await findInFile(work);
        for (let index = 0; index < findings.found.count; index += 1) {
          const { start: first, end } = rowAt(findings.found, index);
          ranges.push([first + units, end + units]);
        }
        units += findings.units;
        lines += findings.lines;
        replacements += findings.replacements;
      }
      expect(ranges).toEqual(expected);
      expect({ units, lines, replacements }).toEqual({
        units: whole.length,
        lines: whole.split('\n').length - 1,
        replacements: whole.split('\uFFFD').length - 1,
      });
    }
  });

  it.each([false, true])(
    'finds the same where little stands near the ends of parts (read ahead: %s)',
    async (isAlone) => {
      const path = join(folder, `sparse-${isAlone}.txt`);
      const sparse = Array.from(
        { length: 60 },
        (_, n) => `${prose.repeat(n * 29)}\n\n${n % 3 === 0 ? embed : `https://t.co/AbCdEfGh${n + 10}`}\n\n`,
      ).join('');
      await writeFile(path, sparse);
      const expected = findReferences(sparse, { format: 'text' }).map(({ range }) => range);
      expect(expected).toHaveLength(60);
      for (const partLength of [60_001, 200_003]) {
        let units = 0;
        const ranges: (readonly [number, number])[] = [];
        for (const work of splitFile(path, 0, Buffer.byteLength(sparse), false, partLength)) {
          const findings = await findInFile(work, isAlone);
          for (let index = 0; index < findings.found.count; index += 1) {
            const { start, end } = rowAt(findings.found, index);
            ranges.push([start + units, end + units]);
          }
          units += findings.units;
        }
        expect(ranges).toEqual(expected);
        expect(units).toBe(sparse.length);
      }
    },
  );

  it('tells what cannot be read, and finds what is left of a file that is cut meanwhile', async () => {
    const path = join(folder, 'cut.txt');
    await writeFile(path, text);
    const [work] = splitFile(path, 0, Buffer.byteLength(text), false);
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
