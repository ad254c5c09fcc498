import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive, SnapshotDraft, StoredSnapshot } from '@embalm/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeDoor, openFakeDoor } from '../../test/fake-door.ts';
import { openTestArchive, type TestArchive } from '../../test/open-test-archive.ts';
import { pngThatClaims } from '../../test/png-that-claims.ts';
import { photoDetail, tombstone, tweetResult, user } from '../../test/tweet-result.ts';
import { listVersions } from '../changes/list-versions.ts';
import { quotePost } from '../sources/quoted.ts';
import type { Source } from '../sources/source.ts';
import { wayback } from '../sources/wayback.ts';
import { xOembed } from '../sources/x-oembed.ts';
import { xSyndication } from '../sources/x-syndication.ts';
import { oembedUrl, tweetResultUrl } from '../x-sites.ts';
import { checkPost } from './check-post.ts';
import type { Checked } from './checked.ts';

const post = 'x:1500127395262201857';
const payloadUrl = tweetResultUrl(post);
const avatar = 'https://pbs.twimg.com/profile_images/1/face.jpg';
const deleted = 'This Post was deleted by the Post author. Learn more';
const json = (payload: unknown): FakeAnswer => ({ status: 200, body: JSON.stringify(payload) });
const claim = {
  article: 'a.txt',
  handle: 'ada_example',
  name: 'Ada',
  date: '2022-03-05',
  text: 'Hello',
  links: [],
  lang: null,
};

let place: TestArchive;
let archive: Archive;

beforeEach(async () => {
  place = await openTestArchive();
  archive = place.archive;
});

afterEach(() => place[Symbol.asyncDispose]());

/** Look at the post, while X says this; how often a full capture was begun comes with it. */
async function check(
  answers: Readonly<Record<string, FakeAnswer>> | FakeAnswer,
  sources: readonly Source[] = [xSyndication, xOembed, wayback],
): Promise<Checked & { readonly door: FakeDoor; readonly captures: number }> {
  const keep = (bytes: Uint8Array) => archive.keep(bytes);
  const isOne = typeof answers === 'string' || answers instanceof Error || 'status' in answers;
  const all = isOne ? { [payloadUrl]: answers as FakeAnswer } : answers;
  const door = openFakeDoor({ [avatar]: { status: 404 }, ...all }, keep);
  let captures = 0;
  const checked = await checkPost(post, {
    archive,
    door,
    sources,
    browser: null,
    glance: false,
    keep,
    timeoutMs: 1000,
    signal: AbortSignal.timeout(9999),
    browserVersion: () => null,
    now: () => new Date('2026-11-22T10:00:00.000Z'),
    inTurn: (begin) => {
      captures += 1;
      return begin();
    },
  });
  return { ...checked, door, captures };
}

/** Archive the post as X shows it, by looking at one of which only a quotation is known. */
async function capture(payload: unknown = tweetResult()): Promise<StoredSnapshot> {
  await quote();
  expect(await check(json(payload))).toMatchObject({ outcome: 'changed', state: 'live' });
  return head();
}

async function quote(change: Partial<SnapshotDraft> = {}): Promise<StoredSnapshot> {
  const observation = {
    state: 'unreachable',
    source: 'quoted',
    at: '2026-11-20T10:00:00.000Z',
    reason: 'offline',
  } as const;
  return archive.commit({
    post,
    capturedAt: observation.at,
    knownAs: ['x:~fj2coK1xR1'],
    observation,
    answers: [],
    source: 'quoted',
    content: quotePost(post, claim),
    claim,
    mismatches: [],
    exchanges: [],
    files: {},
    software: { name: 'embalm', version: '0', browser: null },
    ...change,
  });
}

async function head(): Promise<StoredSnapshot> {
  const found = await archive.head(post);
  if (found === null) throw new Error('There is no record');
  return found;
}

async function ledger(): Promise<readonly string[]> {
  const [name] = await readdir(join(archive.directory, 'checks'));
  return (await readFile(join(archive.directory, 'checks', name ?? ''), 'utf8')).trimEnd().split('\n');
}

