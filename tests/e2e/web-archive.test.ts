import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { permalinkPage } from '../replica/payload/permalink-page.ts';
import { seedPosts, stationVideo } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import type { PostSpec } from '../replica/world/post-spec.ts';
import { idAt, statusUrl } from '../replica/world/status-url.ts';
import { type WorkFolder, workFolder } from '../support/work-folder.ts';

const photo = 'https://pbs.twimg.com/media/FNu1ZPaXsAIyjEB.jpg';
const gone: PostSpec = { ...stationVideo, id: idAt('2019-03-05T15:13:36.706Z'), media: [], code: 'goneLink01' };
const article = `${gone.text} pic.twitter.com/goneLink01 — ${gone.author.name} (@${gone.author.handle}) March 5, 2019`;
const page = statusUrl(gone.author.handle, gone.id);

/** How long hosts are spared is tried elsewhere. */
const options = ['--no-browser', '--spacing', '0'];

let replica: Replica;
let folder: WorkFolder;

beforeEach(async () => {
  replica = await startReplica({ posts: seedPosts });
  folder = await workFolder();
  await writeFile(join(folder.path, 'gone.txt'), article);
});

afterEach(async () => {
  expect(replica.unexpected).toEqual([]);
  await folder[Symbol.asyncDispose]();
  await replica[Symbol.asyncDispose]();
});

/** Publish the post, with the short link that the article has. */
function publishGone(): void {
  replica.post(gone);
  replica.shortLink('goneLink01', `${page}/video/1`);
}

/** Run the command on the article; the post, and its newest record. */
async function run(): Promise<readonly [Record<string, unknown> | undefined, Record<string, unknown> | undefined]> {
  const { objects } = await folder.run(['run', 'gone.txt', ...options], replica);
  const post = objects.find(({ type }) => type === 'post');
  const shown = await folder.run(['show', String(post?.['post'])]);
  return [post, shown.objects.at(-1)];
}

function askedOf(host: string): number {
  return replica.requests.filter((request) => request.host === host).length;
}

test('a deleted post is shown as the Internet Archive has it, with its photo, and said to be deleted', async () => {
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'navy' } })
    .jpeg()
    .toBuffer();
  publishGone();
  replica.remove(gone.id, 'This Post was deleted by the Post author. Learn more');
  replica.memento({ timestamp: '20190301000000', original: `${page}0`, body: 'another post' });
  replica.memento({ timestamp: '20190306120000', original: `${page}?s=20`, body: permalinkPage(gone, [photo]) });
  replica.memento({ timestamp: '20190401000000', original: `${photo}:large`, mediaType: 'image/jpeg', body: jpeg });
  const [post, record] = await run();
  expect(post).toMatchObject({ post: `x:${gone.id}`, outcome: 'captured', state: 'deleted', mismatches: [] });
  expect(record).toMatchObject({
    source: 'wayback',
    content: { text: gone.text, author: { handle: gone.author.handle, name: gone.author.name } },
    observation: { state: 'deleted', source: 'x-syndication' },
    memento: {
      url: `https://web.archive.org/web/20190306120000id_/${page}?s=20`,
      original: `${page}?s=20`,
      at: '2019-03-06T12:00:00.000Z',
    },
    identified: { by: 'short-link', confidence: 1 },
    files: {
      'memento/page.html': { role: 'document' },
      'media/1.jpg': { of: photo, from: `https://web.archive.org/web/20190401000000im_/${photo}:large`, width: 64 },
    },
  });
  expect(record?.['answers']).toMatchObject([
    { state: 'deleted', source: 'x-syndication' },
    { state: 'live', source: 'wayback', at: '2019-03-06T12:00:00.000Z' },
  ]);
  expect(askedOf('publish.twitter.com')).toBe(0);
  expect((await folder.run(['verify'])).code).toBe(0);
  const again = await folder.run(['run', 'gone.txt', ...options], replica);
  expect(again.objects[0]).toMatchObject({ outcome: 'archived', state: 'deleted' });
  expect(await folder.sources()).toEqual(['wayback', 'x-syndication']);
});

