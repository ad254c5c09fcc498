import { type Entity, parsePost, timeOfXId, type Post } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../test/read-payload.ts';
import { readRecordings } from '../../test/shared-corpus.ts';

const recordings = readRecordings('syndication');
const tombstones = readRecordings('tombstone');

/** Payloads that are not as X sent them: retyped, or put together for a test elsewhere. */
const notGenuine: ReadonlySet<string> = new Set(['2023357708301455483', '2054372105223913761']);

function postsIn(post: Post): readonly Post[] {
  const inner = [post.quote, post.parent].flatMap((quoted) => (quoted?.type === 'post' ? postsIn(quoted.post) : []));
  return [post, ...inner];
}

function printed(entity: Entity): string {
  switch (entity.type) {
    case 'hashtag':
      return `#${entity.tag}`;
    case 'cashtag':
      return `$${entity.symbol}`;
    case 'mention':
      return `@${entity.handle}`;
    case 'link':
      return entity.short ?? entity.url;
  }
}

describe.skipIf(recordings.size === 0)('recordings of tweet-result', () => {
  it('are all read', () => {
    const entities: string[] = [];
    for (const [name, payload] of recordings) {
      const id = name.split('_')[0] ?? '';
      const reading = readPayload(payload);
      if (reading.kind !== 'live') throw new Error(`${name}: ${reading.kind}`);
      expect(reading.post.id).toBe(`x:${id}`);
      if (!notGenuine.has(id)) expect(reading.diagnostics, name).toEqual([]);
      for (const post of postsIn(reading.post)) {
        expect(parsePost(post)).toEqual(post);
        expect(post.text).not.toMatch(/&(?:amp|lt|gt);/);
        expect(post.text.trim()).toBe(post.text);
        for (const entity of post.entities) {
          expect(post.text.slice(...entity.range).toLowerCase()).toBe(printed(entity).toLowerCase());
          entities.push(entity.type);
        }
        const made = timeOfXId(post.id.slice(2)) ?? 0;
        expect(Math.abs(Date.parse(post.createdAt ?? '') - made)).toBeLessThan(2000);
      }
    }
    expect(recordings.size).toBeGreaterThanOrEqual(13);
    expect(entities.length).toBeGreaterThanOrEqual(10);
  });

  it('show their media, never its link', () => {
    let withMedia = 0;
    for (const [name, payload] of recordings) {
      const reading = readPayload(payload);
      const posts = reading.kind === 'live' ? postsIn(reading.post) : [];
      const source = JSON.stringify(payload);
      for (const post of posts.filter(({ media }) => media.length > 0)) {
        withMedia += 1;
        for (const [link] of post.text.matchAll(/https:\/\/t\.co\/\w+/g)) {
          expect(source, name).not.toMatch(new RegExp(`"display_url":"pic[^}]*"url":"${link}"`));
        }
      }
    }
    expect(withMedia).toBeGreaterThanOrEqual(4);
  });
});

describe.skipIf(tombstones.size === 0)('recordings of tombstones', () => {
  it('are all understood', () => {
    const states = [...tombstones.values()].map((payload) => {
      const reading = readPayload(payload);
      return reading.kind === 'tombstone' ? `${reading.state}: ${reading.text}` : reading.kind;
    });
    expect(states.toSorted()).toEqual([
      'deleted: This Tweet was deleted.',
      'suspended: This Post is from a suspended account. Learn more',
      'suspended: This account has been suspended.',
    ]);
  });
});
