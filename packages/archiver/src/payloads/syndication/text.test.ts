import type { Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { diagnosePayload, readLivePost } from '../../../test/read-payload.ts';
import { photoDetail, tweetResult } from '../../../test/tweet-result.ts';

/** Entities as `kind text`. */
function entitiesOf(post: Post): readonly string[] {
  return post.entities.map(({ type, range }) => `${type} ${post.text.slice(...range)}`);
}

const link = (indices: readonly number[]): Readonly<Record<string, unknown>> => ({
  url: 'https://t.co/aaaaaaaaaa',
  expanded_url: 'https://example.org/a?b=1&c=2',
  display_url: 'example.org/a',
  indices,
});

describe('its text', () => {
  it('has its entities where they are, in UTF-16 units after decoding', () => {
    const post = readLivePost(
      tweetResult({
        text: '🚀🚀 &lt;#Tag&gt; &amp; @Ada_Example $ABC https://t.co/aaaaaaaaaa',
        display_text_range: [0, 65],
        entities: {
          hashtags: [{ text: 'Tag', indices: [7, 11] }],
          user_mentions: [{ screen_name: 'ada_example', name: 'Ada', indices: [22, 34] }],
          symbols: [{ text: 'abc', indices: [35, 39] }],
          urls: [link([40, 63])],
        },
      }),
    );
    expect(post.text).toBe('🚀🚀 <#Tag> & @Ada_Example $ABC https://t.co/aaaaaaaaaa');
    expect(entitiesOf(post)).toEqual([
      'hashtag #Tag',
      'mention @Ada_Example',
      'cashtag $ABC',
      'link https://t.co/aaaaaaaaaa',
    ]);
    expect(post.entities.at(-1)).toMatchObject({
      url: 'https://example.org/a?b=1&c=2',
      display: 'example.org/a',
      short: 'https://t.co/aaaaaaaaaa',
    });
  });

  it('loses the link of its media at the end, and only there', () => {
    const url = 'https://t.co/mmmmmmmmmm';
    const end = readLivePost(
      tweetResult({ text: `Look ${url}`, display_text_range: [0, 4], mediaDetails: [photoDetail('k', [5, 28])] }),
    );
    expect(end).toMatchObject({ text: 'Look', entities: [] });
    const middle = readLivePost(
      tweetResult({ text: `${url} look`, display_text_range: [0, 28], mediaDetails: [photoDetail('k', [0, 23])] }),
    );
    expect(middle.text).toBe(`${url} look`);
    expect(entitiesOf(middle)).toEqual([`link ${url}`]);
  });

  it('loses the handles of those it answers, and their entities', () => {
    const post = readLivePost(
      tweetResult({
        text: '@bob @carol thanks @dave',
        display_text_range: [12, 24],
        in_reply_to_screen_name: 'bob',
        entities: {
          hashtags: [],
          urls: [],
          symbols: [],
          user_mentions: [
            { screen_name: 'bob', indices: [0, 4] },
            { screen_name: 'carol', indices: [5, 11] },
            { screen_name: 'dave', indices: [19, 24] },
          ],
        },
      }),
    );
    expect(post.text).toBe('thanks @dave');
    expect(entitiesOf(post)).toEqual(['mention @dave']);
  });

  it.each([
    ['UTF-16 units', [0, 8]],
    ['code points', [0, 6]],
  ])('is cut at a range in %s', (_, range) => {
    const payload = tweetResult({
      text: '🚀🚀 hey https://t.co/mmmmmmmmmm',
      display_text_range: range,
      mediaDetails: [photoDetail('k', [7, 30])],
    });
    expect(readLivePost(payload).text).toBe('🚀🚀 hey');
    expect(diagnosePayload(payload)).toEqual([]);
  });

  it.each([[[0, 5]], [[3, 12]], [[0, 99]], [[1, 31]]])('is not cut at a range that would hide words: %j', (range) => {
    const payload = tweetResult({
      text: '🚀 Hello, world https://t.co/mmmmmmmmmm',
      display_text_range: range,
      mediaDetails: [photoDetail('k', [15, 38])],
    });
    expect(readLivePost(payload).text).toBe('🚀 Hello, world');
    expect(diagnosePayload(payload)).toEqual([{ path: 'display_text_range', problem: 'surprising' }]);
  });

  it('without a range loses its media link, and as a reply its leading handles', () => {
    const fields = {
      text: '@bob @carol Look https://t.co/mmmmmmmmmm',
      display_text_range: undefined,
      mediaDetails: [photoDetail('k', [17, 40])],
    };
    expect(readLivePost(tweetResult(fields)).text).toBe('@bob @carol Look');
    expect(readLivePost(tweetResult({ ...fields, in_reply_to_screen_name: 'bob' })).text).toBe('Look');
  });

  it('keeps as plain text what is not what it is said to be', () => {
    const payload = tweetResult({
      text: 'A #tag, @ada and https://t.co/aaaaaaaaaa',
      display_text_range: [0, 40],
      entities: {
        hashtags: [{ text: 'other', indices: [2, 6] }],
        symbols: [{ text: 'x' }],
        user_mentions: [{ screen_name: 'ada', indices: [12, 8] }],
        urls: [link([16, 40]), link([40, 40]), link([99, 122])],
      },
    });
    expect(readLivePost(payload).entities).toEqual([]);
    expect(
      diagnosePayload(payload)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual([
      'entities.hashtags[0]',
      'entities.urls[0]',
      'entities.urls[1]',
      'entities.urls[2]',
      'entities.user_mentions[0].indices',
    ]);
  });

  it('keeps the first of two entities that overlap', () => {
    const post = readLivePost(
      tweetResult({
        text: '#a',
        display_text_range: [0, 2],
        entities: {
          hashtags: [
            { text: 'a', indices: [0, 2] },
            { text: 'A', indices: [0, 2] },
          ],
          urls: [],
          symbols: [],
          user_mentions: [],
        },
      }),
    );
    expect(entitiesOf(post)).toEqual(['hashtag #a']);
  });

  it.each([
    ['missing', undefined, [{ path: 'entities', problem: 'missing' }]],
    ['an empty array', [], [{ path: 'entities', problem: 'surprising' }]],
    [
      'without its lists',
      {},
      ['hashtags', 'urls', 'user_mentions', 'symbols'].map((list) => ({
        path: `entities.${list}`,
        problem: 'missing',
      })),
    ],
    [
      'with objects for lists',
      { hashtags: {}, urls: {}, user_mentions: {}, symbols: {} },
      ['hashtags', 'symbols', 'user_mentions', 'urls'].map((list) => ({
        path: `entities.${list}`,
        problem: 'surprising',
      })),
    ],
  ])('is plain when entities are %s, and still loses its media link', (_, entities, diagnostics) => {
    const payload = tweetResult({
      text: 'A #tag https://t.co/mmmmmmmmmm',
      display_text_range: [0, 6],
      entities,
      mediaDetails: [photoDetail('k', [7, 30])],
    });
    expect(readLivePost(payload)).toMatchObject({ text: 'A #tag', entities: [], media: { length: 1 } });
    expect(diagnosePayload(payload)).toEqual(diagnostics);
  });
});
