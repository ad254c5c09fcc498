import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expandInputs } from './expand-inputs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embalm-expand-'));
  await mkdir(join(folder, 'deep', 'deeper'), { recursive: true });
  await mkdir(join(folder, '.hidden'));
  await mkdir(join(folder, 'node_modules'));
  await mkdir(join(folder, 'none'));
  const files = [
    'b.txt',
    'a.html',
    'c.md',
    'd.HTM',
    'e.json',
    'x[1].txt',
    'deep/f.txt',
    'deep/deeper/g.md',
    '.hidden/h.txt',
    'node_modules/i.md',
  ];
  for (const file of files) await writeFile(join(folder, file), '');
  await symlink(folder, join(folder, 'loop'));
  await symlink(join(folder, 'b.txt'), join(folder, 'link.txt'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function expand(...names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const name of expandInputs(names.map((given) => given.replace('$', folder)))) {
    found.push(name.replace(folder, '$'));
  }
  return found;
}

describe('expandInputs', () => {
  it('turns a folder into its articles, at any depth, in order', async () => {
    expect(await expand('$')).toEqual([
      '$/a.html',
      '$/b.txt',
      '$/c.md',
      '$/d.HTM',
      '$/deep/deeper/g.md',
      '$/deep/f.txt',
      '$/link.txt',
      '$/x[1].txt',
    ]);
  });

  it('turns a glob into the files it matches', async () => {
    expect(await expand('$/*.{txt,json}')).toEqual(['$/b.txt', '$/e.json', '$/link.txt', '$/x[1].txt']);
    expect(await expand('$/deep/**')).toEqual(['$/deep/deeper/g.md', '$/deep/f.txt']);
  });

  it('takes a file by its name, whatever its extension, and though it looks like a glob', async () => {
    expect(await expand('$/e.json', '$/x[1].txt')).toEqual(['$/e.json', '$/x[1].txt']);
  });

  it.skipIf(process.platform === 'win32')('takes a pipe by its name alone', async () => {
    const pipe = join(folder, 'deep', 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    expect(await expand('$/deep', '$/deep/*.txt', '$/deep/pipe.txt')).toEqual([
      '$/deep/deeper/g.md',
      '$/deep/f.txt',
      '$/deep/pipe.txt',
    ]);
    await rm(pipe);
  });

  it('names nothing twice, in the order in which it was given', async () => {
    expect(await expand('$/c.md', '$/*.md', '-', '$/b.txt', '-')).toEqual(['$/c.md', '-', '$/b.txt']);
  });

  it('passes on what leads nowhere, for the one who reads it to explain', async () => {
    const names = ['$/nothing.txt', '$/*.pdf', '$/none', 'https://example.com/'];
    expect(await expand(...names)).toEqual(names);
  });
});
