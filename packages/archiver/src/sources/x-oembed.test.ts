import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { oembedAnswer } from '../../test/payloads/one-post.ts';
import { oembedUrl } from '../x-sites.ts';
import type { Answer } from './source.ts';
import { xOembed } from './x-oembed.ts';

const post = 'x:1500127395262201857';
const url = oembedUrl(post, 'ada_example');

function observe(answer: FakeAnswer, handle: string | null = 'ada_example'): Promise<Answer> {
  return xOembed.observe(post, {
    door: openFakeDoor({ [oembedUrl(post, handle)]: answer }),
    keep: () => Promise.reject(new Error('Not needed')),
    hint: { handle, date: null },
    timeoutMs: 1000,
    signal: AbortSignal.timeout(9999),
  });
}

const json = (status: number, payload: unknown): FakeAnswer => ({ status, body: JSON.stringify(payload) });

describe('x-oembed', () => {
  it('tells the text and the author of a post, and keeps the answer as it came', async () => {
    const answer = await observe(json(200, oembedAnswer));
    expect(answer.observation).toMatchObject({
      state: 'live',
      source: 'x-oembed',
      at: '2026-01-01T00:00:00.001Z',
      post: {
        id: post,
        text: 'Tom & Jerry 🚀 #ISS $TSLA @NASA https://t.co/aaaaaaaaaa',
        author: { handle: 'ada_example' },
      },
    });
    expect(answer.notFoundAt).toBeUndefined();
    expect(answer.files).toMatchObject({ 'payload/oembed.json': { role: 'payload', from: url } });
  });

  it('asks for a post whose author nobody knows', async () => {
    await expect(observe(json(200, oembedAnswer), null)).resolves.toMatchObject({ observation: { state: 'live' } });
    expect(oembedUrl(post, null)).toContain(encodeURIComponent('/i/status/1500127395262201857'));
    expect(oembedUrl(post, '../x')).toBe(oembedUrl(post, null));
  });

  it.each([
    ['a 404', json(404, { error: 'Sorry, that page does not exist.' }), 'unavailable', 'HTTP 404', 'oembed'],
    ['a 410', { status: 410 }, 'unavailable', 'HTTP 410', 'oembed'],
    [
      'a refusal',
      json(403, { error: 'Sorry, you are not authorized to see this status.', request: '/oembed' }),
      'protected',
      'Sorry, you are not authorized to see this status.',
      undefined,
    ],
    ['a refusal without a word', { status: 403 }, 'unavailable', 'HTTP 403', undefined],
    ['a 429', { status: 429 }, 'unreachable', 'HTTP 429', undefined],
    ['a 503', { status: 503 }, 'unreachable', 'HTTP 503', undefined],
    ['a page', { status: 200, body: '<!doctype html>' }, 'unreachable', 'the payload is no object', undefined],
    ['an empty object', json(200, {}), 'unreachable', 'the payload names no post', undefined],
    [
      'another post',
      json(200, { ...oembedAnswer, url: 'https://twitter.com/ada_example/status/20' }),
      'unreachable',
      'the answer is about another post, x:20',
      undefined,
    ],
    ['no network', 'offline', 'unreachable', expect.stringContaining('its name is not known'), undefined],
  ] satisfies readonly (readonly [string, FakeAnswer, string, unknown, string | undefined])[])(
    'says what %s means',
    async (_, fake, state, reason, notFoundAt) => {
      const answer = await observe(fake);
      expect(answer.observation).toMatchObject({ state, reason, source: 'x-oembed' });
      expect(answer.notFoundAt).toBe(notFoundAt);
      expect(answer.exchanges).toHaveLength(1);
    },
  );

  it('passes on the reason of an abort', async () => {
    await expect(observe(new Error('ctrl-C'))).rejects.toThrow('ctrl-C');
  });
});
