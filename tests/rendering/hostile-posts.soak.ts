import { expect, test } from 'vitest';
import { examineOneHostileText } from './examine-one-hostile-text.ts';
import { openWatchedBrowser } from './open-watched-page.ts';

test('every vector in every text of a post: no script runs, nothing is asked for, no element breaks out (safe)', async () => {
  await using browser = await openWatchedBrowser();
  expect(await examineOneHostileText(browser, 1)).toBeGreaterThan(10_000);
}, 1_800_000);
