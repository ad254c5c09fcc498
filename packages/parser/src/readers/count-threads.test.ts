import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countThreads } from './count-threads.ts';
import type { FileWork } from './work.ts';

const two = Math.min(2, availableParallelism());
const block = 1 << 20;
const nothingYet = { pieces: 0, bytes: 0, found: 0 };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-threads-'));
});
afterAll(async () => rm(folder, { recursive: true }));

describe('countThreads', () => {
  it.each([
    ['a long text with much in its first block', 'https://t.co/AbCdEfGhIj '.padEnd(8000, 'words '), 1 << 26, two],
    ['a text that is not long', 'https://t.co/AbCdEfGhIj '.padEnd(8000, 'words '), 1 << 25, 1],
    ['a long text with little in its first block', 'https://t.co/AbCdEfGhIj '.padEnd(200_000, 'words '), 1 << 30, 1],
    ['a very long text with little in its first block', 'words ', 2 ** 31, two],
    ['a long text that is nothing but links', 'https://t.co/AbCdEfGhIj\n', 2 ** 31, 1],
  ])('before anything was found, for %s', async (_, unit, length, threads) => {
    expect(await countThreads(await makeWork(unit, length), nothingYet)).toBe(threads);
  });

  it('takes two where more was found than the first block has told, and one where it was less', async () => {
    const work = await makeWork('words ', 1 << 26);
    expect(await countThreads(work, { pieces: 8, bytes: 8 * block, found: 100_000 })).toBe(two);
    expect(await countThreads(work, { pieces: 8, bytes: 8 * block, found: 10_000 })).toBe(1);
  });

  it('takes one for a file that is gone', async () => {
    const work = await makeWork('words ', 1 << 26);
    await rm(work.path);
    expect(await countThreads(work, nothingYet)).toBe(1);
  });
});

/** The first part of a text that is said to be so long. */
async function makeWork(unit: string, length: number): Promise<FileWork> {
  const path = join(folder, 'text.txt');
  await writeFile(path, unit.repeat(Math.ceil(block / unit.length)));
  return { kind: 'file', path, text: { start: 0, end: length }, part: { start: 0, end: block }, countLines: false };
}
