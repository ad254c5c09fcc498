import type { Reference } from '@embalm/post';
import type { Archive } from '@embalm/store';
import { Keyv } from 'keyv';
import { describe, expect, it } from 'vitest';
import { type FakeAnswer, type FakeDoor, openFakeDoor } from '../../test/fake-door.ts';
import { fakeIndex, fakeMemento, type IndexRow } from '../../test/fake-index.ts';
import { legacyPage } from '../../test/payloads/one-post.ts';
import type { WayOut } from '../way-out.ts';
import { type Identified, identifyPost, type UnsupportedPost } from './identify-post.ts';

const link = 'https://pic.twitter.com/mmmmmmmmmm';
const mine = 'x:1500127395262201857';
const row: IndexRow = ['20220307101500', 'https://twitter.com/ada_example/status/1500127395262201857', 'text/html'];

const reference: Reference = {
  kind: 'flattened-embed',
  range: [0, 10],
  post: { platform: 'x', id: null },
  handle: 'ada_example',
  name: 'Ada Example',
  date: '2022-03-05',
  text: 'Tom & Jerry 🚀 #ISS $TSLA @NASA',
  links: [link],
  lang: null,
  confidence: 1,
};

async function identify(...asked: Parameters<typeof ask>): Promise<Identified & { readonly door: FakeDoor }> {
  const answer = await ask(...asked);
  if (answer.kind !== 'post') throw new Error('X is supported');
  return answer;
}

async function ask(
  changes: Partial<Reference>,
  answers: Readonly<Record<string, FakeAnswer>> | null,
  known: string | null = null,
): Promise<(Identified | UnsupportedPost) & { readonly door: FakeDoor }> {
  const door = openFakeDoor(answers ?? {});
  const archive = { resolve: async (id: string) => known ?? id } as unknown as Archive;
  const way: WayOut = answers === null ? { door: null, reason: 'there is no network' } : { door };
  const identified = await identifyPost(
    { ...reference, ...changes },
    {
      archive,
      wayOut: async () => way,
      linkCache: new Keyv(),
      keep: () => Promise.reject(new Error('Not needed')),
      timeoutMs: 1000,
      signal: AbortSignal.timeout(9999),
    },
  );
  return { ...identified, door };
}

const archived = { ...fakeIndex('twitter.com/ada_example/status/1500', [row], true), ...fakeMemento(row, legacyPage) };

describe('finding out which post is meant', () => {
  it('asks nobody about platforms that are not captured yet', async () => {
    const known = await ask({ post: { platform: 'bluesky', id: 'a.example_3k' } }, archived);
    expect(known).toMatchObject({ kind: 'unsupported', post: 'bluesky:a.example_3k' });
    const unknown = await ask({ post: { platform: 'mastodon', id: null } }, archived);
    expect(unknown).toMatchObject({ kind: 'unsupported', post: expect.stringMatching(/^mastodon:~/) });
    expect([...known.door.asked, ...unknown.door.asked]).toEqual([]);
  });

  it('needs nobody where its id or this archive says it', async () => {
    const named = await identify({ post: { platform: 'x', id: '20' } }, archived);
    expect(named).toMatchObject({ post: 'x:20', how: { by: 'url', confidence: 1 }, reason: null });
    const known = await identify({}, archived, mine);
    expect(known).toMatchObject({ post: mine, how: { by: 'archive', confidence: 1 }, reason: null });
    expect([...named.door.asked, ...known.door.asked]).toEqual([]);
  });

  it('follows a short link', async () => {
    const location = 'https://twitter.com/ada_example/status/1500127395262201857/photo/1';
    const seen = await identify({}, { ...archived, [link]: { status: 301, headers: { location } } });
    expect(seen).toMatchObject({ post: mine, how: { by: 'short-link', confidence: 1 } });
    expect(seen.door.asked).toEqual([link]);
  });

  it.each([
    ['is gone', { [link]: { status: 404 } }],
    ['cannot be reached', { [link]: 'offline' }],
    ['leads elsewhere', { [link]: { status: 301, headers: { location: 'https://example.org/' } } }],
  ] satisfies readonly (readonly [string, Record<string, FakeAnswer>])[])(
    'searches an archive if its link %s',
    async (_, answers) => {
      const seen = await identify({}, { ...archived, ...answers });
      expect(seen).toMatchObject({ post: mine, how: { by: 'wayback-search', confidence: 1 }, reason: null });
      expect(seen.knownAs).toContain('x:~mmmmmmmmmm');
      expect(seen.exchanges.length).toBeGreaterThan(2);
    },
  );

  it('says why it does not know, if the archive has nothing alike', async () => {
    const seen = await identify({ text: 'Something else altogether' }, archived);
    expect(seen).toMatchObject({ post: 'x:~mmmmmmmmmm', how: null, reason: `${link} is gone (HTTP 404)` });
  });

  it('searches for nothing without author, day or text', async () => {
    for (const changes of [{ handle: null }, { date: null }, { text: null }]) {
      const seen = await identify(changes, archived);
      expect(seen.how).toBeNull();
      expect(seen.door.asked).toEqual([link]);
    }
  });

  it('asks nobody without a network', async () => {
    const seen = await identify({}, null);
    expect(seen).toMatchObject({ how: null, reason: 'there is no network', exchanges: [] });
    expect(seen.door.asked).toEqual([]);
  });
});
