import { expect, test } from 'vitest';
import { shareNextRun } from './share-next-run.ts';

test('callers share a run that has not begun, and none that has', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const run = shareNextRun((key) => {
    begun.push(key);
    return new Promise((resolve) => ends.push(resolve));
  });
  const first = [run('a'), run('a')];
  await new Promise(setImmediate);
  const later = [run('a'), run('a'), run('b')];
  await new Promise(setImmediate);
  expect(begun).toStrictEqual(['a', 'b']);
  for (const end of ends) end();
  await Promise.all(first);
  await new Promise(setImmediate);
  expect(begun).toStrictEqual(['a', 'b', 'a']);
  for (const end of ends) end();
  await Promise.all(later);
});

test('a run that fails fails for those who share it, and the next one begins all the same', async () => {
  let calls = 0;
  const run = shareNextRun(async () => {
    calls += 1;
    if (calls === 1) throw new Error('the first one fails');
  });
  const results = await Promise.allSettled([run('a'), run('a')]);
  expect(results.map(({ status }) => status)).toStrictEqual(['rejected', 'rejected']);
  await run('a');
  expect(calls).toBe(2);
});
