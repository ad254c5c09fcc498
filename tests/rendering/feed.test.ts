import { createRequire } from 'node:module';
import { findBrowser } from '@embalm/archiver';
import { renderForm } from '@embalm/renderer';
import type { DOMPurify } from 'dompurify';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { chromium } from 'playwright';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { fullPost } from '../../packages/renderer/test/full-post.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { pictureAssets, samplePosts } from './sample-posts.ts';

type Sanitizer = (html: string) => Promise<string>;

/** With the settings that they come with. */
const sanitizers: Readonly<Record<string, Sanitizer>> = {
  'sanitize-html': async (html) => sanitizeHtml(html),
  'rehype-sanitize': async (html) => {
    const pipeline = unified().use(rehypeParse, { fragment: true }).use(rehypeSanitize).use(rehypeStringify);
    return String(await pipeline.process(html));
  },
  DOMPurify: purify,
};

/** DOMPurify needs a real DOM. */
async function purify(html: string): Promise<string> {
  const { executable } = await findBrowser();
  await using browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage();
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js') });
  return await page.evaluate((text) => {
    const { DOMPurify } = window as unknown as { DOMPurify: DOMPurify };
    return DOMPurify.sanitize(text);
  }, html);
}

function textOf(html: string): string {
  const texts: string[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('value' in node) texts.push(node.value);
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed());
  }
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

test.each(Object.keys(sanitizers))('%s leaves every word of a feed where it is, once', async (name) => {
  const sanitize = sanitizers[name];
  const names = Object.keys(samplePosts);
  const feed = Object.values(samplePosts).map((exhibit) => renderForm(exhibit, 'feed'));
  const text = textOf(feed.join('<hr>'));
  expect(textOf((await sanitize?.(feed.join('<hr>'))) ?? '')).toBe(text);
  expect(names.length).toBeGreaterThan(8);
  expect(text.length).toBeGreaterThan(1500);
});

test.each(Object.keys(sanitizers))('%s keeps links, and opens no sensitive media', async (name) => {
  const post = { ...fullPost, sensitive: true, quote: null, parent: null };
  const html = renderForm(makeExhibit(post, {}, pictureAssets), 'feed');
  const clean = (await sanitizers[name]?.(html)) ?? '';
  expect(clean.match(/<a href="https:/g)?.length).toBeGreaterThan(5);
  expect(clean).toContain('<blockquote');
  expect(clean).not.toMatch(/<img|<video|webp/);
  expect(clean).toContain('Sensitive content');
});
