import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeSideBySide } from '../time-runs.ts';
import { folder, runFind, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

const prefixes = ['<a ', '(@', '— ', 'pic.twitter.com/'];

/** A million are so few bytes that to begin takes longer than to find: as many as make this many megabytes tell more. */
const longer = 64 * 1024 * 1024;

/** What looks like the beginning of a reference, over and over, beside as many bytes of words. A ratio above 0.5 is below twice the time. */
export function measureNastyPrefixes(): readonly SpeedRow[] {
  mkdirSync(folder, { recursive: true });
  return prefixes.flatMap((prefix) => [
    measure(`\`${prefix}\` a million times`, prefix.repeat(1e6)),
    measure(`\`${prefix}\`, 64 MiB of it`, prefix.repeat(longer / Buffer.byteLength(prefix))),
  ]);
}

function measure(input: string, text: string): SpeedRow {
  const [file, ordinary] = [join(folder, 'nasty.txt'), join(folder, 'ordinary.txt')];
  writeFileSync(file, text);
  const bytes = statSync(file).size;
  writeFileSync(ordinary, 'plain words, '.repeat(Math.ceil(bytes / 13)).slice(0, bytes));
  const { ours, theirs } = timeSideBySide({ ours: () => runFind(file), theirs: () => runFind(ordinary) }, times);
  return { input, bytes, ours, compared: 'as many bytes of words', theirs };
}
