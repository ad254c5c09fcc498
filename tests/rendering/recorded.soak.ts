import { renderForm } from '@embalm/renderer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Auditor, expectedFaults, openAuditor, pageOf, shownForms, validateMarkup } from './audit-page.ts';
import { readRecordedPosts } from './recorded-posts.ts';

const recorded = await readRecordedPosts();
const perPage = 40;

let auditor: Auditor;
beforeAll(async () => {
  auditor = await openAuditor();
});
afterAll(() => auditor[Symbol.asyncDispose]());

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(shownForms)(
    'all recorded posts as %s have no fault that axe knows',
    { timeout: 3_600_000 },
    async (form, isFile) => {
      const posts = recorded.map(({ exhibit }) => renderForm(exhibit, form, { theme }));
      const pages = isFile ? posts : inGroups(posts).map((group) => pageOf(group, theme));
      for (const page of pages) {
        const { faults } = await auditor.audit(page);
        expect(faults.filter((fault) => !isFile || !expectedFaults.test(fault))).toEqual([]);
      }
      expect(posts.length).toBeGreaterThan(recorded.length === 0 ? -1 : 200);
    },
  );
});

test('all recorded posts are valid HTML', { timeout: 3_600_000 }, async () => {
  for (const { name, exhibit } of recorded) {
    for (const form of ['full', 'compact', 'feed'] as const) {
      expect(await validateMarkup(renderForm(exhibit, form)), `${name} as ${form}`).toEqual([]);
    }
  }
});

function inGroups<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, index) =>
    items.slice(index * perPage, (index + 1) * perPage),
  );
}
