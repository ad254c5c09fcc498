import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { lossesIn } from './losses-in.ts';
import { randomRow } from './random-row.ts';
import { runWriter } from './run-writer.ts';
import { temporaryPlace } from './temporary-place.ts';

const posts: readonly PostId[] = ['x:20', 'x:21', 'x:~AbCdEfGhIj'];

/** What came of killing writers. */
interface Kills {
  readonly kills: number;
  /** How many commits were acknowledged. */
  readonly commits: number;
  /** Acknowledged and not there, damaged, or no longer taking commits. */
  readonly losses: readonly string[];
}

/** Kill as many writers of one archive as that, two at a time, so that one is always writing while the other dies. */
export async function killWriters(wanted: number): Promise<Kills> {
  await using place = await temporaryPlace();
  const random = randomRow(7);
  const directory = join(place.path, 'archive');
  const codeCache = join(place.path, 'code');
  const { said: whole } = await runWriter({ directory, posts, commits: 3, name: 'whole', codeCache });
  const said = [...whole];
  let kills = 0;
  const lanes = [0, 1].map(async (lane) => {
    for (let round = 0; round < wanted / 2; round += 1) {
      const kill = { after: 1 + Math.floor(random() * 20), delayMs: random() * 4 };
      const run = await runWriter({ directory, posts, commits: 400, name: `${lane}${round}`, codeCache, kill });
      said.push(...run.said);
      if (run.killed) kills += 1;
    }
  });
  await Promise.all(lanes);
  const commits = said.filter((line) => line.startsWith('record')).length;
  return { kills, commits, losses: await lossesIn(directory, said, posts) };
}