test('a post that two of X’s endpoints do not find is deleted; without a capture it stays quoted', async () => {
  publishGone();
  replica.remove(gone.id);
  const [post, record] = await run();
  expect(post).toMatchObject({ outcome: 'quoted', state: 'deleted' });
  expect(post?.['reason']).toBe('tweet-result and oembed agree that there is no such post');
  expect(record).toMatchObject({ source: 'quoted', memento: null });
  expect(record?.['answers']).toMatchObject([
    { state: 'unavailable', source: 'x-syndication', reason: 'HTTP 404' },
    { state: 'unavailable', source: 'x-oembed', reason: 'HTTP 404' },
    { state: 'unavailable', source: 'wayback' },
  ]);
});

test('what only oEmbed shows is its text, not live; a later run captures the post', async () => {
  publishGone();
  const fault = replica.fault({ host: 'cdn.syndication.twimg.com' }, { kind: 'not-found' });
  const [post, record] = await run();
  expect(post).toMatchObject({ outcome: 'quoted', state: 'unavailable', reason: 'HTTP 404' });
  expect(record).toMatchObject({ source: 'x-oembed', content: { text: gone.text, media: [] } });
  fault[Symbol.dispose]();
  const [later] = await run();
  expect(later).toMatchObject({ outcome: 'captured', state: 'live' });
  expect(await folder.sources()).toEqual(expect.arrayContaining(['x-oembed', 'x-syndication']));
});

test('a post whose short link is dead is found by author, day and text', async () => {
  const other: PostSpec = { ...gone, id: idAt('2019-03-05T18:00:00Z'), text: 'Another post of that day.' };
  for (const spec of [other, gone]) {
    const original = statusUrl(spec.author.handle, spec.id);
    replica.memento({ timestamp: '20190306120000', original, body: permalinkPage(spec) });
  }
  const [post, record] = await run();
  expect(post).toMatchObject({ post: `x:${gone.id}`, outcome: 'captured', state: 'deleted' });
  expect(record).toMatchObject({
    source: 'wayback',
    identified: { by: 'wayback-search', confidence: 1 },
    knownAs: expect.arrayContaining(['x:~goneLink01']),
    content: { text: gone.text },
  });
  const rendered = await folder.run(['embed', 'https://pic.twitter.com/goneLink01']);
  expect(rendered.out).toContain('Mark Vande Hei');
});

test('a post whose short link is dead, and of which nobody has anything alike, stays quoted', async () => {
  const other: PostSpec = { ...gone, id: idAt('2019-03-05T18:00:00Z'), text: 'Another post of that day.' };
  const original = statusUrl(other.author.handle, other.id);
  replica.memento({ timestamp: '20190306120000', original, body: permalinkPage(other) });
  const [post, record] = await run();
  expect(post).toMatchObject({ post: 'x:~goneLink01', outcome: 'quoted', state: 'unreachable' });
  expect(record).toMatchObject({ identified: null, source: 'quoted' });
});

test('no archive is asked about a post that X shows', async () => {
  const { objects } = await folder.run(['run', 'iss.txt', ...options], replica);
  expect(objects.filter(({ outcome }) => outcome === 'captured')).toHaveLength(3);
  expect(askedOf('web.archive.org')).toBe(0);
  expect(askedOf('publish.twitter.com')).toBe(0);
});

test('what an archive shows while X cannot be reached is kept, and X is asked again', async () => {
  publishGone();
  replica.memento({ timestamp: '20190306120000', original: page, body: permalinkPage(gone) });
  const faults = ['cdn.syndication.twimg.com', 'publish.twitter.com'].map((host) =>
    replica.fault({ host }, { kind: 'rate-limited', resetInSeconds: 900 }),
  );
  const [post] = await run();
  expect(post).toMatchObject({ outcome: 'captured', state: 'unreachable' });
  const [same] = await run();
  expect(same).toMatchObject({ outcome: 'captured', state: 'unreachable', record: post?.['record'] });
  for (const fault of faults) fault[Symbol.dispose]();
  const [later, record] = await run();
  expect(later).toMatchObject({ outcome: 'captured', state: 'live' });
  expect(record).toMatchObject({ source: 'x-syndication', memento: null });
});

test('an archive that is down changes nothing but one answer', async () => {
  publishGone();
  replica.remove(gone.id, 'This Post was deleted by the Post author.');
  replica.fault({ host: 'web.archive.org' }, { kind: 'server-error' });
  const [post, record] = await run();
  expect(post).toMatchObject({ outcome: 'quoted', state: 'deleted' });
  expect(record?.['answers']).toMatchObject([{ state: 'deleted' }, { state: 'unreachable', source: 'wayback' }]);
});
