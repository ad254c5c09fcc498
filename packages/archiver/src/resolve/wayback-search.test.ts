import { idOf, type PostId, xIdsOfDay } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { type FakeAnswer, openFakeDoor } from '../../test/fake-door.ts';
import { fakeIndex, fakeMemento, type IndexRow } from '../../test/fake-index.ts';
import { v1Post } from '../../test/payloads/one-post.ts';
import { type SearchOutcome, searchWayback } from './wayback-search.ts';

const sought = { handle: 'Ada_Example', day: '2022-03-05', text: 'Cosmonauts say goodbye to Mark Vande Hei on #ISS' };
const mine = 'x:1500127395262201857';
const [firstOfDay, endOfDay] = xIdsOfDay('2022-03-05');

function rowOf(post: PostId, mediaType = 'application/json'): IndexRow {
  return ['20220306000000', `https://twitter.com/ada_example/status/${idOf(post)}`, mediaType];
}

interface Kept {
  readonly post: PostId;
  readonly text: string;
  readonly handle?: string;
}

/** Search an archive that has these posts of the author. */
async function search(
  kept: readonly Kept[],
  changes: Partial<typeof sought> = {},
): Promise<SearchOutcome & { readonly asked: readonly string[] }> {
  const mementos = kept.map(({ post, text, handle = 'ada_example' }) => {
    const user = { screen_name: handle, name: 'Ada' };
    return fakeMemento(
      rowOf(post),
      JSON.stringify({ id_str: idOf(post), text, user, created_at: v1Post['created_at'] }),
    );
  });
  const rows = kept.map(({ post }) => rowOf(post));
  const index = ['1499', '1500'].map((start) =>
    fakeIndex(
      `twitter.com/Ada_Example/status/${start}`,
      rows.filter(([, url]) => url.includes(`/status/${start}`)),
      true,
    ),
  );
  const door = openFakeDoor(Object.assign({}, ...index, ...mementos) as Record<string, FakeAnswer>);
  const outcome = await searchWayback(
    { ...sought, ...changes },
    {
      door,
      keep: () => Promise.reject(new Error('Not needed')),
      timeoutMs: 1000,
      signal: AbortSignal.timeout(9999),
    },
  );
  return { ...outcome, asked: door.asked };
}

describe('looking for a post of a day', () => {
  it('finds the one whose text is the most alike', async () => {
    const { found, exchanges } = await search([
      { post: 'x:1500000000000000001', text: 'Something else that day' },
      { post: mine, text: 'Cosmonauts say goodbye to Mark Vande Hei on #ISS' },
    ]);
    expect(found).toEqual({ post: mine, confidence: 1 });
    expect(exchanges.length).toBeGreaterThan(2);
  });

  it('is less sure of a text that is only alike', async () => {
    const { found } = await search([{ post: mine, text: 'Cosmonauts say goodbye to Mark Vande Hei on the #ISS!!' }]);
    expect(found?.post).toBe(mine);
    expect(found?.confidence).toBeGreaterThan(0.8);
    expect(found?.confidence).toBeLessThan(1);
  });

  it('is at most half sure of one of two that say the same', async () => {
    const { text } = sought;
    const { found } = await search([
      { post: mine, text },
      { post: 'x:1500000000000000001', text },
    ]);
    expect(found?.confidence).toBe(0.5);
  });

  it('takes no other text, no other author and no other day', async () => {
    const { text } = sought;
    await expect(search([{ post: mine, text: 'Something else' }])).resolves.toMatchObject({ found: null });
    await expect(search([{ post: mine, text, handle: 'grace' }])).resolves.toMatchObject({ found: null });
    for (const id of [String(BigInt(firstOfDay) - 1n), endOfDay, '1500127395262']) {
      const { found, asked } = await search([{ post: `x:${id}`, text }]);
      expect(found).toBeNull();
      expect(asked.every((url) => url.includes('/cdx/'))).toBe(true);
    }
    await expect(search([{ post: `x:${firstOfDay}`, text }])).resolves.toMatchObject({ found: { confidence: 1 } });
  });

  it('asks for the beginnings of the ids of that day, on all hosts', async () => {
    const { asked } = await search([]);
    const starts = asked.map((url) => new URL(url).searchParams.get('url'));
    expect(starts).toContain('twitter.com/Ada_Example/status/1500');
    expect(starts).toContain('x.com/Ada_Example/status/1500');
    expect(starts).toContain('mobile.twitter.com/Ada_Example/status/1500');
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  it('asks nobody about a day without snowflakes, or an author who cannot be (safe)', async () => {
    await expect(search([], { day: '2009-01-01' })).resolves.toMatchObject({ asked: [], found: null });
    await expect(search([], { day: 'soon' })).resolves.toMatchObject({ asked: [], found: null });
    await expect(search([], { handle: 'a/../../b' })).resolves.toMatchObject({ asked: [], found: null });
  });
});
