import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { startReplica } from '../replica/start-replica.ts';
import { workFolder } from '../support/work-folder.ts';

test('without network, each post is kept as quoted, and that is said in one line', async () => {
  await using folder = await workFolder();
  const run = await folder.run(['run', 'iss.txt', '-o', 'out'], null);
  expect(run.code).toBe(0);
  expect(run.err.trim().split('\n')).toEqual([expect.stringContaining('No network')]);
  const posts = run.objects.filter(({ type }) => type === 'post');
  expect(posts.map(({ post }) => post)).toEqual(['x:~fj2coK1xR1', 'x:~cV8TijLw8q', 'x:~mvawyRmlMD']);
  expect(posts.every(({ outcome }) => outcome === 'quoted')).toBe(true);
  const page = await readFile(join(folder.path, 'out/iss.html'), 'utf8');
  expect(page.match(/never captured/g)).toHaveLength(3);
});

test('a run that could only quote ends with 1 where that is asked for', async () => {
  await using folder = await workFolder();
  expect((await folder.run(['run', 'iss.txt', '--offline', '--strict'])).code).toBe(1);
  expect((await folder.run(['archive', 'iss.txt', '--offline'])).code).toBe(1);
});

test('a second run without network adds no record, only a line to the ledger', async () => {
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--offline']);
  await folder.run(['run', 'iss.txt', '--offline']);
  const { objects } = await folder.run(['show', 'x:~fj2coK1xR1']);
  expect(objects).toHaveLength(1);
  expect((await folder.run(['verify'])).code).toBe(0);
});

test('a later run with network captures what was only quoted, and the page finds it under its old name', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '-o', 'out'], null);
  const run = await folder.run(['run', 'iss.txt', '-o', 'out'], replica);
  expect(run.objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(3);
  expect(await readFile(join(folder.path, 'out/iss.html'), 'utf8')).not.toContain('never captured');
  const { objects } = await folder.run(['show', 'x:~fj2coK1xR1']);
  expect(objects).toMatchObject([
    { post: `x:${seedPosts[0]?.id}`, knownAs: expect.arrayContaining(['x:~fj2coK1xR1']) },
  ]);
});
