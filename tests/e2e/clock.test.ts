import { writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { ageArchive } from '../support/age-archive.ts';
import { type Run, runEmbalm } from '../support/run-embalm.ts';
import { networkOf, type WorkFolder, workFolder } from '../support/work-folder.ts';

const day = 86_400_000;
const year = 365 * day;
const clock = pathToFileURL(join(import.meta.dirname, '../support/turned-clock.ts')).href;

let replica: Replica;
let folder: WorkFolder;
let clockFile: string;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts });
  folder = await workFolder();
  clockFile = join(folder.path, 'clock');
  turnClock(0);
  expect((await folder.run(['run', 'iss.txt', '--no-browser', '--spacing', '0'], replica)).code).toBe(0);
});

afterEach(() => turnClock(0));

afterAll(async () => {
  expect(replica.unexpected).toEqual([]);
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

function turnClock(ms: number): void {
  writeFileSync(clockFile, String(ms));
}

/** Run the command with a clock that can be turned. */
function run(args: readonly string[], whileRunning?: Parameters<typeof runEmbalm>[1]['whileRunning']): Promise<Run> {
  return runEmbalm([...args, '--no-browser', '--spacing', '0', ...networkOf(replica)], {
    cwd: folder.path,
    env: { NODE_OPTIONS: `--import=${clock}`, EMBALM_TEST_CLOCK: clockFile },
    ...(whileRunning === undefined ? {} : { whileRunning }),
  });
}

/** Turn the clock when a post's payload is asked for a second time, whichever it is. */
function turnAtSecondPost(ms: number): Disposable & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const rule = replica.on({ host: 'cdn.syndication.twimg.com' }, async ({ query }, next) => {
    asked.push(query.get('id') ?? '');
    if (asked.length === 2) turnClock(ms);
    return next();
  });
  return { asked, [Symbol.dispose]: () => rule[Symbol.dispose]() };
}

async function ledgerOf(archive: string): Promise<readonly { readonly post: string; readonly at: string }[]> {
  const names = await readdir(join(folder.path, archive, 'checks')).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder.path, archive, 'checks', name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { post: string; at: string }),
  );
}

async function isWhole(archive: string): Promise<void> {
  const { objects } = await folder.run(['verify', '--archive', archive]);
  expect(objects.at(-1)).toMatchObject({ type: 'summary', posts: seedPosts.length, problems: 0 });
}

describe('a clock that goes back', () => {
  test('by 400 days in the middle of a run loses nothing, and harms no other post', async () => {
    const back = 400 * day;
    using turned = turnAtSecondPost(-back);
    const { code, objects, err } = await run(['run', 'iss.txt', '--archive', 'turned', '--concurrency', '1']);
    expect([code, err]).toEqual([0, '']);
    const posts = objects.filter(({ type }) => type === 'post');
    expect(posts.map(({ outcome }) => outcome)).toEqual(['captured', 'captured', 'captured']);
    expect(new Set(turned.asked).size).toBe(3);
    const records = await Promise.all(
      posts.map(async ({ post }) => (await folder.run(['show', String(post), '--archive', 'turned'])).objects[0]),
    );
    const times = records.map((record) => Date.parse(String(record?.['capturedAt'])));
    expect(times.filter((time) => time < Date.now() - back / 2).length).toBeGreaterThan(0);
    expect(times.filter((time) => time > Date.now() - back / 2).length).toBeGreaterThan(0);
    await isWhole('turned');
    // By the true clock again: all is known, and the page is made of it.
    turnClock(0);
    const again = await run(['run', 'iss.txt', '--archive', 'turned']);
    expect([again.code, again.objects.filter(({ outcome }) => outcome === 'archived').length]).toEqual([0, 3]);
  });

  test.each([
    ['two hours', 7_200_000],
    ['two years', 2 * year],
  ])('by %s in the middle of a refresh: each is looked at once, and the ledger tells it', async (name, back) => {
    const archive = `refreshed-${name.replace(' ', '-')}`;
    await ageArchive(join(folder.path, 'archive'), join(folder.path, archive), year);
    using turned = turnAtSecondPost(-back);
    const { code, objects } = await run(['refresh', '--due', '--archive', archive]);
    expect([code, objects.at(-1)]).toMatchObject([0, { ended: 'done', checked: 3, outcomes: { unchanged: 3 } }]);
    expect(turned.asked.toSorted()).toEqual([...new Set(turned.asked)].toSorted());
    const lines = await ledgerOf(archive);
    expect(lines.map(({ post }) => post).toSorted()).toEqual(seedPosts.map(({ id }) => `x:${id}`).toSorted());
    await isWhole(archive);
    turnClock(0);
    const all = await run(['refresh', '--all', '--archive', archive]);
    expect([all.code, all.objects.at(-1)]).toMatchObject([0, { checked: 3, outcomes: { unchanged: 3 } }]);
    await isWhole(archive);
  });

  test('by two years after a run was killed: what it held is free', async () => {
    await ageArchive(join(folder.path, 'archive'), join(folder.path, 'killed'), year);
    turnClock(2 * year);
    let child: { kill(signal: 'SIGKILL'): boolean } | null = null;
    {
      using _ = replica.on({ host: 'cdn.syndication.twimg.com' }, async (_request, next) => {
        child?.kill('SIGKILL');
        return next();
      });
      const killed = await run(['refresh', '--due', '--archive', 'killed'], (running) => {
        child = running;
      });
      expect(killed.code).toBeNull();
    }
    turnClock(0);
    const { code, objects } = await run(['refresh', '--due', '--archive', 'killed']);
    expect([code, objects.at(-1)]).toMatchObject([0, { ended: 'done', checked: 3 }]);
  });

  test('by two years after a refresh: --all looks at all, as it says', async () => {
    await ageArchive(join(folder.path, 'archive'), join(folder.path, 'ahead'), year);
    turnClock(2 * year);
    expect((await run(['refresh', '--due', '--archive', 'ahead'])).objects.at(-1)).toMatchObject({ checked: 3 });
    turnClock(0);
    expect((await run(['refresh', '--all', '--archive', 'ahead'])).objects.at(-1)).toMatchObject({ checked: 3 });
    await isWhole('ahead');
  });
});
