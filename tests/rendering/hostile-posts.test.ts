import { array, constantFrom, oneof, sample, string } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examinePosts } from './examine-posts.ts';
import { examineOneHostileText } from './examine-one-hostile-text.ts';
import { hostile, templates, vectors, wholePost } from './hostile-exhibits.ts';
import { openWatchedBrowser, type WatchedBrowser } from './open-watched-page.ts';

let browser: WatchedBrowser;
beforeAll(async () => {
  browser = await openWatchedBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

test('a watched browser notices scripts, handlers and requests', async () => {
  const { requests, executions } = await browser.watch(
    '<main><script>1</script><img src=x onerror=hit()><p onfocus=hit()>a</p><img loading=lazy src=//a.example/late></main>',
  );
  expect(executions.length).toBeGreaterThan(2);
  expect(requests).toEqual(expect.arrayContaining(['http://page.example/x', 'http://a.example/late']));
});

test('vectors in each text of a post: no script runs, nothing is asked for, no element breaks out (safe)', async () => {
  expect(await examineOneHostileText(browser, 2)).toBeGreaterThan(5000);
});

test('all texts hostile at once: each vector in each text (safe)', async () => {
  const exhibits = vectors.map((_, shift) =>
    hostile(wholePost, (_text, index) => vectors[(index + shift) % vectors.length] ?? ''),
  );
  const { seen, faults } = await examinePosts(exhibits, browser);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(seen).toBeGreaterThan(180);
});

test('500 posts that nobody thought of (safe)', async () => {
  const signs = constantFrom(
    ...Array.from('<>"\'&=/\\ :;\n`()[]{}-!#@aA\0\u{202E}'),
    'script',
    'https://',
    'onerror=hit()',
  );
  const texts = oneof(constantFrom(...vectors), string({ unit: signs, maxLength: 40 }));
  const samples = sample(array(texts, { minLength: 3, maxLength: 12 }), { seed: 11, numRuns: 500 });
  const exhibits = samples.map((chosen, run) =>
    hostile(templates[run % templates.length] ?? wholePost, (each, index) =>
      (index + run) % 3 === 0 ? each : (chosen[index % chosen.length] ?? ''),
    ),
  );
  const { seen, faults } = await examinePosts(exhibits, browser);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(seen).toBe(500);
});
