import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { expect, test } from 'vitest';
import { draftOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import type { Archive } from '../archive.ts';
import type { Check } from '../ledger/check.ts';
import { openArchive } from '../open/open-archive.ts';
import { spreadOut } from './spread-out.ts';

const minute = 60_000;
const day = 86_400_000;
const start = Date.parse('2026-11-22T10:00:00.000Z');
const due = { kind: 'due', platform: 'x' } as const;

/** A clock that a test sets. */
function clockAt(ms: number): { at: number; readonly now: () => Date } {
  const clock = { at: ms, now: () => new Date(clock.at) };
  return clock;
}

/** Commit posts, each captured `step` ms after the one before. */
async function commitPosts(archive: Archive, posts: readonly PostId[], step = day / 4): Promise<void> {
  for (const [index, post] of posts.entries()) {
    await archive.commit(draftOf(post, { capturedAt: new Date(start + index * step).toISOString() }));
  }
}

async function checkOf(archive: Archive, post: PostId, at: number, state: Check['state'] = 'live'): Promise<Check> {
  const record = (await archive.head(post))?.sha256 ?? '';
  const reason = state === 'live' ? null : 'a reason';
  return { post, record, state, source: 'x-syndication', at: new Date(at).toISOString(), reason };
}

test('posts are due a while after their capture, the longest overdue first', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start);
  await using archive = await openArchive(place.path, { now: clock.now });
  await commitPosts(archive, ['x:30', 'x:20', 'x:~AbCdEfGhIj']);
  expect(await archive.due.claim(due, 10, minute)).toStrictEqual([]);
  const nextAt = spreadOut('x:30', start, start + day);
  expect(await archive.due.nextAt('x')).toBe(nextAt);
  clock.at = nextAt - 1;
  expect(await archive.due.count('x')).toBe(0);
  clock.at = nextAt;
  expect(await archive.due.count('x')).toBe(1);
  clock.at = start + 2 * day;
  expect(await archive.due.count('x')).toBe(2);
  expect(await archive.due.claim(due, 10, minute)).toStrictEqual(['x:30', 'x:20']);
});

test('nobody else gets a post while somebody holds it; a lease that is not renewed expires', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start + 2 * day);
  await using one = await openArchive(place.path, { now: clock.now });
  await using other = await openArchive(place.path, { now: clock.now });
  await commitPosts(one, ['x:20', 'x:21', 'x:22']);
  expect(await one.due.claim(due, 2, minute)).toStrictEqual(['x:20', 'x:21']);
  expect(await other.due.claim(due, 2, minute)).toStrictEqual(['x:22']);
  expect(await other.due.claim({ kind: 'named', posts: ['x:20', 'x:22'] }, 2, minute)).toStrictEqual([]);
  expect(await one.due.nextAt('x')).toBeNull();
  await other.due.release(['x:20', 'x:22']);
  expect(await other.due.claim(due, 9, minute)).toStrictEqual(['x:22']);
  clock.at += minute / 2;
  await one.due.renew(minute);
  clock.at += minute / 2;
  expect(await other.due.claim(due, 9, minute)).toStrictEqual(['x:22']);
  clock.at += minute / 2;
  expect(await other.due.claim(due, 9, minute)).toStrictEqual(['x:20', 'x:21']);
});

test('what has been noted is not due, whoever noted it and whoever kept the lease', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start + 2 * day);
  await using one = await openArchive(place.path, { now: clock.now });
  await using other = await openArchive(place.path, { now: clock.now });
  await commitPosts(one, ['x:20', 'x:21']);
  await one.due.claim(due, 1, minute);
  await one.note(await checkOf(one, 'x:20', clock.at));
  await one.due.release(['x:20']);
  expect(await other.due.claim(due, 9, minute)).toStrictEqual(['x:21']);
  // Calm for two days: the next look is two days on.
  expect(await other.due.of('x:20')).toMatchObject({
    checkedAt: clock.at,
    changedAt: start,
    nextAt: spreadOut('x:20', clock.at, clock.at + 2 * day),
  });
});

test('all posts can be gone through by pages; those that were looked at meanwhile are passed over', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start + day);
  await using archive = await openArchive(place.path, { now: clock.now });
  await commitPosts(archive, ['x:20', 'x:21', 'x:22', 'x:23']);
  const all = { kind: 'all', platform: 'x', before: clock.at } as const;
  expect(await archive.due.claim({ ...all, after: null }, 2, minute)).toStrictEqual(['x:20', 'x:21']);
  await archive.note(await checkOf(archive, 'x:22', clock.at + 1));
  expect(await archive.due.claim({ ...all, after: 'x:21' }, 2, minute)).toStrictEqual(['x:23']);
});

test('a post that nobody can be asked about is looked at within the hour, however calm it was', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start + 90 * day);
  await using archive = await openArchive(place.path, { now: clock.now });
  await commitPosts(archive, ['x:20']);
  await archive.note(await checkOf(archive, 'x:20', clock.at, 'unreachable'));
  expect(await archive.due.of('x:20')).toMatchObject({
    since: clock.at,
    nextAt: spreadOut('x:20', clock.at, clock.at + 60 * minute),
  });
});

test('the table made anew from records and ledger is the same, whatever lines are damaged', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start + 3 * day);
  await using archive = await openArchive(place.path, { now: clock.now });
  const posts: readonly PostId[] = ['x:20', 'x:21', 'x:22', 'x:23', 'x:~AbCdEfGhIj'];
  await commitPosts(archive, posts);
  await archive.note(await checkOf(archive, 'x:20', start + day));
  await archive.note(await checkOf(archive, 'x:21', start + day, 'unreachable'));
  clock.at = Date.parse('2026-12-02T10:00:00.000Z');
  await archive.note(await checkOf(archive, 'x:20', clock.at));
  const gone = { state: 'deleted', source: 'x-syndication', at: clock.now().toISOString(), reason: 'Deleted' } as const;
  await archive.commit(draftOf('x:22', { capturedAt: gone.at, observation: gone, content: null, source: null }));
  const rows = () => Promise.all(posts.map((post) => archive.due.of(post)));
  const before = await rows();
  expect(before.map((row) => row?.nextAt)).toStrictEqual([
    spreadOut('x:20', clock.at, clock.at + (clock.at - start)),
    spreadOut('x:21', start + day, start + day + 60 * minute),
    spreadOut('x:22', clock.at, clock.at + 7 * day),
    spreadOut('x:23', start + (3 * day) / 4, start + (7 * day) / 4),
    null,
  ]);
  await archive.reindex();
  expect(await rows()).toStrictEqual(before);
  const ledger = join(place.path, 'checks/2026-11.jsonl');
  await writeFile(ledger, `[]\n${await readFile(ledger, 'utf8')}`);
  await archive.reindex();
  expect(await rows()).toStrictEqual(before);
});

test('who may only read sees the times, and takes no lease', async () => {
  await using place = await temporaryPlace();
  const clock = clockAt(start);
  await using archive = await openArchive(place.path, { now: clock.now });
  await commitPosts(archive, ['x:20']);
  await using reader = await openArchive(place.path, { readOnly: true, now: clock.now });
  expect(await reader.due.nextAt('x')).toBe(spreadOut('x:20', start, start + day));
  await expect(reader.due.claim(due, 1, minute)).rejects.toThrow('reading only');
});
