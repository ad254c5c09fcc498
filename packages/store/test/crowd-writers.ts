import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../src/index.ts';
import { problemsOf } from './problems-of.ts';
import { runWriter } from './run-writer.ts';
import { temporaryPlace } from './temporary-place.ts';

/** What came of programs that wrote to one post at once. */
interface Crowd {
  /** The numbers of the records that were acknowledged, in order. */
  readonly numbers: readonly number[];
  readonly problems: readonly string[];
  /** How many records the index knows of the post. */
  readonly known: number | undefined;
  /** Lines of the ledger. */
  readonly checks: number;
  /** Marks that wait to be taken in: none, when all programs have closed. */
  readonly marks: readonly string[];
  /** The post that a link of the last commit names. */
  readonly named: string | null;
}

/** Let programs commit to one post, all at the same time. */
export async function crowdWriters(programs: number, commits: number): Promise<Crowd> {
  await using place = await temporaryPlace();
  const directory = join(place.path, 'archive');
  const codeCache = join(place.path, 'code');
  const tasks = Array.from({ length: programs }, (_, index) => ({
    directory,
    posts: ['x:20'] as const,
    commits,
    name: String(index),
    codeCache,
  }));
  const runs = await Promise.all(tasks.map(runWriter));
  const numbers = runs
    .flatMap(({ said }) => said)
    .flatMap((line) => (line.startsWith('record') ? [Number(line.split(' ')[2])] : []))
    .toSorted((a, b) => a - b);
  const marks = await readdir(join(directory, 'pending'));
  await using archive = await openArchive(directory);
  const [summary] = await Array.fromAsync(archive.list());
  return {
    numbers,
    problems: await problemsOf(archive),
    known: summary?.n,
    checks: (await archive.verify()).checks,
    marks,
    named: await archive.resolve(`https://t.co/${programs - 1}${commits - 1}`),
  };
}
