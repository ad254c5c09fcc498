import { expect, test } from 'vitest';
import { draftOf } from '../../test/snapshots.ts';
import { collect } from '../../test/collect.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { sha256Of } from '../layout.ts';
import { openArchive } from '../open/open-archive.ts';
import { createThreadPool } from './thread-pool.ts';

async function* repeated<T>(piece: T, times: number): AsyncGenerator<T> {
  for (let index = 0; index < times; index += 1) yield piece;
}

test('threads give the results that this one gives, in order, and say what failed', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  const blobs = await Promise.all(
    Array.from({ length: 8 }, (_, index) => archive.keep(Buffer.alloc(2_000_000, index))),
  );
  const bytes = blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  const digests = [...blobs.map(({ sha256 }) => sha256), sha256Of('none')];
  const missing = { code: 'blob-damaged', path: expect.stringContaining(sha256Of('none')) };
  await using pool = createThreadPool({ workHereMs: 0 });
  const results = await collect(pool.doAll('readBlobs', repeated({ root: place.path, digests, since: null }, 20)));
  expect(results).toHaveLength(20);
  for (const result of results) expect(result).toMatchObject({ blobs: 8, bytes, problems: [missing] });

  await archive.commit(draftOf('x:20'));
  const [reading] = await collect(
    pool.doAll('readEntries', repeated({ root: place.path, posts: ['x:20' as const] }, 1)),
  );
  expect(JSON.parse(reading?.entries ?? '')).toMatchObject([
    { summary: { post: 'x:20', n: 1, text: 'The text of x:20' }, sort: 'x:00000000000000000020', words: null },
  ]);

  const broken = repeated({ root: place.path, posts: ['x:21' as const], since: null }, 1);
  await expect(collect(pool.doAll('readPosts', broken))).rejects.toThrow('ENOENT');
});
