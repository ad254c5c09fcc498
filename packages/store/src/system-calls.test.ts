import { expect, test } from 'vitest';
import { sweepSystemCalls } from '../test/sweep-system-calls.ts';
import { canTrace } from '../test/traced-writer.ts';

// `system-calls.soak.ts` takes all calls.
test('a commit that is killed, or fails, where files get their names loses nothing', async (context) => {
  if (!(await canTrace())) return context.skip();
  const { points, hits, losses } = await sweepSystemCalls(['rename', 'link'], ['SIGKILL', 'EIO', 'ENOSPC'], 1);
  expect(losses).toStrictEqual([]);
  expect(points).toBe(6);
  expect(hits).toBe(points);
});
