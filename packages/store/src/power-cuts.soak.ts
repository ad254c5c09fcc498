import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { describe, expect, test } from 'vitest';
import { mountLoopDisk } from '../test/loop-disk.ts';
import { lossesIn } from '../test/losses-in.ts';
import { type CameThrough, failingPower, putRemains } from '../test/power-cut.ts';
import { randomRow } from '../test/random-row.ts';
import { type RecordedDisk, recordedDisk } from '../test/recorded-disk.ts';
import { runWriter } from '../test/run-writer.ts';
import { draftOf, exchangeOf } from '../test/snapshots.ts';
import { temporaryPlace } from '../test/temporary-place.ts';
import { openArchiveOn } from './open/open-archive.ts';

const posts: readonly PostId[] = ['x:20', 'x:21', 'x:22'];

/** Four writers on one archive. */
async function write({ disk, say }: RecordedDisk, root: string): Promise<void> {
  await using archive = await openArchiveOn(disk, root);
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (let round = 0; round < 4; round += 1) {
      const body = await archive.keep(Buffer.from(`body ${round % 3}`));
      say(`blob ${body.sha256}`);
      const streamed = await archive.keepStream(
        (async function* () {
          yield Buffer.from(`stream ${lane} ${round}`);
        })(),
      );
      say(`blob ${streamed.sha256}`);
      const post = `x:${20 + ((lane + round) % 3)}` as const;
      const { record, sha256 } = await archive.commit(draftOf(post, { exchanges: [exchangeOf(body)] }));
      say(`record ${post} ${record.n} ${sha256}`);
      await archive.note({ post, record: sha256, ...draftOf(post).observation });
      say(`note ${lane} ${round}`);
    }
  });
  await Promise.all(lanes);
}

test('a real file system that loses its power under a writer, 20 times, loses nothing acknowledged', async (context) => {
  await using disk = await mountLoopDisk();
  if (disk === null) return context.skip();
  await using place = await temporaryPlace();
  const random = randomRow(11);
  const losses: string[] = [];
  let acknowledged = 0;
  for (let cut = 1; cut <= 20; cut += 1) {
    const directory = join(disk.path, `archive-${cut}`);
    const kill = { after: 5 + Math.floor(random() * 40), delayMs: random() * 4, before: disk.copy };
    const task = { directory, posts, commits: 400, name: 'own', kill };
    const { said } = await runWriter({ ...task, codeCache: join(place.path, 'code') });
    acknowledged += said.length;
    const found = await disk.lookAtCopy((path) => lossesIn(join(path, `archive-${cut}`), said, posts));
    losses.push(...found.map((loss) => `cut ${cut}: ${loss}`));
    await rm(directory, { recursive: true });
  }
  console.log(`20 power cuts of ext4, ${acknowledged} acknowledgements, ${losses.length} losses`);
  expect(losses).toStrictEqual([]);
  expect(acknowledged).toBeGreaterThan(200);
});

describe('a power cut', () => {
  test.each(['nothing', 'all', 'at random'] as const)(
    'after every call to the disk, of what was not flushed %s comes through: nothing acknowledged is lost',
    async (which) => {
      await using place = await temporaryPlace();
      const root = join(place.path, 'archive');
      const recorded = recordedDisk();
      await write(recorded, root);
      const random = randomRow(3);
      const cameThrough: CameThrough = () =>
        which === 'at random' ? ((['nothing', 'half', 'all'] as const)[Math.floor(random() * 3)] ?? 'all') : which;
      const power = failingPower(place.path);
      const said: string[] = [];
      const losses: string[] = [];
      let cuts = 0;
      for (const event of recorded.events) {
        power.apply(event);
        if (event.kind === 'said') said.push(event.line);
        cuts += 1;
        const after = join(place.path, `after-${cuts}`);
        await putRemains(after, power.remains(cameThrough));
        losses.push(...(await lossesIn(join(after, 'archive'), said, posts)).map((loss) => `after ${cuts}: ${loss}`));
        await rm(after, { recursive: true });
      }
      console.log(`${cuts} power cuts, ${which} of what was not flushed: ${losses.length} losses`);
      expect(losses).toStrictEqual([]);
      expect(said).toHaveLength(4 * 4 * 4);
      expect(cuts).toBeGreaterThan(300);
    },
  );

  test.each(['flushes of files', 'flushes of folders'] as const)(
    'on a disk that ignores %s loses what was acknowledged: the trial itself can fail',
    async (ignored) => {
      await using place = await temporaryPlace();
      const recorded = recordedDisk(ignored);
      await write(recorded, join(place.path, 'archive'));
      const power = failingPower(place.path);
      for (const event of recorded.events) power.apply(event);
      const said = recorded.events.flatMap((event) => (event.kind === 'said' ? [event.line] : []));
      const after = join(place.path, 'after');
      await putRemains(
        after,
        power.remains(() => 'nothing'),
      );
      const losses = await lossesIn(join(after, 'archive'), said, posts).catch((error: unknown) => [String(error)]);
      expect(losses.length).toBeGreaterThan(0);
    },
  );
});
