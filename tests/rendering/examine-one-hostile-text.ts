import { expect } from 'vitest';
import { examinePosts } from './examine-posts.ts';
import { oneHostileText } from './hostile-exhibits.ts';
import type { WatchedBrowser } from './open-watched-page.ts';

/**
 * Expect that vectors in each text of a post run no script, ask for nothing and break out of no element.
 *
 * @param step Every how many vectors one is tried in each text.
 * @returns How many posts were seen.
 */
export async function examineOneHostileText(browser: WatchedBrowser, step: number): Promise<number> {
  const { fields, exhibits } = oneHostileText(step);
  const { seen, faults } = await examinePosts(exhibits, browser);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(fields).toBeGreaterThan(50);
  expect(seen).toBe(exhibits.length);
  return seen;
}
