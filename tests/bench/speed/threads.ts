import { makeData } from '../make-data.ts';
import { timeSideBySide } from '../time-runs.ts';
import { folder, runFind, size, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

/** Two threads beside one, where there is much to do. */
export function measureThreads(): readonly SpeedRow[] {
  const bytes = size / 4;
  const plan = { name: 'threads', distance: 2000, kinds: 'mixed', prose: 'news', form: 'text', bytes } as const;
  const file = makeData(folder, plan);
  const { ours, theirs } = timeSideBySide(
    { ours: () => runFind('--workers', '2', file), theirs: () => runFind('--workers', '1', file) },
    times,
  );
  return [{ input: 'one reference each 2 kB, two threads', bytes, ours, compared: 'one thread', theirs }];
}
