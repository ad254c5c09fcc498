import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('results come in the order of the items, and no more run at a time than may', async () => {
  let running = 0;
  let most = 0;
  const results = await inTurns([30, 10, 20, 0, 5], 2, async (ms) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return ms;
  });
  expect(results).toEqual([30, 10, 20, 0, 5]);
  expect(most).toBe(2);
});

test('after a failure no other begins', async () => {
  const begun: number[] = [];
  const task = async (item: number): Promise<void> => {
    begun.push(item);
    await Promise.resolve();
    if (item === 2) throw new Error('two');
  };
  await expect(inTurns([1, 2, 3, 4, 5, 6], 1, task)).rejects.toThrow('two');
  expect(begun).toEqual([1, 2]);
});
