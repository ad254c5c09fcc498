import { expect, test } from 'vitest';
import { sweepSystemCalls } from '../test/sweep-system-calls.ts';
import { canTrace, type Fault } from '../test/traced-writer.ts';

const everywhere: readonly Fault[] = ['SIGKILL', 'EIO'];
const wherever: Readonly<Record<string, readonly Fault[]>> = {
  openat: [...everywhere, 'ENOSPC'],
  mkdir: [...everywhere, 'ENOSPC'],
  pwrite64: [...everywhere, 'ENOSPC'],
  fsync: [...everywhere, 'ENOSPC'],
  rename: [...everywhere, 'ENOSPC'],
  link: [...everywhere, 'ENOSPC'],
  unlink: everywhere,
  ftruncate: everywhere,
  close: everywhere,
};

test('three commits and a check, with a fault at every call that changes the disk', async (context) => {
  if (!(await canTrace())) return context.skip();
  const all = { points: 0, hits: 0, losses: [] as string[] };
  for (const [call, faults] of Object.entries(wherever)) {
    const { points, hits, losses } = await sweepSystemCalls([call], faults, 3);
    console.log(`${call}: ${points} faults, ${hits} came to pass, ${losses.length} losses`);
    all.points += points;
    all.hits += hits;
    all.losses.push(...losses);
  }
  console.log(`${all.points} faults tried, ${all.hits} came to pass, ${all.losses.length} losses`);
  expect(all.losses).toStrictEqual([]);
  expect(all.hits).toBeGreaterThan(300);
  expect(all.hits / all.points).toBeGreaterThan(0.9);
});
