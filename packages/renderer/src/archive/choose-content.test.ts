import { expect, test } from 'vitest';
import { makePost } from '../../test/make-post.ts';
import { makeReference } from '../../test/make-reference.ts';
import { openTestArchive } from '../../test/test-archive.ts';
import { chooseContent } from './choose-content.ts';
import { collect } from './collect.ts';
import { findMismatches } from './find-mismatches.ts';

const claim = {
  article: 'a.txt',
  handle: 'orbitwatch',
  name: 'Orbit Watch',
  date: '2022-03-05',
  text: 'As quoted',
  links: [],
  lang: null,
};
const reference = makeReference('x', 'x', {
  handle: 'orbitwatch',
  name: 'Orbit Watch',
  date: '2022-03-05',
  text: 'As quoted',
});
const unreachable = {
  state: 'unreachable',
  source: 'x-embed',
  at: '2023-01-01T00:00:00.000Z',
  reason: 'no network',
} as const;
const deleted = {
  state: 'deleted',
  source: 'x-embed',
  at: '2024-01-01T00:00:00.000Z',
  reason: 'This Post was deleted.',
} as const;
const { id } = makePost();

test('the newest capture is shown, before any quotation', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: makePost({ text: 'first' }) });
  await store.commit({ content: makePost({ text: 'second' }) });
  await store.commit({ content: makePost({ text: 'quoted' }), source: 'quoted', observation: unreachable });
  const records = await collect(store.archive.history(id));
  expect(chooseContent(records, reference)).toMatchObject({
    post: { text: 'second' },
    source: 'x-embed',
    observation: { state: 'live' },
  });
});

test('what became of the original is what the newest answer says that is one', async () => {
  await using store = await openTestArchive();
  const first = await store.commit({ content: makePost({ text: 'first' }) });
  await store.commit({ content: null, post: id, observation: deleted });
  await store.commit({ content: null, post: id, observation: unreachable });
  const chosen = chooseContent(await collect(store.archive.history(id)), null);
  expect(chosen).toMatchObject({ post: { text: 'first' }, observation: deleted });
  expect(chosen?.from.sha256).toBe(first.sha256);
});

test('of quotations the one of this article is shown, else the newest', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: makePost({ text: 'As quoted' }), source: 'quoted', observation: unreachable });
  await store.commit({ content: makePost({ text: 'Quoted otherwise' }), source: 'quoted', observation: unreachable });
  const records = await collect(store.archive.history(id));
  expect(chooseContent(records, reference)?.post.text).toBe('As quoted');
  expect(chooseContent(records, null)?.post.text).toBe('Quoted otherwise');
});

test('without content there is nothing to show', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: null, post: id, observation: deleted });
  expect(chooseContent(await collect(store.archive.history(id)), reference)).toBeNull();
  expect(chooseContent([], reference)).toBeNull();
});

test('mismatches are those found for the same words', async () => {
  await using store = await openTestArchive();
  const mismatches = [{ field: 'text', claimed: 'As quoted', found: 'first', similarity: 0.1 }] as const;
  await store.commit({ claim, mismatches });
  const records = await collect(store.archive.history(id));
  const chosen = chooseContent(records, reference);
  if (chosen === null) throw new Error('There is content');
  expect(findMismatches(records, chosen, reference)).toEqual(mismatches);
  expect(findMismatches(records, chosen, null)).toEqual([]);
});

test('for words that nobody compared, author and day are', async () => {
  await using store = await openTestArchive();
  await store.commit();
  const records = await collect(store.archive.history(id));
  const chosen = chooseContent(records, reference);
  if (chosen === null) throw new Error('There is content');
  expect(findMismatches(records, chosen, { ...reference, handle: 'OrbitWatch' })).toEqual([]);
  expect(findMismatches(records, chosen, { ...reference, handle: 'NASAWatch', date: '2022-03-06' })).toEqual([
    { field: 'handle', claimed: 'NASAWatch', found: 'orbitwatch', similarity: null },
    { field: 'date', claimed: '2022-03-06', found: '2022-03-05', similarity: null },
  ]);
});

test('the handle in a link is no claim: links lead to a post whatever handle they have', async () => {
  await using store = await openTestArchive();
  await store.commit();
  const records = await collect(store.archive.history(id));
  const chosen = chooseContent(records, null);
  if (chosen === null) throw new Error('There is content');
  expect(
    findMismatches(records, chosen, { ...reference, kind: 'post-url', handle: 'i', name: null, text: null }),
  ).toEqual([]);
});
