import { expect, test } from 'vitest';
import { lostLines } from '../test/lost-lines.ts';
import { problemsOf } from '../test/problems-of.ts';
import { randomRow } from '../test/random-row.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { openArchive } from './index.ts';

const dayMs = 86_400_000;

test('a clock that jumps back and forth by years harms nothing: 500 commits, each at another time', async () => {
  await using place = await temporaryPlace();
  const random = randomRow(5);
  const said: string[] = [];
  let jumpsBack = 0;
  let time = Date.parse('2026-11-22T10:00:00.000Z');
  const now = (): Date => new Date(time);
  for (let session = 0; session < 20; session += 1) {
    await using archive = await openArchive(place.path, { now });
    for (let index = 0; index < 25; index += 1) {
      const jump = Math.round((random() - 0.5) * 800) * dayMs;
      if (jump < 0) jumpsBack += 1;
      time += jump;
      const post = `x:${20 + (index % 5)}` as const;
      const at = now().toISOString();
      const body = await archive.keep(Buffer.from(`body ${index % 7}`));
      const { observation } = draftOf(post);
      const { record, sha256 } = await archive.commit(
        draftOf(post, { capturedAt: at, observation: { ...observation, at }, exchanges: [exchangeOf(body)] }),
      );
      await archive.note({ post, record: sha256, ...observation, at });
      said.push(`blob ${body.sha256}`, `record ${post} ${record.n} ${sha256}`, `note ${index}`);
      if (index % 5 === 4) await archive.collectGarbage();
      const due = await archive.due.claim({ kind: 'named', posts: [post] }, 1, 60_000);
      await archive.due.release(due);
    }
    expect(await lostLines(archive, said)).toStrictEqual([]);
    expect(await problemsOf(archive)).toStrictEqual([]);
  }
  console.log(`${said.length} acknowledgements, ${jumpsBack} times after the clock went back`);
  expect(jumpsBack).toBeGreaterThan(200);
  await using archive = await openArchive(place.path, { now });
  for await (const { n } of archive.list()) expect(n).toBe(100);
});
