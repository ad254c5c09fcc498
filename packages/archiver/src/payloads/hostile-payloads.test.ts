import { parsePost } from '@embalm/post';
import { assert as check, constantFrom, dictionary, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosePayload, readLivePost, readPayload } from '../../test/read-payload.ts';
import { photoDetail, tweetResult } from '../../test/tweet-result.ts';

describe('hostile payloads', () => {
  it('cannot reach what every object inherits (safe)', () => {
    const payload: unknown = JSON.parse(
      '{"__proto__":{"id_str":"20","user":{"name":"x"}},"constructor":{"prototype":{"id_str":"20"}},"id_str":"21"}',
    );
    const post = readLivePost(payload);
    expect(post).toMatchObject({ id: 'x:21', author: { handle: '', name: '' } });
    expect(({} as Record<string, unknown>)['id_str']).toBeUndefined();
  });

  it('may nest a hundred thousand deep (safe)', () => {
    const payload: unknown = JSON.parse(`{"id_str":"20","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(readLivePost(payload).text).toBe('');
  });

  it('may quote and quote and quote (safe)', () => {
    let payload = tweetResult();
    for (let depth = 0; depth < 2000; depth += 1) payload = tweetResult({ quoted_tweet: payload, parent: null });
    expect(() => parsePost(readLivePost(payload))).not.toThrow();
    expect(diagnosePayload(payload).at(-1)?.path).toMatch(/^(?:quoted_tweet\.?){9}$/);
  });

  it('may be long: lists end after 500 items, strings of a megabyte are none (safe)', () => {
    const long = tweetResult({
      text: 'x'.repeat(1_000_000),
      mediaDetails: Array.from({ length: 10_000 }, () => photoDetail('k', [0, 0])),
    });
    const post = readLivePost(long);
    expect(post.text).toBe('');
    expect(post.media).toHaveLength(500);
  });

  it('of any kind give a sound post, or none', () => {
    const keys = Object.keys(
      tweetResult({ quoted_tweet: {}, mediaDetails: [], card: {}, birdwatch_pivot: {}, in_reply_to_screen_name: '' }),
    );
    const anything = dictionary(constantFrom(...keys, 'text', 'indices', 'url', 'type'), jsonValue({ maxDepth: 4 }));
    let live = 0;
    check(
      property(anything, (fields) => {
        const reading = readPayload(tweetResult(fields));
        if (reading.kind !== 'live') return;
        live += 1;
        expect(parsePost(reading.post)).toEqual(reading.post);
      }),
      { seed: 20, numRuns: 1000 },
    );
    expect(live).toBeGreaterThan(300);
  });
});
