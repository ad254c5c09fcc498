import { type Exhibit, renderPost, stylesheet } from '@embalm/renderer';
import { checkHtml } from '@embalm/renderer/check';
import { constantFrom, oneof, sample, string, array } from 'fast-check';
import { parseFragment } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullAssets, fullPost } from '../../packages/renderer/test/full-post.ts';
import { hostileStrings } from '../../packages/renderer/test/hostile-strings.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { makePost } from '../../packages/renderer/test/make-post.ts';
import { withTexts } from '../../packages/renderer/test/with-texts.ts';
import { hashTree, treeOf } from './hash-tree.ts';
import { openWatchedBrowser, type WatchedBrowser } from './open-watched-page.ts';
import { xssVectors } from './xss-vectors.ts';

const pixel = 'data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
const vectors = [...new Set([...xssVectors, ...hostileStrings.filter((text) => text.length < 5000)])];
const batchSize = 250;

let browser: WatchedBrowser;
beforeAll(async () => {
  browser = await openWatchedBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

const { text, entities, author, media, quote, parent, replyTo, card, poll, place } = fullPost;
const { edits, communityNote, sourceLabel, counts } = fullPost;
const twoVersions: Exhibit['versions'] = [
  { post: makePost({ text: 'Before' }), capturedAt: '2022-03-06T00:00:00.000Z', recordDigest: 'a' },
  { post: makePost({ text: 'After' }), capturedAt: '2022-03-07T00:00:00.000Z', recordDigest: 'b' },
];
const deleted: Partial<Exhibit['provenance']> = {
  memento: { url: 'https://archive.example/1', original: 'https://x.com/a', at: '2022-03-06T00:00:00.000Z' },
  identified: { by: 'wayback-search', confidence: 0.9 },
  state: 'deleted',
  reason: 'This post was deleted.',
  mismatches: [{ field: 'text', claimed: 'One', found: 'Two', similarity: 0.4 }],
};
const assets = Object.fromEntries(
  Object.entries(fullAssets).map(([url, asset]) => [
    url,
    asset.mediaType.startsWith('video/') ? asset : { ...asset, src: pixel },
  ]),
);
/** Posts that together have all that a post can have; small, so that thousands take seconds. */
const templates: readonly Exhibit[] = [
  makeExhibit({ text, entities, author }, {}, assets),
  makeExhibit({ media: media.slice(0, 3) }, {}, assets),
  makeExhibit({ quote, parent }, {}, assets),
  makeExhibit({ replyTo, card, poll }, {}, assets),
  makeExhibit({ place, edits, communityNote, sourceLabel, counts }, {}, assets),
  makeExhibit({ repostOf: { type: 'post', post: makePost({ text: 'Passed on' }) } }, {}, assets),
  { ...makeExhibit({}, deleted, assets), versions: twoVersions },
];
const whole = makeExhibit({ ...fullPost, media: media.slice(0, 2) }, deleted, assets);

/** An exhibit with its texts replaced. What was kept is found under the old addresses. */
function hostile({ assetFor, ...told }: Exhibit, next: (text: string, index: number) => string): Exhibit {
  return { ...withTexts(told, next), assetFor };
}

function textsOf({ post, provenance, versions }: Exhibit): readonly string[] {
  const texts: string[] = [];
  withTexts({ post, provenance, versions }, (each) => {
    texts.push(each);
    return each;
  });
  return texts;
}

/** The texts that a template has and the plain post has not; all of the plain one. */
function ownTexts(template: Exhibit): readonly number[] {
  const plain = new Set(template === templates[0] ? [] : textsOf(makeExhibit()));
  return textsOf(template).flatMap((each, index) => (plain.has(each) ? [] : [index]));
}

/** Show posts to Chromium, many on a page, and say what is wrong. */
async function examine(
  exhibits: readonly Exhibit[],
): Promise<{ readonly seen: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let seen = 0;
  for (let at = 0; at < exhibits.length; at += batchSize) {
    const posts = exhibits.slice(at, at + batchSize).map((exhibit) => renderPost(exhibit));
    const page = `<!doctype html><title>a</title><style>${stylesheet}</style><main>${posts.join('')}</main>`;
    const expected = posts.map((html) => {
      const [article, ...others] = parseFragment(html).childNodes;
      return article === undefined || others.length > 0 ? Number.NaN : hashTree(treeOf(article));
    });
    const { requests, executions, trees, secondTrees } = await browser.watch(page);
    faults.push(...requests, ...executions, ...checkHtml(page).map(({ rule, what }) => `${rule}: ${what}`));
    for (const [index, tree] of expected.entries()) {
      if (tree !== trees[index]) faults.push(`read otherwise: ${posts[index]}`);
      if (tree !== secondTrees[index]) faults.push(`changed when written and read again: ${posts[index]}`);
    }
    if (trees.length !== posts.length) faults.push(`${posts.length} posts became ${trees.length} elements`);
    seen += trees.length;
  }
  return { seen, faults };
}

test('a watched browser notices scripts, handlers and requests', async () => {
  const { requests, executions } = await browser.watch(
    '<main><script>1</script><img src=x onerror=hit()><p onfocus=hit()>a</p><img loading=lazy src=//a.example/late></main>',
  );
  expect(executions.length).toBeGreaterThan(2);
  expect(requests).toEqual(expect.arrayContaining(['http://page.example/x', 'http://a.example/late']));
});

test('vectors in each text of a post: no script runs, nothing is asked for, no element breaks out (safe)', async () => {
  let fields = 0;
  const exhibits = templates.flatMap((template) =>
    ownTexts(template).flatMap((field) => {
      fields += 1;
      return vectors
        .filter((_, number) => (number + fields) % 2 === 0)
        .map((vector) => hostile(template, (each, index) => (index === field ? vector : each)));
    }),
  );
  const { seen, faults } = await examine(exhibits);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(fields).toBeGreaterThan(50);
  expect(seen).toBe(exhibits.length);
  expect(seen).toBeGreaterThan(5000);
});

test('all texts hostile at once: each vector in each text (safe)', async () => {
  const exhibits = vectors.map((_, shift) =>
    hostile(whole, (_text, index) => vectors[(index + shift) % vectors.length] ?? ''),
  );
  const { seen, faults } = await examine(exhibits);
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
    hostile(templates[run % templates.length] ?? whole, (each, index) =>
      (index + run) % 3 === 0 ? each : (chosen[index % chosen.length] ?? ''),
    ),
  );
  const { seen, faults } = await examine(exhibits);
  expect(faults.slice(0, 3)).toEqual([]);
  expect(seen).toBe(500);
});
