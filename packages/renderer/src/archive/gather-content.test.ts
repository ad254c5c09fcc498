import { expect, test } from 'vitest';
import { makePost } from '../../test/make-post.ts';
import { openTestArchive, type TestArchive } from '../../test/test-archive.ts';
import { chooseContent } from './choose-content.ts';
import { collect } from './collect.ts';
import { dataSink } from './data-sink.ts';
import { gatherContent, type Gathered } from './gather-content.ts';

const newest = makePost({ id: 'x:30', text: 'Three', replyTo: { handle: 'a', id: 'x:20' } });

async function gather({ archive }: TestArchive): Promise<Gathered> {
  const records = await collect(archive.history(newest.id));
  const chosen = chooseContent(records, null);
  if (chosen === null) throw new RangeError('There is nothing to show.');
  return gatherContent(archive, records, chosen, dataSink);
}

test('a conversation is put together from what the archive has of it', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: makePost({ id: 'x:10', text: 'One', replyTo: { handle: 'a', id: 'x:5' } }) });
  await store.commit({ content: makePost({ id: 'x:20', text: 'Two', replyTo: { handle: 'a', id: 'x:10' } }) });
  await store.commit({ content: newest });
  const { post } = await gather(store);
  const parent = post.parent?.type === 'post' ? post.parent.post : null;
  expect(parent?.text).toBe('Two');
  expect(parent?.parent).toMatchObject({ type: 'post', post: { text: 'One', parent: null } });
});

test('posts that answer each other in a circle end', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: makePost({ id: 'x:20', text: 'Two', replyTo: { handle: 'a', id: 'x:30' } }) });
  await store.commit({ content: newest });
  const { post } = await gather(store);
  expect(post.parent).toMatchObject({ type: 'post', post: { text: 'Two', parent: null } });
});

test('versions are the captures that differ, and those of the ids that edits made', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: makePost({ id: 'x:29', text: 'Three!' }) });
  const edited = { ...newest, edits: { ids: ['x:29', 'x:30'] as const, edited: true } };
  await store.commit({ content: edited, capturedAt: '2022-03-08T00:00:00.000Z' });
  await store.commit({ content: { ...edited, counts: null }, capturedAt: '2022-03-09T00:00:00.000Z' });
  await store.commit({ content: { ...edited, text: 'Cut' }, capturedAt: '2022-03-10T00:00:00.000Z' });
  const { versions } = await gather(store);
  expect(versions.map(({ post, capturedAt }) => `${capturedAt.slice(0, 10)} ${post.text}`)).toEqual([
    '2022-03-07 Three!',
    '2022-03-08 Three',
    '2022-03-10 Cut',
  ]);
});

test('a post that never changed has no versions', async () => {
  await using store = await openTestArchive();
  await store.commit({ content: newest });
  await store.commit({ content: newest, capturedAt: '2022-03-09T00:00:00.000Z' });
  expect((await gather(store)).versions).toEqual([]);
});
