import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainAnswer } from '../replica/reply.ts';
import { seedPosts } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { workFolder } from '../support/work-folder.ts';
import { type FaultCase, type FaultRun, runFaults } from './fault-run.ts';
import { hostile } from './hostile-pages.ts';

const deletedNotice = 'This Post was deleted by the Post author. Learn more';
const suspendedNotice = 'This Post is from a suspended account. Learn more';
const protectedNotice =
  'You’re unable to view this Post because this account owner limits who can view their Posts. Learn more';
const adultNotice =
  'Age-restricted adult content. This content might not be appropriate for people under 18 years old.';
const withheldNotice = 'This Post from @orbitwatch has been withheld in Germany in response to a legal demand.';
/** How long hosts are spared is tried elsewhere. */
const unspared = ['--spacing', '0'];
const metadataService = 'http://169.254.169.254/latest/meta-data/';

const cases: readonly FaultCase[] = [
  { name: 'nothing is wrong', fault: null, outcome: 'captured', state: 'live' },
  { name: '404', fault: { kind: 'not-found' }, outcome: 'quoted', state: 'unavailable' },
  { name: '{}', fault: { kind: 'empty-object' }, outcome: 'quoted', state: 'unavailable' },
  { name: 'deleted', fault: { kind: 'tombstone', text: deletedNotice }, outcome: 'quoted', state: 'deleted' },
  { name: 'suspended', fault: { kind: 'tombstone', text: suspendedNotice }, outcome: 'quoted', state: 'suspended' },
  { name: 'protected', fault: { kind: 'tombstone', text: protectedNotice }, outcome: 'quoted', state: 'protected' },
  { name: 'adults only', fault: { kind: 'tombstone', text: adultNotice }, outcome: 'quoted', state: 'age-restricted' },
  { name: 'withheld', fault: { kind: 'tombstone', text: withheldNotice }, outcome: 'quoted', state: 'withheld' },
  {
    name: 'a notice in Japanese',
    fault: { kind: 'tombstone', text: 'このポストは、ポストの作成者により削除されました。' },
    outcome: 'quoted',
    state: 'unavailable',
  },
  {
    name: 'a notice nobody has seen yet',
    fault: { kind: 'tombstone', text: 'Something else happened here' },
    outcome: 'quoted',
    state: 'unavailable',
  },
  { name: 'a server error', fault: { kind: 'server-error' }, outcome: 'quoted', state: 'unreachable' },
  { name: 'half an answer', fault: { kind: 'truncated' }, outcome: 'quoted', state: 'unreachable' },
  { name: 'a reset connection', fault: { kind: 'reset' }, outcome: 'quoted', state: 'unreachable' },
  { name: 'broken JSON', fault: { kind: 'garbage' }, outcome: 'quoted', state: 'unreachable' },
  {
    name: 'a redirect into the local network',
    fault: { kind: 'redirect', to: metadataService },
    outcome: 'quoted',
    state: 'unreachable',
  },
  { name: 'a redirect without end', fault: hostile.redirectLoop, outcome: 'quoted', state: 'unreachable' },
  { name: 'nothing is wrong in between', fault: null, outcome: 'captured', state: 'live' },
  { name: 'JSON without bottom', fault: hostile.deepJson, outcome: 'quoted', state: 'unreachable' },
  { name: 'JSON without end', fault: hostile.hugeJson, outcome: 'quoted', state: 'unreachable' },
  { name: 'JSON of many keys', fault: hostile.manyKeys, outcome: 'quoted', state: 'unreachable' },
  { name: 'JSON that reaches for prototypes', fault: hostile.pollution, outcome: 'captured', state: 'live' },
  { name: 'nothing is wrong at the end', fault: null, outcome: 'captured', state: 'live' },
];

describe('an article whose posts go wrong in every way', () => {
  let run: FaultRun;

  beforeAll(async () => {
    run = await runFaults(cases, ['--timeout', '20', '--concurrency', '4', ...unspared]);
  }, 120_000);
  afterAll(() => run[Symbol.asyncDispose]());

  test.each(cases.map((entry, index) => ({ ...entry, index })))('$name: $outcome, $state', ({ index, ...expected }) => {
    const { outcome, state } = expected;
    const result = run.results[index];
    expect(result).toMatchObject({ post: `x:${run.posts[index]?.id}`, outcome, state });
    expect(result?.['reason']).toEqual(outcome === 'captured' ? null : expect.stringMatching(/\S/));
  });

  test('every case has been looked at, and the command is content', () => {
    expect([run.results.length, run.code]).toEqual([cases.length, 0]);
  });

  test('nothing in the local network was asked', () => {
    expect(run.replica.unexpected).toEqual([]);
  });

  test('every answer is kept as evidence, and the archive is whole', async () => {
    const { objects } = await run.folder.run(['show', `x:${run.posts[3]?.id}`]);
    const [record] = objects as readonly { exchanges: { url: string }[]; observation: { reason: string } }[];
    expect(record?.observation.reason).toBe(deletedNotice);
    expect(record?.exchanges.some(({ url }) => url.includes('/tweet-result'))).toBe(true);
    expect((await run.folder.run(['verify'])).code).toBe(0);
  });
});

