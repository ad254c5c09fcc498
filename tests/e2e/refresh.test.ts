import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crewPhoto, fourPhotos, seedPosts, stationVideo } from '../replica/posts.ts';
import { type Replica, startReplica } from '../replica/start-replica.ts';
import type { PostSpec } from '../replica/world/post-spec.ts';
import { idAt } from '../replica/world/status-url.ts';
import { ledgerLines } from '../support/ledger-lines.ts';
import { looksSince } from '../support/looks-since.ts';
import { type Run, runEmbalm } from '../support/run-embalm.ts';
import { networkOf, type WorkFolder, workFolder } from '../support/work-folder.ts';

const payloads = 'cdn.syndication.twimg.com';
/** Whoever starts a browser there ends with 4. */
const noBrowser = { EMBALM_CHROMIUM: '/nowhere/chromium' };

function nameOf({ id }: PostSpec): PostId {
  return `x:${id}`;
}

async function blobsOf(archive: string): Promise<readonly string[]> {
  const entries = await readdir(join(archive, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('one archived post after the other', () => {
  let replica: Replica;
  let folder: WorkFolder;
  const video = stationVideo;
  const crew: PostSpec = { ...crewPhoto, author: { ...crewPhoto.author, id: '1234567' } };
  const renamed: PostSpec = {
    ...crew,
    author: { ...crew.author, name: 'Roscosmos State Corporation', handle: 'roscosmos_ru' },
  };

  beforeAll(async () => {
    replica = await startReplica({ posts: [...seedPosts, fourPhotos] });
    replica.post(crew);
    folder = await workFolder();
    expect((await folder.run(['run', 'iss.txt', '--spacing', '0'], replica)).code).toBe(0);
    expect((await folder.run(['archive', nameOf(fourPhotos), '--spacing', '0'], replica)).code).toBe(0);
  });

  afterAll(async () => {
    expect(replica.unexpected).toEqual([]);
    await folder[Symbol.asyncDispose]();
    await replica[Symbol.asyncDispose]();
  });

  async function refresh(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
    return runEmbalm(['refresh', ...args, '--spacing', '0', ...networkOf(replica)], { cwd: folder.path, env });
  }

  async function show(post: PostId): Promise<readonly Record<string, unknown>[]> {
    return (await folder.run(['show', post])).objects;
  }

  test('that has not changed: one request, one line of at most 400 bytes, no browser, no other byte', async () => {
    const archive = join(folder.path, 'archive');
    const [before, from] = [await blobsOf(archive), replica.requests.length];
    replica.post({ ...fourPhotos, likes: 123_456, replies: 789 });
    const run = await refresh([nameOf(fourPhotos)], noBrowser);
    expect(run.code).toBe(0);
    expect(run.objects).toMatchObject([
      { type: 'check', post: nameOf(fourPhotos), outcome: 'unchanged', state: 'live', requests: 1, changes: [] },
      { type: 'summary', ended: 'done', checked: 1, outcomes: { unchanged: 1, changed: 0 } },
    ]);
    const lines = await ledgerLines(archive);
    expect(lines).toHaveLength(1);
    expect(Buffer.byteLength(`${lines[0]}\n`)).toBeLessThanOrEqual(400);
    expect(await blobsOf(archive)).toEqual(before);
    expect(await show(nameOf(fourPhotos))).toHaveLength(1);
    expect([...looksSince(replica, from)]).toEqual([[fourPhotos.id, 1]]);
  });

  test('that was edited: a second record, captured in full, and diff says what changed', async () => {
    replica.post({ ...video, text: video.text.replace('clearly', 'perhaps'), media: [] });
    const run = await refresh([nameOf(video)]);
    expect(run.objects[0]).toMatchObject({ outcome: 'changed', state: 'live' });
    const [, record] = await show(nameOf(video));
    expect(record).toMatchObject({ n: 2, source: 'x-embed', files: { 'screenshot/light.png': {} } });
    const diff = await folder.run(['diff', nameOf(video)]);
    expect(diff.code).toBe(1);
    const changes = diff.objects[0]?.['changes'] as readonly Record<string, string | null>[];
    expect(changes.map(({ field }) => field)).toEqual(['text', 'media']);
    expect(changes[0]?.['after']).toContain('perhaps');
    expect(changes[1]).toMatchObject({ before: expect.stringMatching(/^video /), after: null });
    expect(run.objects[0]?.['changes']).toEqual(changes);
    expect((await folder.run(['diff', nameOf(video), '2', '2'])).code).toBe(0);
    expect((await folder.run(['diff', nameOf(video), '2', '9'])).code).toBe(2);
  });

  test('whose author was renamed: a second record, without pictures where no browser is wanted', async () => {
    replica.post(renamed);
    const run = await refresh([nameOf(crew), '--no-browser'], noBrowser);
    expect(run.objects[0]).toMatchObject({
      outcome: 'changed',
      changes: [
        { field: 'name', before: crew.author.name, after: renamed.author.name },
        { field: 'handle', before: crew.author.handle, after: renamed.author.handle },
      ],
    });
    const [, record] = await show(nameOf(crew));
    expect(record).toMatchObject({ source: 'x-syndication', content: { author: { handle: 'roscosmos_ru' } } });
  });

  test('that was deleted: the notice is kept, no byte is lost, and its content is still shown', async () => {
    const archive = join(folder.path, 'archive');
    const before = await blobsOf(archive);
    replica.remove(video.id, 'This Post was deleted by the Post author. Learn more');
    const run = await refresh([nameOf(video)], noBrowser);
    expect(run.code).toBe(0);
    expect(run.objects[0]).toMatchObject({
      outcome: 'changed',
      state: 'deleted',
      changes: [{ field: 'state', before: 'live', after: 'deleted' }],
    });
    expect((await show(nameOf(video))).at(-1)).toMatchObject({
      n: 3,
      content: null,
      observation: { state: 'deleted' },
    });
    expect(await blobsOf(archive)).toEqual(expect.arrayContaining([...before]));
    const { out } = await folder.run(['embed', nameOf(video)]);
    expect(out).toContain('is perhaps threatening');
    expect(out).toContain('deleted');
    const again = await refresh([nameOf(video)], noBrowser);
    expect(again.objects[0]).toMatchObject({ outcome: 'unchanged', state: 'deleted' });
  });

  test('that is not found any more: deleted, because two of X’s endpoints agree', async () => {
    replica.remove(fourPhotos.id);
    const fault = replica.fault({ host: 'publish.twitter.com' }, { kind: 'server-error' });
    const first = await refresh([nameOf(fourPhotos)], noBrowser);
    expect(first.objects[0]).toMatchObject({ outcome: 'changed', state: 'unavailable', reason: 'HTTP 404' });
    fault[Symbol.dispose]();
    const second = await refresh([nameOf(fourPhotos)], noBrowser);
    expect(second.objects[0]).toMatchObject({ changes: [{ before: 'unavailable', after: 'deleted' }] });
    replica.post(fourPhotos);
    const third = await refresh([nameOf(fourPhotos)]);
    expect(third.objects[0]).toMatchObject({ changes: [{ before: 'deleted', after: 'live' }] });
  });

  test('that nobody answers for: said with an exit code, noted, and tried again soon', async () => {
    const count = (await ledgerLines(join(folder.path, 'archive'))).length;
    using _ = replica.fault({ host: payloads }, { kind: 'rate-limited', resetInSeconds: 900 });
    const run = await refresh([nameOf(crew)], noBrowser);
    expect(run.code).toBe(1);
    expect(run.objects[0]).toMatchObject({ outcome: 'unreachable', state: 'unreachable' });
    const lines = await ledgerLines(join(folder.path, 'archive'));
    expect(lines).toHaveLength(count + 1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ post: nameOf(crew), state: 'unreachable' });
    expect(lines.every((line) => Buffer.byteLength(line) < 400)).toBe(true);
    expect((await show(nameOf(crew))).at(-1)).toMatchObject({ n: 2 });
  });

  test('history tells all of it', async () => {
    const records = await folder.run(['history', nameOf(video)]);
    expect(records.objects).toMatchObject([
      { type: 'record', n: 1, state: 'live', source: 'x-embed', changes: [] },
      { type: 'record', n: 2, state: 'live', changes: [{ field: 'text' }, { field: 'media' }] },
      { type: 'record', n: 3, state: 'deleted', source: null, changes: [{ field: 'state' }] },
    ]);
    const all = await folder.run(['history', nameOf(video), '--checks']);
    expect(all.objects.map(({ type }) => type)).toEqual(['record', 'record', 'record', 'check']);
    const other = await folder.run(['history', nameOf(fourPhotos), '--checks']);
    expect(other.objects.map(({ type, state }) => [type, state])).toEqual([
      ['record', 'live'],
      ['check', 'live'],
      ['record', 'unavailable'],
      ['record', 'deleted'],
      ['record', 'live'],
    ]);
  });

  test('a run over an article starts no browser for posts that are archived and gone', async () => {
    const run = await runEmbalm(['run', 'iss.txt', ...networkOf(replica)], { cwd: folder.path, env: noBrowser });
    expect(run.code).toBe(0);
    expect(run.objects[0]).toMatchObject({ post: nameOf(video), outcome: 'archived', state: 'deleted' });
  });

  test('the archive is whole', async () => {
    expect((await folder.run(['verify'])).code).toBe(0);
  });

  test('nothing was asked for', async () => {
    expect((await refresh([])).code).toBe(2);
    expect((await refresh(['--due', nameOf(video)])).code).toBe(2);
    expect((await refresh(['--due', '--all'])).code).toBe(2);
    expect((await refresh(['x:404'])).code).toBe(2);
    expect((await refresh(['--due', '--archive', 'nowhere'])).code).toBe(2);
  });
});

test('a post whose new version has an id of its own: history and show of the old one find the new one', async () => {
  const old: PostSpec = { ...crewPhoto, id: idAt('2024-05-06T10:00:00.000Z'), media: [], text: 'Before', lang: 'en' };
  await using replica = await startReplica({ posts: [old] });
  await using folder = await workFolder();
  const run = (...args: readonly string[]) => folder.run([...args, '--no-browser', '--spacing', '0'], replica);
  expect((await run('archive', nameOf(old))).code).toBe(0);
  const edited: PostSpec = { ...old, id: idAt('2024-05-06T10:10:00.000Z'), text: 'After' };
  const versions = [old.id, edited.id];
  replica.post({ ...old, versions });
  replica.post({ ...edited, versions });
  const refreshed = await run('refresh', nameOf(old));
  expect(refreshed.objects[0]).toMatchObject({ outcome: 'changed', post: nameOf(old), newer: nameOf(edited) });
  const { objects: moments } = await folder.run(['history', nameOf(old)]);
  const told = moments.map(({ post }) => post);
  expect([told.length, new Set(told)]).toEqual([3, new Set([nameOf(old), nameOf(edited)])]);
  const { objects: records } = await folder.run(['show', nameOf(old)]);
  expect(records.at(-1)).toMatchObject({ post: nameOf(edited), content: { text: 'After' } });
  expect((await folder.run(['verify'])).code).toBe(0);
});
