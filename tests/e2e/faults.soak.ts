import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FaultCase, type FaultRun, runFaults } from './fault-run.ts';
import { hostile } from './hostile-pages.ts';

interface SlowCase extends FaultCase {
  readonly pictures: 0 | 2;
}

const live = { fault: null, outcome: 'captured', state: 'live', pictures: 2 } as const;
const gone = { outcome: 'quoted', state: 'unreachable', pictures: 0 } as const;
const cases: readonly SlowCase[] = [
  { name: 'nothing is wrong', ...live },
  { name: 'an answer that never ends', fault: { kind: 'stalled' }, ...gone },
  { name: 'a compression bomb', fault: hostile.gzipBomb, ...gone },
  { name: 'a slow answer', ...live, fault: { kind: 'slow', ms: 3000 } },
  { name: 'a page that opens and asks', ...live, page: hostile.busyPage },
  { name: 'a page that never gets ready', ...live, page: hostile.idlePage, pictures: 0 },
  { name: 'a page that never rests', ...live, page: hostile.spinningPage, pictures: 0 },
  { name: 'nothing is wrong at the end', ...live },
];

describe('an article whose posts take their time', () => {
  let run: FaultRun;
  beforeAll(async () => {
    run = await runFaults(cases, ['--timeout', '40', '--concurrency', '1', '--spacing', '0']);
  });
  afterAll(() => run[Symbol.asyncDispose]());

  test.each(cases.map((entry, index) => ({ ...entry, index })))(
    '$name: $outcome, $pictures pictures',
    async (entry) => {
      const { index, outcome, state, pictures } = entry;
      expect(run.results[index]).toMatchObject({ outcome, state });
      const { objects } = await run.folder.run(['show', `x:${run.posts[index]?.id}`]);
      const files = Object.keys(objects[0]?.['files'] ?? {});
      expect(files.filter((name) => name.startsWith('screenshot/'))).toHaveLength(pictures);
    },
  );

  test('all have been looked at, nothing else was asked, and the archive is whole', async () => {
    expect([run.results.length, run.code, run.replica.unexpected]).toEqual([cases.length, 0, []]);
    expect((await run.folder.run(['verify'])).code).toBe(0);
  });
});
