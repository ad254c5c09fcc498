import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileWhole } from './write-file-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half');
  throw new Error('the source broke off');
}

test('a file is written, folders on the way are made, and an older one is replaced', async () => {
  const path = join(folder, 'a/b/page.html');
  await writeFileWhole(path, 'one');
  await writeFileWhole(path, Buffer.from('two'));
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(join(folder, 'a/b'))).toEqual(['page.html']);
});

test('a file whose source breaks off is not there at all, and an older one stays', async () => {
  await expect(writeFileWhole(join(folder, 'new'), failing())).rejects.toThrow('broke off');
  await writeFile(join(folder, 'old'), 'old');
  await expect(writeFileWhole(join(folder, 'old'), failing())).rejects.toThrow('broke off');
  expect(await readFile(join(folder, 'old'), 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['old']);
});

test('a place that cannot be written is left as it is', async () => {
  await mkdir(join(folder, 'page.html'));
  await expect(writeFileWhole(join(folder, 'page.html'), 'x')).rejects.toThrow(/EISDIR|EEXIST|ENOTEMPTY/);
  expect(await readdir(folder)).toEqual(['page.html']);
});
