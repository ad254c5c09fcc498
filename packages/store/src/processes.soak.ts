import { expect, test } from 'vitest';
import { crowdWriters } from '../test/crowd-writers.ts';
import { killWriters } from '../test/kill-writers.ts';

test('200 writers are killed, each at a moment of its own', async () => {
  const { kills, commits, losses } = await killWriters(200);
  console.log(`${kills} writers killed, ${commits} commits acknowledged, ${losses.length} losses`);
  expect(losses).toStrictEqual([]);
  expect(kills).toBe(200);
  expect(commits).toBeGreaterThan(200);
});

test('8 programs make 25 commits each, all of one post', async () => {
  const crowd = await crowdWriters(8, 25);
  console.log(`8 programs, ${crowd.numbers.length} records, ${crowd.problems.length} problems`);
  expect(crowd).toStrictEqual({
    numbers: Array.from({ length: 200 }, (_, index) => index + 1),
    problems: [],
    known: 200,
    checks: 8 * 8,
    marks: [],
    named: 'x:20',
  });
});
