import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ImportPlace, importPlace } from '../../test/import-place.ts';
import { v1Post } from '../../test/payloads/one-post.ts';
import { tombstone } from '../../test/tweet-result.ts';

const post = 'x:1500127395262201857';

let place: ImportPlace;

beforeEach(async () => {
  place = await importPlace();
});

afterEach(() => place[Symbol.asyncDispose]());

describe('recorded payloads', () => {
  test('are JSON: as old as the file says', async () => {
    expect(await place.importAs('post.json', JSON.stringify(v1Post))).toMatchObject({ kind: 'payload', added: 1 });
    const record = await place.head(post);
    expect(record).toMatchObject({ capturedAt: '2022-03-07T00:00:00.000Z', source: 'import:payload', exchanges: [] });
    expect(Object.keys(record.files)).toEqual(['payload/import.json']);
  });

  test('are JSON Lines: a bad line does not stop the others', async () => {
    const lines = [JSON.stringify(v1Post), '{', '', JSON.stringify({ ...v1Post, id_str: '20' })];
    expect(await place.importAs('posts.jsonl', lines.join('\n'))).toMatchObject({
      added: 2,
      problems: ['line 2 is no JSON'],
    });
  });

  test.each([
    ['a list', [v1Post, { ...v1Post, id_str: '20' }]],
    ['a search', { statuses: [v1Post, { ...v1Post, id_str: '20' }] }],
  ])('may be %s', async (_, payload) => {
    expect(await place.importAs('posts.json.gz', gzipSync(JSON.stringify(payload)))).toMatchObject({ added: 2 });
  });

  test.each([
    ['text', 'hello', 'it is neither JSON, nor JSON Lines, nor a page'],
    ['other JSON', '{"a":1}', 'it names no post'],
    [
      'a notice of an unknown post',
      JSON.stringify(tombstone('This Post is from a suspended account.')),
      'does not say of which post',
    ],
    ['nothing', '', 'it is neither JSON'],
  ])('that are %s are refused', async (_, content, message) => {
    await expect(place.importAs('file', content)).rejects.toThrow(message);
  });
});

test('a payload that is a notice about the post it names is kept as one', async () => {
  const text = 'This Tweet from @ada_example has been withheld in response to a report from the copyright holder.';
  const withheld = { ...v1Post, full_text: text, display_text_range: [0, text.length], withheld_copyright: true };
  expect(await place.importAs('post.json', JSON.stringify(withheld))).toMatchObject({ added: 1, problems: [] });
  expect(await place.head(post)).toMatchObject({
    content: null,
    observation: { state: 'withheld', source: 'import:payload', reason: text },
  });
});
