import { barePost, type Observation, type State } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { openFakeDoor } from '../../test/fake-door.ts';
import type { Answer, Source } from '../sources/source.ts';
import { observePost, type Observed } from './observe-post.ts';

const post = 'x:1500127395262201857';
const at = '2026-01-02T03:04:05.678Z';
const memento = { url: 'https://web.archive.org/web/1', original: 'https://twitter.com/1', at };

const kinds = {
  'x-embed': 'x',
  'x-syndication': 'x',
  'x-oembed': 'witness',
  'guest-graphql': 'witness',
  fxtwitter: 'hearsay',
  vxtwitter: 'hearsay',
  wayback: 'archive',
} as const;
type Name = keyof typeof kinds;

interface Said {
  readonly state: State;
  readonly notFoundAt?: string;
}

/** Observe with sources that say these things; the names of those that were asked come with it. */
async function observe(
  said: Partial<Record<Name, State | Said>>,
): Promise<Observed & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const sources = Object.entries(said).map(([name, what]): Source => {
    const source = name as Name;
    return {
      name: source,
      kind: kinds[source],
      observe: async () => {
        asked.push(source);
        return toAnswer(source, typeof what === 'string' ? { state: what } : what);
      },
    };
  });
  const context = { door: openFakeDoor({}), keep: () => Promise.reject(new Error('Not needed')), timeoutMs: 1000 };
  return { ...(await observePost(post, sources, { ...context, signal: AbortSignal.timeout(9999) })), asked };
}

function toAnswer(source: Name, { state, notFoundAt }: Said): Answer {
  const reason = `${source} says ${state}`;
  const shown = barePost({ id: post, handle: 'a', name: 'A', text: source });
  const observation: Observation =
    state === 'live' ? { state, source, at, post: shown } : { state, source, at, reason };
  return {
    observation,
    notFoundAt,
    memento: source === 'wayback' && state === 'live' ? memento : undefined,
    exchanges: [],
    files: { [`payload/${source}.json`]: {} as never },
  };
}

const notFound = (endpoint: string): Said => ({ state: 'unavailable', notFoundAt: endpoint });

describe('observing a post', () => {
  it('ends with the first source of X that shows it', async () => {
    const seen = await observe({ 'x-embed': 'live', 'x-syndication': 'live', 'x-oembed': 'live', wayback: 'live' });
    expect(seen.asked).toEqual(['x-embed']);
    expect(seen).toMatchObject({ observation: { state: 'live' }, shown: { source: 'x-embed' }, memento: null });
  });

  it.each(['deleted', 'suspended', 'protected', 'age-restricted', 'withheld'] as const)(
    'asks no witness about a post that is %s, but an archive for what it was',
    async (state) => {
      const seen = await observe({ 'x-embed': state, 'x-syndication': 'live', 'x-oembed': 'live', wayback: 'live' });
      expect(seen.asked).toEqual(['x-embed', 'wayback']);
      expect(seen).toMatchObject({ observation: { state, source: 'x-embed' }, shown: { source: 'wayback' }, memento });
    },
  );

  it('never takes the word of a witness alone for live', async () => {
    const seen = await observe({ 'x-syndication': 'unreachable', 'x-oembed': 'live', wayback: 'unavailable' });
    expect(seen).toMatchObject({
      observation: { state: 'unreachable', source: 'x-syndication' },
      shown: { source: 'x-oembed', post: { text: 'x-oembed' } },
      memento: null,
    });
    expect(seen.answers.map(({ state }) => state)).toEqual(['unreachable', 'live', 'unavailable']);
  });

  it('prefers the whole post of an archive to the text of a witness', async () => {
    const seen = await observe({ 'x-syndication': notFound('tweet-result'), 'x-oembed': 'live', wayback: 'live' });
    expect(seen).toMatchObject({ observation: { state: 'unavailable' }, shown: { source: 'wayback' }, memento });
  });

  it('never takes what an archive shows for what is', async () => {
    await expect(observe({ wayback: 'live' })).resolves.toMatchObject({
      observation: { state: 'unreachable', reason: 'X itself was not asked' },
      shown: { source: 'wayback' },
    });
  });

  it('keeps the files of all answers', async () => {
    const seen = await observe({ 'x-syndication': 'unavailable', 'x-oembed': 'live', wayback: 'live' });
    expect(Object.keys(seen.files)).toHaveLength(3);
  });

  it('asks no witness for a post that X shows', async () => {
    const seen = await observe({
      'x-syndication': 'live',
      'guest-graphql': 'live',
      fxtwitter: 'live',
      vxtwitter: 'live',
    });
    expect(seen.asked).toEqual(['x-syndication']);
  });

  it('believes X before its archived pages, those before others, and asks nobody who is believed less', async () => {
    const x = 'unreachable';
    const all = { fxtwitter: 'live', vxtwitter: 'live', wayback: 'live' } as const;
    const byGuest = await observe({ 'x-syndication': x, 'guest-graphql': 'live', ...all });
    expect([byGuest.asked, byGuest.shown?.source]).toEqual([['x-syndication', 'guest-graphql'], 'guest-graphql']);
    const byArchive = await observe({ 'x-syndication': x, 'x-oembed': 'live', ...all });
    expect(byArchive.asked).toEqual(['x-syndication', 'x-oembed', 'fxtwitter', 'wayback']);
    expect(byArchive.shown?.source).toBe('wayback');
    const byHearsay = await observe({ 'x-syndication': x, 'x-oembed': 'live', ...all, wayback: 'unavailable' });
    expect(byHearsay.shown?.source).toBe('fxtwitter');
  });

  it.each(['age-restricted', 'withheld'] as const)('asks others for what X shows to some only: %s', async (state) => {
    const seen = await observe({
      'x-syndication': state,
      'guest-graphql': 'live',
      vxtwitter: 'live',
      wayback: 'unavailable',
    });
    expect(seen.asked).toEqual(['x-syndication', 'vxtwitter', 'wayback']);
    expect(seen).toMatchObject({ observation: { state, source: 'x-syndication' }, shown: { source: 'vxtwitter' } });
  });

  it.each(['live', 'deleted', 'suspended', 'protected', 'unavailable'] as const)(
    'never takes what others say for what is: %s',
    async (state) => {
      const seen = await observe({ 'x-syndication': 'unreachable', fxtwitter: state });
      expect(seen.observation).toMatchObject({ state: 'unreachable', source: 'x-syndication' });
      expect(seen.answers.map(({ source }) => source)).toEqual(['x-syndication', 'fxtwitter']);
    },
  );

  it('needs somebody to ask', async () => {
    await expect(observe({})).rejects.toThrow('At least one source');
  });
});

