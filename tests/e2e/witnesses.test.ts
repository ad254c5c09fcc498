import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedPosts } from '../replica/posts.ts';
import { plainAnswer } from '../replica/reply.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';

const witnessHosts: ReadonlySet<string> = new Set(['api.x.com', 'api.fxtwitter.com', 'api.vxtwitter.com']);
const payloads = { host: 'cdn.syndication.twimg.com' };
const oembed = { host: 'publish.twitter.com' };
const options = ['--no-browser', '--spacing', '0'];
const [first, second, third] = seedPosts.map(({ id }) => `x:${id}`);

interface ShownRecord {
  readonly source: string;
  readonly observation: { readonly state: string; readonly source: string };
  readonly answers: readonly { readonly source: string; readonly state: string; readonly reason: string | null }[];
  readonly exchanges: readonly { readonly url: string; readonly method: string }[];
  readonly files: Readonly<Record<string, unknown>>;
}

let replica: Replica;
let folder: WorkFolder;

beforeAll(async () => {
  replica = await startReplica({ posts: seedPosts });
  folder = await workFolder();
});
afterAll(async () => {
  expect(await folder.sources()).toEqual(
    expect.arrayContaining(['fxtwitter', 'guest-graphql', 'vxtwitter', 'x-oembed', 'x-syndication']),
  );
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

function askedWitnesses(from = 0): readonly string[] {
  return replica.requests.slice(from).flatMap(({ host }) => (witnessHosts.has(host) ? [host] : []));
}

async function show(post: string | undefined, archive: string): Promise<ShownRecord> {
  const { objects } = await folder.run(['show', String(post), '--archive', archive]);
  return objects.at(-1) as unknown as ShownRecord;
}

const witnesses = ['guest-graphql', 'fxtwitter', 'vxtwitter'].flatMap((name) => ['--witness', name]);

test('nobody asks a witness who was not named, or for a post that X shows', async () => {
  await folder.run(['archive', 'iss.txt', '--archive', 'shown', ...options, ...witnesses], replica);
  {
    using _ = replica.fault(payloads, { kind: 'garbage' });
    await folder.run(['archive', 'iss.txt', '--archive', 'unnamed', ...options], replica);
  }
  expect(replica.requests.length).toBeGreaterThan(10);
  expect(askedWitnesses()).toEqual([]);
});

describe('while X cannot be reached', () => {
  test.each([
    ['guest-graphql', ['api.x.com']],
    ['fxtwitter', ['api.fxtwitter.com']],
    ['vxtwitter', ['api.vxtwitter.com']],
  ])('%s stands in, with the media, and the record says so', async (witness, hosts) => {
    using _ = replica.fault(payloads, { kind: 'garbage' });
    const before = replica.requests.length;
    const args = ['archive', String(third), '--archive', witness, ...options, '--witness', witness];
    const run = await folder.run(args, replica);
    expect(run.objects).toMatchObject([{ outcome: 'captured', state: 'unreachable' }]);
    expect(new Set(askedWitnesses(before))).toEqual(new Set(hosts));
    const record = await show(third, witness);
    expect(record).toMatchObject({ source: witness, observation: { state: 'unreachable', source: 'x-syndication' } });
    expect(record.answers).toContainEqual(expect.objectContaining({ source: witness, state: 'live' }));
    const name = witness === 'guest-graphql' ? 'payload/graphql.json' : `payload/${witness}.json`;
    expect(Object.keys(record.files)).toEqual(expect.arrayContaining([name, 'media/1.jpg']));
    expect(record.exchanges.some(({ url }) => witnessHosts.has(new URL(url).host))).toBe(true);
  });

  test('the page names the service that stood in', async () => {
    const { out } = await folder.run(['embed', String(third), '--archive', 'fxtwitter']);
    expect(out).toContain('· FxTwitter');
    const { out: own } = await folder.run(['embed', String(third), '--archive', 'guest-graphql']);
    expect(own).not.toContain('FxTwitter');
  });

  test('a later run takes what X shows instead', async () => {
    const run = await folder.run(['archive', String(third), '--archive', 'fxtwitter', ...options], replica);
    expect(run.objects).toMatchObject([{ outcome: 'captured', state: 'live' }]);
    expect(await show(third, 'fxtwitter')).toMatchObject({ source: 'x-syndication' });
  });
});

test('a witness that agrees makes a post deleted; what it alone says does not', async () => {
  using _oembed = replica.on(oembed, () => plainAnswer(403, 'Forbidden'));
  replica.remove(String(first).slice(2));
  replica.remove(String(second).slice(2), 'This Post was deleted by the Post author. Learn more');
  using _ = replica.fault({ ...payloads, query: { id: String(second).slice(2) } }, { kind: 'garbage' });
  const run = await folder.run(['archive', 'iss.txt', '--archive', 'gone', ...options, ...witnesses], replica);
  expect(run.objects.map(({ post, state }) => [post, state])).toEqual([
    [first, 'deleted'],
    [second, 'deleted'],
    [third, 'live'],
  ]);
  const record = await show(first, 'gone');
  expect(record.observation).toMatchObject({ source: 'guest-graphql' });
  const hearsay = ['archive', String(second), '--archive', 'hearsay', ...options, '--witness', 'fxtwitter'];
  expect((await folder.run(hearsay, replica)).objects).toMatchObject([{ state: 'unavailable' }]);
});

test('a refresh asks the witnesses for a post that X does not find any more', async () => {
  const before = replica.requests.length;
  using _ = replica.on(oembed, () => plainAnswer(403, 'Forbidden'));
  const run = await folder.run(['refresh', String(first), '--archive', 'shown', ...options, ...witnesses], replica);
  expect(run.objects).toContainEqual(expect.objectContaining({ post: first, outcome: 'changed', state: 'deleted' }));
  expect(askedWitnesses(before)).toEqual(['api.x.com', 'api.x.com']);
});

test('a witness that does not exist is a mistake of the user, and the help says who learns what', async () => {
  const run = await folder.run(['archive', 'iss.txt', '--witness', 'nitter']);
  expect([run.code, run.err]).toEqual([
    2,
    expect.stringContaining('Expected one of guest-graphql, fxtwitter, vxtwitter.'),
  ]);
  for (const command of ['run', 'archive', 'refresh']) {
    const { out } = await folder.run([command, '--help']);
    expect(out.replace(/\s+/g, ' ')).toContain('they learn which posts you look for');
  }
});
