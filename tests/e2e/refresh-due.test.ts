import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mira } from '../replica/accounts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import type { PostSpec } from '../replica/world/post-spec.ts';
import { idAt } from '../replica/world/status-url.ts';
import { ageArchive } from '../support/age-archive.ts';
import { ledgerLines } from '../support/ledger-lines.ts';
import { looksSince } from '../support/looks-since.ts';
import { type Run, runEmbalm } from '../support/run-embalm.ts';
import { networkOf, type WorkFolder, workFolder } from '../support/work-folder.ts';

const year = 365 * 86_400_000;
const payloads = 'cdn.syndication.twimg.com';
/** Whoever starts a browser there ends with 4. */
const noBrowser = { EMBALM_CHROMIUM: '/nowhere/chromium' };

function nameOf({ id }: PostSpec): PostId {
  return `x:${id}`;
}

describe('many posts that are due', () => {
  const posts = Array.from({ length: 40 }, (_, index): PostSpec => ({
    id: idAt(`2024-03-${String(1 + (index % 28)).padStart(2, '0')}T12:00:${String(index).padStart(2, '0')}.000Z`),
    author: mira,
    text: `Post number ${index}.`,
  }));
  let replica: Replica;
  let folder: WorkFolder;

  beforeAll(async () => {
    replica = await startReplica({ posts });
    folder = await workFolder();
    const args = ['archive', ...posts.map(nameOf), '--no-browser', '--spacing', '0', '--concurrency', '8'];
    expect((await folder.run([...args, '--archive', 'fresh'], replica)).code).toBe(0);
  });

  afterAll(async () => {
    await folder[Symbol.asyncDispose]();
    await replica[Symbol.asyncDispose]();
  });

  /** An archive in which all of the posts are due. */
  async function dueArchive(name: string): Promise<string> {
    await ageArchive(join(folder.path, 'fresh'), join(folder.path, name), year);
    return join(folder.path, name);
  }

  function refresh(
    archive: string,
    args: readonly string[],
    options: Partial<Parameters<typeof runEmbalm>[1]> = {},
  ): Promise<Run> {
    const all = ['refresh', '--archive', archive, '--spacing', '0', ...networkOf(replica), ...args];
    return runEmbalm(all, { cwd: folder.path, env: noBrowser, ...options });
  }

  test('a fresh capture is not due', async () => {
    const run = await refresh('fresh', ['--due']);
    expect(run.objects).toMatchObject([{ type: 'summary', ended: 'done', checked: 0, requests: 0, left: 0 }]);
    expect(run.code).toBe(0);
  });

  test('two runs at once look at each of them once', async () => {
    const archive = await dueArchive('two');
    const from = replica.requests.length;
    const runs = await Promise.all([refresh(archive, ['--due']), refresh(archive, ['--due'])]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const looks = looksSince(replica, from);
    expect(looks.size).toBe(posts.length);
    expect([...looks.values()].filter((count) => count !== 1)).toEqual([]);
    expect(await ledgerLines(archive)).toHaveLength(posts.length);
    // Both had their part.
    for (const { objects } of runs) expect(objects.length).toBeGreaterThan(1);
  });

  test('a budget is kept, a report is written, and the rest stays due', async () => {
    const archive = await dueArchive('budget');
    const run = await refresh(archive, ['--due', '--budget', '7', '--report', 'out/report.json']);
    expect(run.code).toBe(0);
    expect(run.objects.at(-1)).toMatchObject({ ended: 'budget', checked: 7, left: posts.length - 7 });
    const report = JSON.parse(await readFile(join(folder.path, 'out/report.json'), 'utf8')) as unknown;
    expect(report).toMatchObject({ ended: 'budget', checked: 7, outcomes: { unchanged: 7 }, posts: [] });
    const rest = await refresh(archive, ['--due']);
    expect(rest.objects.at(-1)).toMatchObject({ ended: 'done', checked: posts.length - 7, left: 0 });
  });

  test('time is kept, too', async () => {
    const archive = await dueArchive('time');
    using _ = replica.fault({ host: payloads }, { kind: 'slow', ms: 400 });
    const run = await refresh(archive, ['--due', '--max-time', '1s']);
    expect(run.objects.at(-1)).toMatchObject({ ended: 'time' });
    expect(run.code).toBe(0);
    expect(run.objects.length).toBeLessThan(posts.length);
  });

  test('an X that does not answer is not asked for all of them', async () => {
    const archive = await dueArchive('silent');
    using _ = replica.fault({ host: payloads }, { kind: 'rate-limited', resetInSeconds: 900 });
    const run = await refresh(archive, ['--due']);
    expect(run.code).toBe(1);
    expect(run.objects.at(-1)).toMatchObject({ ended: 'silent' });
    expect(run.objects.length).toBeLessThan(posts.length / 2);
  });

  test('ctrl-C ends a run; the next one goes on from there', async () => {
    const archive = await dueArchive('interrupted');
    const interrupted = await (async () => {
      using _ = replica.fault({ host: payloads }, { kind: 'slow', ms: 200 });
      return await refresh(archive, ['--due'], {
        whileRunning: (child) => void child.stdout?.once('data', () => child.kill('SIGINT')),
      });
    })();
    expect(interrupted.code).toBe(130);
    expect(interrupted.objects.at(-1)).toMatchObject({ type: 'summary', ended: 'interrupted' });
    const done = (await ledgerLines(archive)).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(posts.length);
    const next = await refresh(archive, ['--due']);
    expect(next.objects.at(-1)).toMatchObject({ ended: 'done', checked: posts.length - done, left: 0 });
    expect(await ledgerLines(archive)).toHaveLength(posts.length);
  });

  test('kill -9 leaves at most what was under way to its leases; nothing is lost', async () => {
    const archive = await dueArchive('killed');
    {
      using _ = replica.fault({ host: payloads }, { kind: 'slow', ms: 200 });
      await refresh(archive, ['--due'], {
        whileRunning: (child) => void child.stdout?.once('data', () => child.kill('SIGKILL')),
      });
    }
    const done = (await ledgerLines(archive)).length;
    const next = await refresh(archive, ['--due']);
    const { checked, left } = next.objects.at(-1) as { checked: number; left: number };
    expect(done + checked + left).toBe(posts.length);
    expect(left).toBeLessThanOrEqual(20);
    expect((await folder.run(['verify', '--archive', archive])).code).toBe(0);
  });

  test('--watch looks at what becomes due, and ends with 0 when it is told to', async () => {
    const archive = join(folder.path, 'watched');
    const [first, second] = posts.map(nameOf);
    if (first === undefined || second === undefined) throw new RangeError('There are posts');
    await ageArchive(join(folder.path, 'fresh'), archive, year, [first]);
    const run = await refresh(archive, ['--watch', '--every', '1s'], {
      whileRunning: (child) => {
        let said = '';
        child.stdout?.on('data', (chunk: Buffer) => {
          const before = said;
          said += chunk.toString();
          const looked = (post: PostId): boolean => !before.includes(`"${post}"`) && said.includes(`"${post}"`);
          if (looked(first)) void ageArchive(join(folder.path, 'fresh'), archive, year, [second]);
          if (looked(second)) child.kill('SIGTERM');
        });
      },
    });
    expect(run.code).toBe(0);
    const checks = run.objects.filter(({ type }) => type === 'check');
    expect(checks).toMatchObject([
      { post: first, outcome: 'unchanged' },
      { post: second, outcome: 'unchanged' },
    ]);
  });

  test('--all looks at every post, due or not', async () => {
    const run = await refresh('fresh', ['--all']);
    expect(run.objects.at(-1)).toMatchObject({ ended: 'done', checked: posts.length });
  });
});