describe('a post that is not found', () => {
  it('is deleted if two endpoints agree', async () => {
    const said = { 'x-syndication': notFound('tweet-result'), 'x-oembed': notFound('oembed') } as const;
    await expect(observe(said)).resolves.toMatchObject({
      observation: {
        state: 'deleted',
        source: 'x-oembed',
        reason: 'tweet-result and oembed agree that there is no such post',
      },
    });
  });

  it.each([
    ['X itself as a guest', 'guest-graphql', 'TweetResultByRestId'],
    ['others', 'fxtwitter', 'fxtwitter'],
  ] as const)('is deleted if %s confirms it', async (_, witness, endpoint) => {
    const x = { 'x-syndication': notFound('tweet-result'), 'x-oembed': 'unreachable' } as const;
    const said = { ...x, [witness]: notFound(endpoint) };
    await expect(observe(said)).resolves.toMatchObject({
      observation: { state: 'deleted', reason: `tweet-result and ${endpoint} agree that there is no such post` },
    });
  });

  it.each<readonly [string, Partial<Record<Name, State | Said>>]>([
    ['one endpoint is asked twice', { 'x-embed': notFound('tweet-result'), 'x-syndication': notFound('tweet-result') }],
    ['the other shows it', { 'x-syndication': notFound('tweet-result'), 'x-oembed': 'live' }],
    ['the other cannot be reached', { 'x-syndication': notFound('tweet-result'), 'x-oembed': 'unreachable' }],
    ['the other says less', { 'x-syndication': 'unavailable', 'x-oembed': notFound('oembed') }],
    ['only others say that it was deleted', { 'x-syndication': 'unavailable', fxtwitter: notFound('fxtwitter') }],
    [
      'a third shows it',
      {
        'x-syndication': notFound('tweet-result'),
        'x-oembed': 'live',
        'guest-graphql': notFound('TweetResultByRestId'),
      },
    ],
    ['an archive has not got it', { 'x-syndication': notFound('tweet-result'), wayback: notFound('cdx') }],
  ])('is only unavailable if %s', async (_, said) => {
    await expect(observe(said)).resolves.toMatchObject({ observation: { state: 'unavailable' } });
  });

  it('is what a notice says, whoever shows it', async () => {
    await expect(
      observe({ 'x-syndication': notFound('tweet-result'), 'x-oembed': 'protected' }),
    ).resolves.toMatchObject({ observation: { state: 'protected', source: 'x-oembed' }, shown: null });
  });
});
