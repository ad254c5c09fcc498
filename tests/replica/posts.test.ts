import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOfXId } from '@embalm/post';
import { expect, test } from 'vitest';
import { samplePosts, seedPosts } from './posts.ts';

test('the posts of the seed article are those it tells of: text, link, names and day', async () => {
  const article = fold(await readFile(path.join(import.meta.dirname, '../../seeds/iss.txt'), 'utf8'));
  expect(seedPosts).toHaveLength(3);
  for (const { id, author, text, code } of seedPosts) {
    const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(dayOfXId(id) ?? ''),
    );
    expect(article).toContain(`${fold(text)} pic.twitter.com/${code} — ${author.name} (@${author.handle}) ${day}`);
  }
});

test('every sample has an id of its own that carries a time', () => {
  expect(new Set(samplePosts.map(({ id }) => id)).size).toBe(15);
  expect(samplePosts.map(({ id }) => dayOfXId(id))).not.toContain(null);
});

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
