import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile } from './replace-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-write-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('folders on the way are made, and a file that was there is replaced', async () => {
  const path = join(folder, 'a/b/page.html');
  await replaceFile(path, 'one');
  await replaceFile(path, 'two');
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(join(folder, 'a/b'))).toEqual(['page.html']);
});

test('a file where a folder is needed is said', async () => {
  await writeFile(join(folder, 'taken'), 'mine');
  const path = join(folder, 'taken/page.html');
  await expect(replaceFile(path, 'page')).rejects.toThrow(
    `${path} cannot be written: there is a file where a folder is needed. Choose another name for it; nothing was replaced.`,
  );
  expect(await readFile(join(folder, 'taken'), 'utf8')).toBe('mine');
});

test.skipIf(!existsSync('/proc/self'))(
  'a place in which no folder can be made is said, and not tried forever',
  async () => {
    const path = '/proc/self/no/page.html';
    await expect(replaceFile(path, 'page')).rejects.toThrow(`${path} cannot be written: no folder can be made there.`);
  },
);

test('a folder of the page’s name is left alone, and nothing half-written stays', async () => {
  await mkdir(join(folder, 'page.html/inside'), { recursive: true });
  await expect(replaceFile(join(folder, 'page.html'), 'page')).rejects.toThrow('there is a folder of that name');
  expect(await readdir(folder)).toEqual(['page.html']);
});

test('what delivers the bytes may fail with an error of its own', async () => {
  const broken = new Error('the blob is damaged');
  async function* deliver(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
    throw broken;
  }
  await expect(replaceFile(join(folder, 'video.mp4'), deliver())).rejects.toBe(broken);
  expect(await readdir(folder)).toEqual([]);
});
