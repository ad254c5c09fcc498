import { expect, test } from 'vitest';
import { crowdWriters } from '../test/crowd-writers.ts';
import { killWriters } from '../test/kill-writers.ts';

// `processes.soak.ts` takes more of both.
test(
  'a writer that is killed at any moment loses nothing acknowledged, damages nothing, and blocks no post: 24 kills',
  { timeout: 60_000 },
  async () => {
    const { kills, commits, losses } = await killWriters(24);
    expect(losses).toStrictEqual([]);
    expect(kills).toBe(24);
    expect(commits).toBeGreaterThan(24);
  },
);

test('eight writers on one post make consecutive records, none twice', { timeout: 60_000 }, async () => {
  expect(await crowdWriters(8, 12)).toStrictEqual({
    numbers: Array.from({ length: 96 }, (_, index) => index + 1),
    problems: [],
    known: 96,
    checks: 8 * 4,
    marks: [],
    named: 'x:20',
  });
});
