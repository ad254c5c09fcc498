import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { tombstone, tweetResult } from '../../test/tweet-result.ts';
import { tweetResultUrl } from '../x-sites.ts';
import type { Answer } from './source.ts';
import { xSyndication } from './x-syndication.ts';

const post = 'x:1500127395262201857';
const url = tweetResultUrl(post);

function observe(answer: FakeAnswer): Promise<Answer> {
  const context = { keep: () => Promise.reject(new Error('Not needed')), timeoutMs: 1000 };
  return xSyndication.observe(post, {
    ...context,
    door: openFakeDoor({ [url]: answer }),
    signal: AbortSignal.timeout(9999),
  });
}

const json = (payload: unknown): FakeAnswer => ({ status: 200, body: JSON.stringify(payload) });

describe('x-syndication', () => {
  it('shows a post, and keeps the payload as it came', async () => {
    const body = `${JSON.stringify(tweetResult())}\n`;
    const answer = await observe({ status: 200, body });
    expect(answer.observation).toMatchObject({
      state: 'live',
      source: 'x-syndication',
      at: '2026-01-01T00:00:00.001Z',
      post: { id: post, text: 'Hello, world', counts: { asOf: '2026-01-01T00:00:00.001Z' } },
    });
    expect(answer.exchanges).toHaveLength(1);
    expect(answer.files).toEqual({
      'payload/syndication.json': {
        ...answer.exchanges[0]?.response?.body,
        mediaType: 'application/json',
        role: 'payload',
        of: null,
        from: url,
        rung: null,
        width: null,
        height: null,
      },
    });
  });

  it.each([
    ['a 404', { status: 404 }, 'unavailable', 'HTTP 404'],
    ['an empty payload', json({}), 'unavailable', 'an empty payload'],
    [
      'a tombstone',
      json(tombstone('This Post was deleted by the Post author.')),
      'deleted',
      'This Post was deleted by the Post author.',
    ],
    ['a notice nobody knows', json(tombstone('Hm.')), 'unavailable', 'Hm.'],
    [
      'a 429',
      { status: 429, retryAt: Date.UTC(2026, 0, 1) },
      'unreachable',
      'HTTP 429, no requests before 2026-01-01T00:00:00.000Z',
    ],
    ['a 503', { status: 503 }, 'unreachable', 'HTTP 503'],
    ['a 403', { status: 403 }, 'unreachable', 'HTTP 403'],
    ['a redirect', { status: 302, headers: { location: 'https://x.com/' } }, 'unreachable', 'HTTP 302'],
    ['broken JSON', { status: 200, body: '{"__typename":"Tweet"' }, 'unreachable', 'the payload is no object'],
    ['a page', { status: 200, body: '<!doctype html>' }, 'unreachable', 'the payload is no object'],
    ['no body', { status: 200 }, 'unreachable', 'the payload is no object'],
    ['another post', json(tweetResult({ id_str: '20' })), 'unreachable', 'the answer is about another post, x:20'],
    ['no network', 'offline', 'unreachable', `${url.slice(0, 200)}… could not be read: its name is not known.`],
  ] satisfies readonly (readonly [string, FakeAnswer, string, string])[])(
    'says what %s means',
    async (_, fake, state, reason) => {
      const { observation, exchanges } = await observe(fake);
      expect(observation).toMatchObject({ state, reason, source: 'x-syndication' });
      expect(exchanges).toHaveLength(1);
    },
  );

  it('keeps a payload that says nothing, too, but no page of an error', async () => {
    await expect(observe(json({}))).resolves.toMatchObject({ files: { 'payload/syndication.json': { bytes: 2 } } });
    await expect(observe({ status: 404, body: 'Not found' })).resolves.toMatchObject({ files: {} });
  });

  it('hands over which fields were surprising', async () => {
    await expect(observe(json(tweetResult({ entities: [] })))).resolves.toMatchObject({
      observation: { state: 'live' },
      diagnostics: [{ path: 'entities', problem: 'surprising' }],
    });
  });

  it('passes on the reason of an abort', async () => {
    await expect(observe(new Error('ctrl-C'))).rejects.toThrow('ctrl-C');
  });
});
