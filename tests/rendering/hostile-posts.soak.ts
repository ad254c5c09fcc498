import { afterAll, beforeAll, expect, test } from 'vitest';
import { examinePosts } from './examine-posts.ts';
import { oneHostileText } from './hostile-exhibits.ts';
import { openWatchedBrowser, type WatchedBrowser } from './open-watched-page.ts';

let browser: WatchedBrowser;
beforeAll(async () => {
  browser = await openWatchedBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

test('every vector in every text of a post: no script runs, nothing is asked for, no element breaks out (safe)', async () => {
  const { fields, exhibits } = oneHostileText(1);
  const { seen, faults } = await examinePosts(exhibits, browser);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(fields).toBeGreaterThan(50);
  expect(seen).toBe(exhibits.length);
  expect(seen).toBeGreaterThan(10_000);
}, 1_800_000);
