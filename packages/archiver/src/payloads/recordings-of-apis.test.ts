import { readFileSync, readdirSync } from 'node:fs';
import { parsePost, type Post, timeOfXId } from '@embalm/post';
import { describe, expect, it } from 'vitest';
import { readAt as at } from '../../test/read-payload.ts';
import { findCorpus, readRecordings } from '../../test/shared-corpus.ts';
import type { PayloadReading, ReadOptions } from './payload-reading.ts';
import { nobody } from './parts/author.ts';
import { readGraphqlPayload } from './read-graphql-payload.ts';
import { readPage } from './read-page.ts';
import { readOembedPayload } from './read-oembed-payload.ts';
import { readV1Payload } from './read-v1-payload.ts';
import { readV2Payload } from './read-v2-payload.ts';
import { readXExportPayload } from './read-x-export-payload.ts';

type Read = (payload: unknown, options: ReadOptions) => PayloadReading;

const readExport: Read = (payload, options) => readXExportPayload(payload, { ...options, author: nobody });

/** Recordings that others have retyped, trimmed or put together: their fields surprise. */
const notGenuine = /vicnaum|spring-social-twitter|twitter-kit|_DanielaSfregola|690992334008422401|708067963060916224/;

function postsIn(post: Post): readonly Post[] {
  const inner = [post.quote, post.parent].flatMap((quoted) => (quoted?.type === 'post' ? postsIn(quoted.post) : []));
  return [post, ...inner];
}

function checkPost(post: Post, name: string): void {
  expect(parsePost(post), name).toEqual(post);
  for (const one of postsIn(post)) {
    expect(one.text, name).not.toMatch(/&(?:amp|lt|gt);/);
    const made = timeOfXId(one.id.slice(2));
    if (made !== null) expect(Math.abs(Date.parse(one.createdAt ?? '') - made), name).toBeLessThan(2000);
    for (const entity of one.entities) {
      const part = one.text.slice(...entity.range);
      if (entity.type === 'link') expect([entity.short, entity.url], name).toContain(part);
      else expect(part, name).toMatch(/^[#＃$＄@＠]\S+$/u);
    }
  }
}

function liveOf(reading: PayloadReading, name: string): Post {
  if (reading.kind !== 'live') throw new Error(`${name}: ${JSON.stringify(reading)}`);
  return reading.post;
}

const kinds = [
  { folder: 'v1', read: readV1Payload, least: 123 },
  { folder: 'graphql', read: readGraphqlPayload, least: 62 },
  { folder: 'oembed', read: readOembedPayload as Read, least: 17 },
  { folder: 'gdpr', read: readExport, least: 15 },
] as const;

describe.each(kinds)('recordings of $folder', ({ folder, read, least }) => {
  const recordings = readRecordings(folder);

  it.skipIf(recordings.size === 0)('are all read', () => {
    for (const [name, payload] of recordings) {
      const reading = read(payload, { at });
      const post = liveOf(reading, name);
      checkPost(post, name);
      expect(post.id, name).toBe(`x:${name.split('_')[0]}`);
      expect(post.text !== '' || post.media.length > 0 || post.card !== null || notGenuine.test(name), name).toBe(true);
      const unexpected = reading.diagnostics.filter(({ path }) => !path.endsWith('.richtext_tags'));
      if (!notGenuine.test(name)) expect(unexpected, name).toEqual([]);
    }
    expect(recordings.size).toBeGreaterThanOrEqual(least);
  });
});

/** Every id of a string that may be one of a post. */
function idsIn(payload: unknown): readonly string[] {
  const matches = JSON.stringify(payload).matchAll(/"(?:rest_id|id_str|id)":"(\d{10,19})"/g);
  return [...new Set(Array.from(matches, ([, id]) => id ?? ''))];
}

describe.each([
  { folder: 'graphql-response', read: readGraphqlPayload, least: 171 },
  { folder: 'v2', read: readV2Payload, least: 574 },
  { folder: 'v1-response', read: readV1Payload, least: 100 },
])('posts in recordings of $folder', ({ folder, read, least }) => {
  const recordings = readRecordings(folder);

  it.skipIf(recordings.size === 0)('are all found and read', () => {
    let found = 0;
    for (const [name, payload] of recordings) {
      for (const id of idsIn(payload)) {
        const reading = read(payload, { at, post: `x:${id}` });
        if (reading.kind !== 'live') continue;
        expect(reading.post.id).toBe(`x:${id}`);
        checkPost(reading.post, `${name} ${id}`);
        found += 1;
      }
    }
    expect(found).toBeGreaterThanOrEqual(least);
  });
});

describe('recordings of permalink pages', () => {
  const folder = findCorpus('payloads/html/', 'all recordings of pages');
  const names = folder === null ? [] : readdirSync(folder);

  it.skipIf(folder === null)('of before 2020 are all read', () => {
    const posts = names.flatMap((name) => {
      const html = readFileSync(new URL(name, folder ?? import.meta.url), 'utf8');
      if (!/class="[^"]*permalink-tweet[ \n]/.test(html)) return [];
      const post = liveOf(readPage(html, { at })[0], name);
      checkPost(post, name);
      expect(post.text).not.toBe('');
      expect(post.author.name).not.toBe('');
      return [post];
    });
    expect(posts).toHaveLength(8);
    expect(posts.filter(({ quote, parent }) => quote !== null || parent !== null)).toHaveLength(2);
    expect(posts.filter(({ media }) => media.length > 0)).toHaveLength(2);
  });

  it.skipIf(folder === null)('that a browser has drawn since are all read, each post of them', () => {
    const posts = names.flatMap((name) => {
      const html = readFileSync(new URL(name, folder ?? import.meta.url), 'utf8');
      if (!html.includes('data-testid="tweet"')) return [];
      return readPage(html, { at }).map((reading) => {
        const post = liveOf(reading, name);
        checkPost(post, name);
        expect([post.author.name, post.createdAt]).not.toContain('');
        expect(post.text === '' && post.card === null).toBe(false);
        return post;
      });
    });
    expect(posts.length).toBeGreaterThanOrEqual(16);
    expect(posts.filter(({ media }) => media.length > 0).length).toBeGreaterThanOrEqual(9);
  });
});