async function blobs(): Promise<number> {
  const entries = await readdir(join(archive.directory, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

/** What was asked for by its head alone. */
function heads({ requests }: FakeDoor): readonly string[] {
  return requests.filter(({ method }) => method === 'HEAD').map(({ url }) => url);
}

describe('a file that was missing', () => {
  const photo = 'https://pbs.twimg.com/media/KEY?format=jpg&name=orig';
  const payload = tweetResult({ mediaDetails: [photoDetail('KEY', [0, 0])] });

  it('is asked for at each look, and makes a record when it is there', async () => {
    await capture(payload);
    expect((await head()).record.missing).toHaveLength(2);
    const without = await check(json(payload));
    expect([without.outcome, heads(without.door)[0], heads(without.door).length]).toEqual(['unchanged', photo, 2]);
    const picture = { status: 200, body: pngThatClaims(4, 3) };
    const found = await check({ [payloadUrl]: json(payload), [photo]: picture });
    expect(found).toMatchObject({
      outcome: 'changed',
      captures: 1,
      changes: [{ field: 'file', before: null, after: 'https://pbs.twimg.com/media/KEY.jpg' }],
    });
    const { record } = await head();
    expect([record.n, record.missing?.length, Object.keys(record.files)]).toEqual([
      3,
      1,
      expect.arrayContaining(['media/1.png']),
    ]);
    const after = await check({ [payloadUrl]: json(payload), [photo]: picture });
    expect([after.outcome, heads(after.door).includes(photo)]).toEqual(['unchanged', false]);
  });

  it('that is there and cannot be had all the same makes no record', async () => {
    await capture(payload);
    const large = { status: 200, headers: { 'content-length': String(2 ** 40) }, body: '' };
    const tooLarge = await check({ [payloadUrl]: json(payload), [photo]: large });
    expect(tooLarge).toMatchObject({ outcome: 'unchanged', captures: 0 });
    const empty = await check({ [payloadUrl]: json(payload), [photo]: { status: 200, body: '' } });
    expect(empty).toMatchObject({ outcome: 'unchanged', captures: 1 });
    expect((await head()).record.n).toBe(2);
  });
});

describe('a post that was edited', () => {
  const newer = 'x:1500129000000000000';
  const edit = { edit_control: { edit_tweet_ids: ['1500127395262201857', '1500129000000000000'] }, isEdited: true };
  const answers = {
    [payloadUrl]: json(tweetResult(edit)),
    [tweetResultUrl(newer)]: json(tweetResult({ ...edit, id_str: '1500129000000000000', text: 'Hello, new world' })),
  };

  it('is followed to its newest version, once', async () => {
    await capture();
    const checked = await check(answers);
    expect(checked).toMatchObject({ outcome: 'changed', newer, changes: [{ field: 'edits' }] });
    expect((await archive.head(newer))?.record).toMatchObject({ n: 1, content: { text: 'Hello, new world' } });
    await expect(listVersions(archive, post)).resolves.toEqual([post, newer]);
    await expect(listVersions(archive, newer)).resolves.toEqual([post, newer]);
    await expect(check(answers)).resolves.toMatchObject({ outcome: 'unchanged', newer: null });
  });

  it('is followed later if its newest version could not be had at once', async () => {
    await capture();
    await expect(check({ [payloadUrl]: json(tweetResult(edit)) })).resolves.toMatchObject({ newer: null });
    await expect(listVersions(archive, post)).resolves.toEqual([post]);
    await expect(check(answers)).resolves.toMatchObject({ outcome: 'unchanged', newer });
  });
});

describe('a post that was only quoted', () => {
  it('is captured when X shows it, with what the article says of it', async () => {
    await quote();
    const checked = await check(json(tweetResult()));
    expect(checked).toMatchObject({ outcome: 'changed', captures: 1 });
    expect(checked.changes).toEqual([
      { field: 'state', before: 'unreachable', after: 'live' },
      { field: 'content', before: 'quoted', after: 'x-syndication' },
    ]);
    const { record } = await head();
    expect(record).toMatchObject({ n: 2, source: 'x-syndication', claim: { article: 'a.txt' } });
    expect(record.mismatches.map(({ field }) => field)).toEqual(['text']);
    // The quick look is evidence, too.
    expect(record.answers).toHaveLength(2);
    expect(record.exchanges.filter(({ url }) => url === payloadUrl)).toHaveLength(2);
  });

  it('stays quoted while X says that it is gone', async () => {
    await quote();
    expect(await check(json(tombstone(deleted)))).toMatchObject({ outcome: 'changed', state: 'deleted', captures: 0 });
    expect((await head()).record).toMatchObject({ source: null, content: null });
    expect(await check(json(tombstone(deleted)))).toMatchObject({ outcome: 'unchanged', state: 'deleted' });
  });
});

describe('a captured post', () => {
  it('that X shows as it was leaves a line of at most 400 bytes, and nothing else', async () => {
    const before = await capture();
    const kept = await blobs();
    const checked = await check(
      json(tweetResult({ favorite_count: 900, user: { ...user, profile_image_url_https: '' } })),
    );
    expect(checked).toMatchObject({ outcome: 'unchanged', state: 'live', requests: 1, captures: 0, record: null });
    expect(await head()).toEqual(before);
    expect(await blobs()).toBe(kept);
    expect(await ledger()).toHaveLength(1);
  });

  it.each([
    ['a notice that never ends', tombstone(`${deleted} ${'🛰️ "\\ '.repeat(500)}`)],
    ['a notice of controls', tombstone(`deleted by the Post author ${'\u0001'.repeat(300)}`)],
  ])('of which X shows %s leaves no longer line', async (_, payload) => {
    await capture();
    await check(json(payload));
    expect(await check(json(payload))).toMatchObject({ outcome: 'unchanged' });
    const lines = await ledger();
    expect(lines).toHaveLength(1);
    expect(Buffer.byteLength(`${lines[0]}\n`)).toBeLessThanOrEqual(400);
    expect(await archive.verify()).toMatchObject({ problems: 0 });
  });

  it('that is known to be deleted stays so when it is only "not found"', async () => {
    await capture();
    expect(await check(json(tombstone(deleted)))).toMatchObject({ outcome: 'changed', state: 'deleted' });
    const again = await check({ [oembedUrl(post, 'ada_example')]: 'offline' });
    expect(again).toMatchObject({ outcome: 'unchanged', state: 'deleted', reason: 'HTTP 404' });
    expect(JSON.parse((await ledger()).at(-1) ?? '')).toMatchObject({ state: 'deleted', reason: 'HTTP 404' });
  });

  it('is looked for in no archive: it is in this one', async () => {
    await capture();
    const { door } = await check({ status: 404 });
    expect(door.asked).toEqual([payloadUrl, oembedUrl(post, 'ada_example')]);
  });

  it('of which nobody says anything is asked of X alone, and noted', async () => {
    const before = await capture();
    const checked = await check('offline');
    expect(checked).toMatchObject({ outcome: 'unreachable', state: 'unreachable', record: null });
    expect(checked.door.asked).toEqual([payloadUrl]);
    expect(await head()).toEqual(before);
    expect(await archive.due.of(post)).toMatchObject({ state: 'unreachable' });
  });

  it('that only an older version of this program read otherwise has not changed', async () => {
    const { record } = await capture();
    const { format: _f, version: _v, n: _n, prev: _p, ...draft } = record;
    if (record.content === null) throw new Error('It has content');
    await archive.commit({ ...draft, content: { ...record.content, text: 'misread', truncated: true } });
    expect(await check(json(tweetResult()))).toMatchObject({ outcome: 'unchanged' });
  });

  it('that a full capture finds unchanged after all is only noted', async () => {
    const before = await capture();
    const flicker: Source = {
      ...xSyndication,
      observe: (id, context) => xSyndication.observe(id, { ...context, door }),
    };
    const door = openFakeDoor({ [payloadUrl]: json(tweetResult()) }, (bytes) => archive.keep(bytes));
    const checked = await check(json(tweetResult({ text: 'A flicker', display_text_range: [0, 9] })), [flicker]);
    expect(checked).toMatchObject({ outcome: 'unchanged', captures: 1 });
    expect(await head()).toEqual(before);
  });

  it('that comes back is captured again', async () => {
    await capture();
    await check(json(tombstone(deleted)));
    const back = await check(json(tweetResult()));
    expect(back).toMatchObject({ outcome: 'changed', captures: 1 });
    expect(back.changes).toEqual([{ field: 'state', before: 'deleted', after: 'live' }]);
  });

  it('whose record cannot be trusted is said, and nobody is asked', async () => {
    const { path } = await capture();
    const file = join(archive.directory, path);
    await writeFile(`${file}.new`, (await readFile(file, 'utf8')).replace('Hello', 'Jello'));
    await rename(`${file}.new`, file);
    const checked = await check(json(tweetResult()));
    expect(checked).toMatchObject({ outcome: 'damaged', requests: 0 });
    expect(checked.reason).toContain('is damaged');
    expect(checked.door.asked).toEqual([]);
  });
});
