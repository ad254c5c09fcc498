import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../replica/fault.ts';
import { seedPosts } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { workFolder } from '../support/work-folder.ts';

const host = 'cdn.syndication.twimg.com';
const [, , third] = seedPosts;
let replica: Replica;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts });
});

afterAll(() => replica[Symbol.asyncDispose]());

describe('one post fails, and the other two are captured', () => {
  const cases: readonly (readonly [string, Fault, { readonly outcome: string; readonly state: string }])[] = [
    ['404', { kind: 'not-found' }, { outcome: 'quoted', state: 'unavailable' }],
    ['{}', { kind: 'empty-object' }, { outcome: 'quoted', state: 'unavailable' }],
    [
      'a tombstone',
      { kind: 'tombstone', text: 'This Post was deleted by the Post author. Learn more' },
      { outcome: 'quoted', state: 'deleted' },
    ],
    [
      'a notice nobody has seen yet',
      { kind: 'tombstone', text: 'Something else happened here' },
      { outcome: 'quoted', state: 'unavailable' },
    ],
    [
      '429 with a reset far away',
      { kind: 'rate-limited', resetInSeconds: 900 },
      { outcome: 'quoted', state: 'unreachable' },
    ],
    ['a server error', { kind: 'server-error' }, { outcome: 'quoted', state: 'unreachable' }],
    ['half an answer', { kind: 'truncated' }, { outcome: 'quoted', state: 'unreachable' }],
    ['broken JSON', { kind: 'garbage' }, { outcome: 'quoted', state: 'unreachable' }],
    [
      'a redirect into the local network',
      { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data/' },
      { outcome: 'quoted', state: 'unreachable' },
    ],
    ['an answer that never ends', { kind: 'stalled' }, { outcome: 'quoted', state: 'unreachable' }],
  ];

  test.each(cases)('%s', async (_name, wrong, expected) => {
    using _fault = replica.fault({ host, query: { id: third?.id ?? '' } }, wrong);
    await using folder = await workFolder();
    const run = await folder.run(['run', 'iss.txt', '--timeout', '12'], replica);
    expect(run.code).toBe(0);
    const posts = run.objects.filter(({ type }) => type === 'post');
    expect(posts.map(({ outcome }) => outcome)).toEqual(['captured', 'captured', expected.outcome]);
    expect(posts[2]).toMatchObject(expected);
    expect(posts[2]?.['reason']).toEqual(expect.any(String));
    expect(replica.unexpected).toEqual([]);
    expect((await folder.run(['verify'])).code).toBe(0);
  });
});

test('a slow answer within the time is an answer', async () => {
  using _fault = replica.fault({ host, query: { id: third?.id ?? '' } }, { kind: 'slow', ms: 3000 });
  await using folder = await workFolder();
  const run = await folder.run(['run', 'iss.txt'], replica);
  expect(run.objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(3);
});

test('a short link into the local network is not followed', async () => {
  using _fault = replica.fault({ path: '/mvawyRmlMD' }, { kind: 'redirect', to: 'http://169.254.169.254/' });
  await using folder = await workFolder();
  const run = await folder.run(['run', 'iss.txt'], replica);
  expect(run.objects[2]).toMatchObject({ post: 'x:~mvawyRmlMD', outcome: 'quoted', state: 'unreachable' });
  expect(replica.requests.some((request) => request.host === '169.254.169.254')).toBe(false);
});

test('photos that are gone leave the post captured', async () => {
  using _fault = replica.fault({ host: 'pbs.twimg.com', path: /^\/media\// }, { kind: 'not-found' });
  await using folder = await workFolder();
  const run = await folder.run(['run', 'iss.txt'], replica);
  expect(run.code).toBe(0);
  expect(run.objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(3);
});

test('a post that is deleted between two runs stays in the archive', async () => {
  await using own = await startReplica({ posts: seedPosts });
  await using folder = await workFolder();
  await folder.run(['run', 'iss.txt'], own);
  own.remove(third?.id ?? '');
  const run = await folder.run(['run', 'iss.txt'], own);
  expect(run.objects.filter(({ outcome }) => outcome === 'archived')).toHaveLength(3);
});

test('another post than the article tells of is captured, and the difference is recorded', async () => {
  await using own = await startReplica({ posts: seedPosts });
  const [first, second] = seedPosts;
  own.shortLink('fj2coK1xR1', `https://twitter.com/roscosmos/status/${second?.id}/photo/1`);
  expect(first).toBeDefined();
  await using folder = await workFolder();
  const run = await folder.run(['run', 'iss.txt'], own);
  const mismatches = run.objects.flatMap((object) => (object['mismatches'] as { field: string }[] | undefined) ?? []);
  expect(mismatches.map(({ field }) => field)).toEqual(expect.arrayContaining(['handle', 'text']));
});
