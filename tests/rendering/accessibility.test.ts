import { createRequire } from 'node:module';
import { findBrowser } from '@embalm/archiver';
import { forms, renderForm, stylesheet, type Theme } from '@embalm/renderer';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePosts } from './sample-posts.ts';

const shown = forms.filter((form) => form !== 'text' && form !== 'markdown');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { executable } = await findBrowser();
  browser = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 });
  page = await browser.newPage({ bypassCSP: true });
});
afterAll(() => browser.close());

function pageOf(posts: readonly string[], theme: Theme): string {
  const background = theme === 'dark' ? '#101215' : '#fff';
  const colour = theme === 'dark' ? '#dcdfe2' : '#1c1f23';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Posts</title>
    <style>body{background:${background};color:${colour}}a{color:${theme === 'dark' ? '#8abdf7' : '#0b57a4'}}${stylesheet}</style></head>
    <body><main><h1>Posts</h1>${posts.join('')}</main></body></html>`;
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(shown)('posts as %s have no fault that axe knows', async (form) => {
    const posts = Object.values(samplePosts).map((exhibit) => renderForm(exhibit, form, { theme }));
    const documents = form === 'iframe' ? posts : [pageOf(posts, theme)];
    let passes = 0;
    for (const html of documents) {
      await page.setContent(html);
      await page.addScriptTag({ path: axe });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const results = await page.evaluate<AxeResults>('axe.run(document)');
      expect(results.passes.map(({ id }) => id)).toContain('color-contrast');
      passes += results.passes.length;
      const faults = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      const known = form === 'iframe' ? /^page-has-heading-one/ : /^$/;
      expect(faults.filter((fault) => !known.test(fault))).toEqual([]);
    }
    expect(passes).toBeGreaterThan(10);
  });
});

test('posts are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  const posts = Object.values(samplePosts).flatMap((exhibit) =>
    (['full', 'compact', 'feed'] as const).map((form) => renderForm(exhibit, form)),
  );
  for (const html of posts) {
    const report = await validator.validateString(html);
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
    expect(faults, html).toEqual([]);
  }
  expect(posts.length).toBeGreaterThan(25);
});
