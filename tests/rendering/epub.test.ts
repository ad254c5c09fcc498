import { findBrowser } from '@embalm/archiver';
import { renderForm } from '@embalm/renderer';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { hostileStrings } from '../../packages/renderer/test/hostile-strings.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { samplePosts } from './sample-posts.ts';

const language = /lang="[^"]*"/;

test('as XHTML, every post is XML that a strict parser takes, of the same elements and words', async () => {
  const exhibits = [...Object.values(samplePosts), ...hostileStrings.map((text) => makeExhibit({ text, place: text }))];
  const { executable } = await findBrowser();
  await using browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage();
  const pages = exhibits.map((exhibit) => [renderForm(exhibit, 'epub'), renderForm(exhibit, 'full')] as const);
  const read = await page.evaluate((texts) => {
    const article = 'article.embalm';
    return texts.map(([xhtml, html]) => {
      const pair = [
        new DOMParser().parseFromString(xhtml, 'application/xhtml+xml'),
        new DOMParser().parseFromString(html, 'text/html'),
      ];
      const shapes = pair.map((root) => {
        const names = Array.from(root.querySelectorAll(`${article}, ${article} *`), ({ localName }) => localName);
        return `${names.join(' ')} ${root.querySelector(article)?.textContent}`;
      });
      return { error: pair[0]?.querySelector('parsererror')?.textContent ?? null, same: shapes[0] === shapes[1] };
    });
  }, pages);
  expect(read.filter(({ error, same }) => error !== null || !same)).toEqual([]);
  expect(read.length).toBeGreaterThan(45);
  expect(pages.every(([xhtml]) => language.test(xhtml) && !xhtml.includes('<meta http-equiv'))).toBe(true);
});
