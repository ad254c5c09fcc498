import type { PostId } from '@embalm/post';
import { expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { problemsOf } from '../../test/problems-of.ts';
import { claimOf, draftOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace } from '../../test/temporary-place.ts';
import { openArchive } from '../open/open-archive.ts';

const many = 70;

/** Posts whose days are in another order than their ids, every seventh without an id of its own, half of them in Japanese. */
const posts = Array.from({ length: many }, (_, index) => {
  const post: PostId = index % 7 === 0 ? `x:~a${index}` : `x:${20 + index}`;
  const createdAt = new Date(Date.UTC(2020, 0, 1 + ((index * 29) % many))).toISOString();
  return {
    post,
    draft: draftOf(post, {
      knownAs: ['a', 'b', 'c'].map((name) => `https://t.co/${name}${index}`),
      content: { ...postOf(post, `Number ${index}, ${index % 2 === 0 ? 'even' : '東京都ﾃｽﾄ'}`), createdAt },
      claim: claimOf(`a${index % 3}.txt`),
    }),
  };
});

test('an index made anew finds posts of all kinds by all their names, articles and words', async () => {
  await using place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  for (const { draft } of posts) await archive.commit(draft);
  expect(await archive.reindex()).toStrictEqual({ posts: many, records: many, damaged: [] });
  // Compares every row, name and word with the records.
  expect(await problemsOf(archive)).toStrictEqual([]);
  for (const { post, draft } of posts) {
    for (const name of draft.knownAs) expect(await archive.resolve(name)).toBe(post);
  }
  expect(await collect(archive.list({ article: 'a2.txt' }))).toHaveLength(23);
  expect(await collect(archive.list({ search: '"東京都テスト"' }))).toHaveLength(35);
  expect(await collect(archive.list({ search: 'even', article: 'a2.txt' }))).toHaveLength(12);
});
