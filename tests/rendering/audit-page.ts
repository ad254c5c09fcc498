import { createRequire } from 'node:module';
import { findBrowser } from '@embalm/archiver';
import { type Form, stylesheetFor, type Theme } from '@embalm/renderer';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { chromium, type Browser, type Page } from 'playwright';

/** What is wrong with a page, and how much was looked at. */
interface Audit {
  readonly faults: readonly string[];
  /** Rules that were passed. */
  readonly passes: readonly string[];
}

/** A browser that looks at pages with axe-core. */
export interface Auditor extends AsyncDisposable {
  /**
   * Look at a page, with what is folded unfolded.
   *
   * @param html A whole page.
   * @param rules All, or those about colours alone.
   */
  audit(html: string, rules?: 'all' | 'colours'): Promise<Audit>;
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Start one. */
export async function openAuditor(): Promise<Auditor> {
  const { executable } = await findBrowser();
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page: Page = await browser.newPage({ bypassCSP: true });
  return {
    async audit(html, rules = 'all') {
      await page.setContent(html);
      await page.addScriptTag({ path: axe });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations, passes } = await page.evaluate<AxeResults>(
        rules === 'all'
          ? 'axe.run(document)'
          : "axe.run(document, { runOnly: ['color-contrast', 'link-in-text-block'] })",
      );
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      return { faults, passes: passes.map(({ id }) => id) };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** A page of posts in one form. A file that a post fills has no heading: the page around it has. */
export function pageOf(posts: readonly string[], theme: Theme): string {
  const [background, colour, link] =
    theme === 'dark' ? ['#101215', '#dcdfe2', '#8abdf7'] : ['#fff', '#1c1f23', '#0b57a4'];
  const html = posts.join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Posts</title>
    <style>body{background:${background};color:${colour}}a{color:${link}}${stylesheetFor(html)}</style></head>
    <body><main><h1>Posts</h1>${html}</main></body></html>`;
}

/** Forms that are HTML, and whether each is a file of its own. */
export const shownForms: readonly (readonly [form: Form, isFile: boolean])[] = [
  ['full', false],
  ['compact', false],
  ['feed', false],
  ['dsd', false],
  ['iframe', true],
];

/** Faults that are not the post's: a file has no heading, the page around it has. */
export const expectedFaults = /^page-has-heading-one/;

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** What html-validate says of markup. */
export async function validateMarkup(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}
