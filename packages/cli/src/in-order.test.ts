import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { finishInOrder } from './in-order.ts';

test('what ends first is finished in its turn all the same, and no more than allowed is under way', async () => {
  const finished: number[] = [];
  let [running, atOnce] = [0, 0];
  await using lane = finishInOrder<number>(3, async (index) => void finished.push(index));
  const begin = async (index: number): Promise<number> => {
    running += 1;
    atOnce = Math.max(atOnce, running);
    await delay(index % 3 === 0 ? 20 : 1);
    running -= 1;
    return index;
  };
  for (let index = 0; index < 10; index += 1) await lane.add(begin(index));
  await lane.end();
  expect(finished).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(atOnce).toBe(3);
});

test('an error comes in its turn; what else has begun is waited for', async () => {
  const finished: string[] = [];
  let lateDone = false;
  const broken = new Error('broken');
  const run = async (): Promise<void> => {
    await using lane = finishInOrder<string>(5, async (name) => void finished.push(name));
    await lane.add(delay(10, 'first'));
    await lane.add(Promise.reject(broken));
    await lane.add(
      delay(30, 'late').finally(() => {
        lateDone = true;
      }),
    );
    await lane.end();
  };
  await expect(run()).rejects.toBe(broken);
  expect(finished).toEqual(['first']);
  expect(lateDone).toBe(true);
});
