import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { timeSideBySide } from '../time-runs.ts';
import { folder, runFind, runNode, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

/** What it takes to begin. */
export function measureStart(): readonly SpeedRow[] {
  const file = join(folder, 'empty.txt');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, '');
  const { ours, theirs } = timeSideBySide({ ours: () => runFind(file), theirs: runNode }, times * 2 + 1);
  return [{ input: 'nothing', bytes: null, ours, compared: '`node -e 0`', theirs }];
}
