import { describe, expect, test } from 'vitest';
import { collect } from '../../test/collect.ts';
import { draftOf, postOf } from '../../test/snapshots.ts';
import { temporaryPlace, type TemporaryPlace } from '../../test/temporary-place.ts';
import { openArchive } from '../open/open-archive.ts';
import { toFullTextQuery } from './full-text.ts';

const texts = [
  'threatening the ISS program. #NASA #Ukraine pic.twitter.com/fj2coK1xR1',
  'Éric habite à Zürich; l’été, il part à Kraków.',
  'Дмитрий Рогозин: «Вина за развал проекта»',
  '東京都の天気は晴れです。ﾃｽﾄ',
  '国际空间站项目',
  '서울에서 만나요',
  'สวัสดีชาวโลก',
  'हिन्दी में लिखा',
  'مرحبا بالعالم',
  'a snake_case and C++ and "quotes" OR NOT (',
] as const;

async function archiveOfTexts(): Promise<TemporaryPlace> {
  const place = await temporaryPlace();
  await using archive = await openArchive(place.path);
  for (const [index, text] of texts.entries()) {
    await archive.commit(draftOf(`x:${100 + index}`, { content: postOf(`x:${100 + index}`, text) }));
  }
  return place;
}

describe('a search finds', () => {
  test.each([
    ['iss', [0]],
    ['ISS nasa', [0]],
    ['nasa roscosmos', []],
    ['fj2coK1xR1', [0]],
    ['#Ukraine', [0]],
    ['eric', [1]],
    ['zurich krakow ete', [1]],
    ['рогозин', [2]],
    ['"вина за развал"', [2]],
    ['"развал за"', []],
    ['разв*', [2]],
    ['разв', []],
    ['東京', [3]],
    ['京都', [3]],
    ['天気 東京', [3]],
    ['東気', []],
    ['テスト', [3]],
    ['空间', [4]],
    ['站', [4]],
    ['서울', [5]],
    ['โลก', [6]],
    ['हिन्दी', [7]],
    ['بالعالم', [8]],
    ['snake_case', [9]],
    ['NOT', [9]],
    ['C++ OR', [9]],
    ['example', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['', []],
    ['!!! ***', []],
    ['"', []],
    ['text:iss', []],
    ['nothing OR iss', []],
  ] as const)('%s', async (search, found) => {
    await using place = await archiveOfTexts();
    await using archive = await openArchive(place.path, { readOnly: true });
    const posts = (await collect(archive.list({ search }))).map(({ post }) => Number(post.slice(2)) - 100);
    expect(posts).toStrictEqual(found);
  });
});

test('a search has a most number of words', () => {
  expect(toFullTextQuery('a '.repeat(32))).toHaveLength(32 * 3 + 31 * 5);
  expect(() => toFullTextQuery('a '.repeat(33))).toThrow('at most 32 words');
});
