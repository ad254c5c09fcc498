import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lossesIn } from './losses-in.ts';
import { temporaryPlace } from './temporary-place.ts';
import { type Fault, type SystemCall, traceWriter } from './traced-writer.ts';

/** What came of letting one call after the other fail. */
export interface Sweep {
  /** Calls on the archive, each tried with each fault. */
  readonly points: number;
  /** How many faults came to pass. */
  readonly hits: number;
  /** Acknowledged and not there, damaged, or no longer taking commits: a line each, with the fault. */
  readonly losses: readonly string[];
}

/** Runs at a time: one computes while the other waits. */
const lanes = 2;

/**
 * Let a writer of some commits meet each fault at each of its calls of these names in turn, and look at what is left.
 *
 * @param names Names of calls, as strace has them.
 */
export async function sweepSystemCalls(
  names: readonly string[],
  faults: readonly Fault[],
  commits: number,
): Promise<Sweep> {
  await using place = await temporaryPlace();
  const codeCache = join(place.path, 'code');
  const template = join(place.path, 'template');
  await mkdir(template);
  await traceWriter({ place: template, codeCache, commits: 1, name: 'before', call: 'link' });
  const trials: (SystemCall & { readonly kind: Fault })[] = [];
  for (const name of names) {
    const own = await inCopy(template, join(place.path, `count-${name}`), (path) =>
      traceWriter({ place: path, codeCache, commits, name: 'own', call: name }),
    );
    for (const call of own.calls) for (const kind of faults) trials.push({ ...call, kind });
  }
  let hits = 0;
  let next = 0;
  const losses: string[] = [];
  const lane = async (): Promise<void> => {
    for (let trial = trials[next++]; trial !== undefined; trial = trials[next++]) {
      const { call, number, kind } = trial;
      await inCopy(template, join(place.path, `${call}-${number}-${kind}`), async (path) => {
        const { said, isHit } = await traceWriter({ place: path, codeCache, commits, name: 'own', call, fault: trial });
        if (isHit) hits += 1;
        for (const loss of await lossesIn(join(path, 'archive'), said, ['x:20'])) {
          losses.push(`${kind} at ${call} ${number}: ${loss}`);
        }
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { points: trials.length, hits, losses };
}

async function inCopy<T>(template: string, path: string, use: (path: string) => Promise<T>): Promise<T> {
  await cp(template, path, { recursive: true });
  const result = await use(path);
  await rm(path, { recursive: true });
  return result;
}