describe('429', () => {
  const host = 'cdn.syndication.twimg.com';
  const asked = (replica: Replica): number => replica.requests.filter((request) => request.host === host).length;

  test('with a reset far away holds for everybody: the next posts are not even asked for', async () => {
    await using replica = await startReplica({ posts: seedPosts });
    await using folder = await workFolder();
    replica.fault({ host }, { kind: 'rate-limited', resetInSeconds: 900 });
    const run = await folder.run(['run', 'iss.txt', '--concurrency', '1', ...unspared], replica);
    const posts = run.objects.filter(({ type }) => type === 'post');
    const reason: unknown = expect.stringMatching(/no requests before 20/);
    const expected = { outcome: 'quoted', state: 'unreachable', reason };
    expect(posts).toMatchObject([expected, expected, expected]);
    expect([run.code, asked(replica)]).toEqual([0, 1]);
  });

  test('with a reset that is near is waited for', async () => {
    await using replica = await startReplica({ posts: seedPosts });
    await using folder = await workFolder();
    replica.fault({ host, times: 1 }, { kind: 'rate-limited', resetInSeconds: 2 });
    const run = await folder.run(['archive', 'iss.txt', '--concurrency', '1', ...unspared], replica);
    expect(run.objects.map(({ outcome }) => outcome)).toEqual(Array(3).fill('captured'));
    expect(run.code).toBe(0);
  });

  test('without a reset is tried again', async () => {
    await using replica = await startReplica({ posts: seedPosts });
    await using folder = await workFolder();
    replica.on({ host, times: 2 }, () => plainAnswer(429, 'Too many requests'));
    const run = await folder.run(['archive', 'iss.txt', '--concurrency', '1', '--no-browser', ...unspared], replica);
    expect(run.objects.map(({ outcome }) => outcome)).toEqual(Array(3).fill('captured'));
  });
});

test('a short link into the local network is not followed, and photos that are gone leave a post captured', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  replica.fault({ path: '/fj2coK1xR1' }, { kind: 'redirect', to: metadataService });
  replica.fault({ host: 'pbs.twimg.com', path: /^\/media\// }, { kind: 'not-found' });
  const run = await folder.run(['run', 'iss.txt', ...unspared], replica);
  const posts = run.objects.filter(({ type }) => type === 'post');
  expect(posts[0]).toMatchObject({ post: 'x:~fj2coK1xR1', outcome: 'quoted', state: 'unreachable' });
  expect(posts.slice(1).map(({ outcome }) => outcome)).toEqual(['captured', 'captured']);
  expect(replica.unexpected).toEqual([]);
});

test('a log tells of every exchange that the records have, of the browser and of the program', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  await folder.run(['archive', 'iss.txt', '--log', 'run.har', '--contact', 'ann@example.org', ...unspared], replica);
  const { log } = JSON.parse(await readFile(join(folder.path, 'run.har'), 'utf8')) as {
    log: { entries: { _by: string; request: { url: string; headers: { name: string; value: string }[] } }[] };
  };
  const [record] = (await folder.run(['show', `x:${seedPosts[0]?.id}`])).objects as readonly {
    exchanges: { url: string; by: string }[];
  }[];
  const logged = new Set(log.entries.map(({ _by, request }) => `${_by} ${request.url}`));
  const missing = record?.exchanges.filter(({ by, url }) => !logged.has(`${by} ${url}`));
  expect([record?.exchanges.length, missing]).toEqual([expect.any(Number), []]);
  expect(new Set(log.entries.map(({ _by }) => _by))).toEqual(new Set(['browser', 'program']));
  const agents = log.entries
    .filter(({ _by }) => _by === 'program')
    .map(({ request }) => request.headers.find(({ name }) => name.toLowerCase() === 'user-agent')?.value);
  expect(new Set(agents)).toEqual(new Set(['embalm/0.1.0 (+mailto:ann@example.org)']));
  expect((await folder.run(['archive', 'iss.txt', '--log', 'none/run.har'], replica)).code).toBe(2);
});

test('a post that is deleted between two runs stays in the archive', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt', '--no-browser', ...unspared], replica);
  for (const { id } of seedPosts) replica.remove(id);
  const run = await folder.run(['run', 'iss.txt', '--no-browser', ...unspared], replica);
  expect(run.objects.filter(({ outcome }) => outcome === 'archived')).toHaveLength(3);
});

test('another post than the article tells of is captured, and the difference is recorded', async () => {
  await using replica = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  replica.shortLink('fj2coK1xR1', `https://twitter.com/roscosmos/status/${seedPosts[1]?.id}/photo/1`);
  const run = await folder.run(['run', 'iss.txt', '--no-browser', ...unspared], replica);
  const mismatches = run.objects.flatMap((object) => (object['mismatches'] as { field: string }[] | undefined) ?? []);
  expect(mismatches.map(({ field }) => field)).toEqual(expect.arrayContaining(['handle', 'text']));
});
