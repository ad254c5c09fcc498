import { renderForm } from '@embalm/renderer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Auditor, expectedFaults, openAuditor, pageOf, shownForms, validateMarkup } from './audit-page.ts';
import { readRecordedPosts } from './recorded-posts.ts';
import { samplePosts } from './sample-posts.ts';

let auditor: Auditor;
beforeAll(async () => {
  auditor = await openAuditor();
});
afterAll(() => auditor[Symbol.asyncDispose]());

const samples = Object.values(samplePosts);
const recorded = await readRecordedPosts();
/** A few of each kind of payload; `recorded.soak.ts` takes all. */
const some = recorded.filter((_, index) => index % 12 === 0).map(({ exhibit }) => exhibit);

// A theme changes colours and nothing else.
describe.each([
  ['light', 'all'],
  ['dark', 'colours'],
] as const)('in %s', (theme, rules) => {
  test.each(shownForms)('posts as %s have no fault that axe knows', async (form, isFile) => {
    const posts = samples.map((exhibit) => renderForm(exhibit, form, { theme }));
    for (const html of isFile ? posts : [pageOf(posts, theme)]) {
      const { faults, passes } = await auditor.audit(html, rules);
      expect(passes).toContain('color-contrast');
      expect(faults.filter((fault) => !isFile || !expectedFaults.test(fault))).toEqual([]);
    }
    expect(posts.length).toBeGreaterThan(3);
  });

  test('recorded posts have none', async () => {
    const posts = some.map((exhibit) => renderForm(exhibit, 'full', { theme }));
    expect((await auditor.audit(pageOf(posts, theme), rules)).faults).toEqual([]);
    expect(posts.length).toBeGreaterThan(recorded.length === 0 ? -1 : 20);
  });
});

test('posts are valid HTML', async () => {
  const posts = [...samples, ...some].flatMap((exhibit) =>
    (['full', 'compact', 'feed'] as const).map((form) => renderForm(exhibit, form)),
  );
  for (const html of posts) expect(await validateMarkup(html), html).toEqual([]);
  expect(posts.length).toBeGreaterThan(25);
});
