import { setTimeout as delay } from 'node:timers/promises';
import { barePost, type PostId } from '@embalm/post';
import { type Archive, openArchive, type SnapshotDraft } from '@embalm/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestArchive, type TestArchive } from '../../test/open-test-archive.ts';
import { openFakeDoor } from '../../test/fake-door.ts';
import { tombstone, tweetResult } from '../../test/tweet-result.ts';
import type { Door } from '../door/door.ts';
import type { Source } from '../sources/source.ts';
import type { Checked } from './checked.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import { type RunContext, type RunLimits, runRefresh } from './run-refresh.ts';
import type { Selection } from './wanted-pages.ts';

/** When answers of a fake door come. */
const start = Date.parse('2026-01-01T00:00:00.000Z');
const captured = start - 100 * 86_400_000;
const due = { kind: 'due' } as const;

let place: TestArchive;
let archive: Archive;
let clock: number;

beforeEach(async () => {
  clock = start;
  place = await openTestArchive(() => new Date(clock));
  archive = place.archive;
});

afterEach(() => place[Symbol.asyncDispose]());

/** Archive so many posts; all of them are due. */
async function commitPosts(count: number): Promise<readonly PostId[]> {
  const posts = Array.from({ length: count }, (_, index): PostId => `x:${1_500_000_000_000_000_000n + BigInt(index)}`);
  for (const post of posts) await archive.commit(draftOf(post));
  return posts;
}

function draftOf(post: PostId): SnapshotDraft {
  const at = new Date(captured).toISOString();
  const observation = { state: 'deleted', source: 'x-syndication', at, reason: 'gone' } as const;
  return {
    post,
    capturedAt: at,
    knownAs: [],
    observation,
    answers: [],
    source: 'wayback',
    content: barePost({ id: post, handle: 'ada', name: 'Ada', text: 'Hello' }),
    claim: null,
    mismatches: [],
    exchanges: [],
    files: {},
    software: { name: 'embalm', version: '0', browser: null },
  };
}

interface Ran {
  readonly summary: RefreshSummary;
  readonly checked: readonly Checked[];
  /** Requests at the same time, at most. */
  readonly atOnce: number;
}

/** Run with a door that gives each post the same payload after `ms`. */
async function run(
  selection: Selection,
  limits: RunLimits = {},
  settings: Partial<RunContext> & { readonly payload?: object; readonly ms?: number; readonly store?: Archive } = {},
): Promise<Ran> {
  const {
    payload = tombstone('This Post was deleted by the Post author.'),
    ms = 1,
    store = archive,
    ...others
  } = settings;
  const fake = openFakeDoor({});
  const checked: Checked[] = [];
  let [running, atOnce] = [0, 0];
  const ask: Door['ask'] = async (request) => {
    running += 1;
    atOnce = Math.max(atOnce, running);
    await delay(ms, undefined, { signal: request.signal }).finally(() => (running -= 1));
    const id = new URL(request.url).searchParams.get('id') ?? '';
    const body = JSON.stringify({ ...payload, ...('id_str' in payload ? { id_str: id } : {}) });
    return openFakeDoor({ [request.url]: { status: 200, body } }, (bytes) => store.keep(bytes)).ask(request);
  };
  const summary = await runRefresh(selection, limits, {
    archive: store,
    wayOut: async () => ({ door: { ...fake, ask } }),
    sources: [],
    browser: null,
    captures: 2,
    keep: (bytes) => store.keep(bytes),
    timeoutMs: 1000,
    signal: new AbortController().signal,
    browserVersion: () => null,
    now: () => new Date(clock),
    onChecked: (one) => checked.push(one),
    ...others,
  });
  return { summary, checked, atOnce };
}

it('looks at all that is due, four at a time, each once', async () => {
  const posts = await commitPosts(40);
  const { summary, checked, atOnce } = await run(due, {}, { ms: 20 });
  expect(summary).toMatchObject({ ended: 'done', checked: 40, outcomes: { unchanged: 40 }, requests: 40, left: 0 });
  expect(checked.map(({ post }) => post).toSorted()).toEqual(posts);
  expect(atOnce).toBe(4);
  expect((await run(due)).summary).toMatchObject({ checked: 0, requests: 0 });
});

