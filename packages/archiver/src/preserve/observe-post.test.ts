import { barePost, type Observation, type State } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { openFakeDoor } from '../../test/fake-door.ts';
import type { Answer, Source } from '../sources/source.ts';
import { observePost, type Observed } from './observe-post.ts';

const post = 'x:1500127395262201857';
const at = '2026-01-02T03:04:05.678Z';
const memento = { url: 'https://web.archive.org/web/1', original: 'https://twitter.com/1', at };

const kinds = { 'x-embed': 'x', 'x-syndication': 'x', 'x-oembed': 'witness', wayback: 'archive' } as const;
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

  it.each<readonly [string, Partial<Record<Name, State | Said>>]>([
    ['one endpoint is asked twice', { 'x-embed': notFound('tweet-result'), 'x-syndication': notFound('tweet-result') }],
    ['the other shows it', { 'x-syndication': notFound('tweet-result'), 'x-oembed': 'live' }],
    ['the other cannot be reached', { 'x-syndication': notFound('tweet-result'), 'x-oembed': 'unreachable' }],
    ['the other says less', { 'x-syndication': 'unavailable', 'x-oembed': notFound('oembed') }],
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
