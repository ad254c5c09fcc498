import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../test/collect.ts';
import { problemsOf } from '../test/problems-of.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { openArchive } from './open/open-archive.ts';

const specification = await readFile(new URL('../FORMAT.md', import.meta.url), 'utf8');

/** The files that stand in the specification, each after its path. Blobs have no newline at their end. */
function filesIn(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/^`([^`\n]+)`\n\n```text\n([^]*?)```$/gm);
  return new Map(
    [...blocks].map(([, path = '', content = '']) => [path, path.startsWith('blobs/') ? content.trimEnd() : content]),
  );
}

test('the worked example of the specification is a sound archive', async () => {
  await using place = await temporaryPlace();
  const files = filesIn(specification);
  expect([...files.keys()].map((path) => path.split('/')[0])).toStrictEqual([
    'embalm.json',
    'blobs',
    'posts',
    'posts',
    'checks',
  ]);
  for (const [path, content] of files) {
    await mkdir(dirname(join(place.path, path)), { recursive: true });
    await writeFile(join(place.path, path), content);
  }
  await using archive = await openArchive(place.path, { readOnly: true });
  expect(await problemsOf(archive)).toStrictEqual([]);
  expect(await archive.verify()).toMatchObject({ posts: 1, records: 2, blobs: 1, checks: 1 });
  const post = await archive.resolve('https://pic.twitter.com/fj2coK1xR1');
  expect(post).toBe('x:~fj2coK1xR1');
  const records = await collect(archive.history('x:~fj2coK1xR1'));
  expect(records.map(({ sha256 }) => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`)).toStrictEqual([
    '7fc94ebd…a43d',
    '9c9e41cd…6438',
  ]);
  for (const { sha256 } of records) expect(specification).toContain(`${sha256.slice(0, 8)}…${sha256.slice(-4)}`);
});