it('captures no more at a time than it may; one that hangs ends before the next begins', async () => {
  await commitPosts(12);
  let [running, atOnce, ended] = [0, 0, 0];
  const hanging: Source = {
    name: 'x-embed',
    kind: 'x',
    async observe(_, context) {
      running += 1;
      atOnce = Math.max(atOnce, running);
      await delay(context.timeoutMs);
      running -= 1;
      ended += 1;
      const at = new Date(clock).toISOString();
      return { observation: { state: 'unreachable', source: 'x-embed', at, reason: 'late' }, exchanges: [], files: {} };
    },
  };
  const settings = { payload: tweetResult(), sources: [hanging], captures: 2, timeoutMs: 20 };
  const { summary } = await run({ kind: 'all' }, {}, settings);
  expect(atOnce).toBe(2);
  expect(running).toBe(0);
  expect(ended).toBe(summary.checked);
  expect(summary).toMatchObject({ ended: 'silent', outcomes: { unreachable: summary.checked } });
});

it('two runs share the work', async () => {
  const posts = await commitPosts(40);
  await using other = await openArchive(archive.directory, { now: () => new Date(clock) });
  const runs = await Promise.all([run(due), run(due, {}, { store: other })]);
  const checked = runs.flatMap((one) => one.checked.map(({ post }) => post));
  expect(checked.toSorted()).toEqual(posts);
});

it('what a run that died was at is looked at when its leases have expired', async () => {
  const posts = await commitPosts(3);
  let held: readonly PostId[];
  {
    await using dead = await openArchive(archive.directory, { now: () => new Date(clock) });
    held = await dead.due.claim({ kind: 'due', platform: 'x' }, 2, 60_000);
  }
  expect((await run(due)).checked.map(({ post }) => post)).toEqual(posts.filter((post) => !held.includes(post)));
  expect((await run({ kind: 'named', posts })).summary).toMatchObject({ checked: 1 });
  clock += 60_000;
  expect((await run(due)).checked.map(({ post }) => post).toSorted()).toEqual(held.toSorted());
});

it('an interrupted run says so, and leaves the rest to the next one', async () => {
  await commitPosts(40);
  const stop = new AbortController();
  let seen = 0;
  const onChecked = (): void => {
    seen += 1;
    if (seen === 6) stop.abort(new Error('ctrl-C'));
  };
  const { summary } = await run(due, {}, { onChecked, signal: stop.signal, ms: 5 });
  expect(summary).toMatchObject({ ended: 'interrupted', left: 40 - summary.checked });
  expect(summary.checked).toBeLessThan(12);
  expect((await run(due)).summary).toMatchObject({ ended: 'done', checked: 40 - summary.checked });
  expect((await run(due, {}, { signal: stop.signal })).summary).toMatchObject({ ended: 'interrupted', checked: 0 });
});

it('an error that is nobody’s answer ends the run, when what is under way has ended', async () => {
  await commitPosts(40);
  const full = new Error('No room left');
  let seen = 0;
  const onChecked = (): void => {
    seen += 1;
    if (seen === 3) throw full;
  };
  await expect(run(due, {}, { onChecked })).rejects.toBe(full);
  const left = await archive.due.count('x');
  expect(left).toBeLessThan(40);
  expect((await run(due)).summary).toMatchObject({ ended: 'done', checked: left });
});

it('a budget and a time are kept', async () => {
  await commitPosts(40);
  expect((await run(due, { budget: 21 })).summary).toMatchObject({ ended: 'budget', checked: 21, left: 19 });
  const { summary } = await run(due, { maxTimeMs: 30 }, { ms: 20 });
  expect(summary.ended).toBe('time');
  expect(summary.left).toBe(19 - summary.checked);
});

it('without a network nothing is looked at, and nothing noted', async () => {
  await commitPosts(5);
  const closed = { door: null, reason: 'there is no network' } as const;
  expect((await run(due, {}, { wayOut: () => Promise.resolve(closed) })).summary).toMatchObject({
    ended: 'offline',
    checked: 0,
    left: 5,
  });
});
