import { makeData } from '../make-data.ts';
import { timeSideBySide } from '../time-runs.ts';
import { folder, runFind, runFindTwice, size, times } from './programs.ts';
import type { SpeedRow } from './speed-row.ts';

/** Two threads beside one, where there is much to do; and two processes with half of it each, which is what the machine has to give. */
export function measureThreads(): readonly SpeedRow[] {
  const bytes = size / 4;
  const plan = { distance: 2000, kinds: 'mixed', prose: 'news', form: 'text' } as const;
  const file = makeData(folder, { ...plan, name: 'threads', bytes });
  const half = makeData(folder, { ...plan, name: 'half-threads', bytes: bytes / 2 });
  const { threads, processes, one } = timeSideBySide(
    {
      threads: () => runFind('--workers', '2', file),
      one: () => runFind('--workers', '1', file),
      processes: () => runFindTwice('--workers', '1', half),
    },
    times,
  );
  const compared = { bytes, compared: 'one thread', theirs: one };
  return [
    { input: 'one reference each 2 kB, two threads', ours: threads, ...compared },
    { input: 'the same in two processes, half each', ours: processes, ...compared },
  ];
}
