import { findReferences } from '@embalm/parser';
import { load } from 'cheerio';
import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import type { Exhibit } from '../exhibit.ts';
import { renderPost } from '../render-post.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import { renderArticle } from './render-article.ts';
import { writeRawHtml } from './write-raw-html.ts';

const url = 'https://twitter.com/orbitwatch/status/1500127395262201857';
const blockquote = `<blockquote class="twitter-tweet"><p>The post</p>&mdash; Orbit Watch (@orbitwatch) <a href="${url}">March 5, 2022</a></blockquote>`;
const flattened =
  'The station passes over Lisbon tonight. #ISS pic.twitter.com/fj2coK1xR1 — Orbit Watch (@orbitwatch) March 5, 2022';
const script = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
const post = writeRawHtml(renderPost(makeExhibit(), { theme: 'light' }));
const styles = `<style>${stylesheetFor(post)}</style>`;

function render(text: string, exhibit: Exhibit | null = makeExhibit()): string {
  const references = findReferences(text, { format: 'markdown' });
  return renderArticle(
    { text, format: 'markdown', source: 'a.md' },
    references.map((reference) => ({ reference, exhibit })),
    { links: 'robust' },
  );
}

function read(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true });
}

/** What is replaced, with what stands around it: `@` is where the stylesheet and the first post go. */
const replaced: readonly (readonly [string, string, string])[] = [
  ['a shortcode of Hugo', '{{< x user="orbitwatch" id="1500127395262201857" >}}', '@'],
  ['a tag of Jekyll and dev.to', '{% tweet 1500127395262201857 %}', '@'],
  ['a tag with an address', `{% twitter ${url} %}`, '@'],
  ['a shortcode of WordPress', `[tweet ${url}]`, '@'],
  ['a bare URL', url, '@'],
  ['a URL in angle brackets', `  <${url}>`, '  @'],
  ['a URL with spaces after it', `${url}  `, '@  '],
  ['a blockquote and its script', `${blockquote} ${script}`, '@ '],
  ['a script on a line of its own', `${blockquote}\n${script}\n<p>*x*</p>`, '@\n<p>*x*</p>'],
  ['an iframe', '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=1500127395262201857"></iframe>', '@'],
  ['an embed in other elements', `<div class="x">${blockquote}</div>`, '<div class="x">@</div>'],
  ['an embed that lost its markup', flattened, '@'],
  ['the same in a quotation', `> ${flattened}`, '> @'],
  ['a shortcode in a list', '1. {% tweet 1500127395262201857 %}\n2. Two', '1. @\n\n2. Two'],
  ['a shortcode in a sentence', 'Look {% tweet 1500127395262201857 %} there.', 'Look \n@\n\nthere.'],
  [
    'a shortcode in the sentence of a quotation',
    '> Look {% tweet 1500127395262201857 %} there.\n> *End*',
    '> Look \n> @\n>\n> there.\n> *End*',
  ],
  ['a shortcode above words', '{% tweet 1500127395262201857 %}\n*Words*', '@\n\n*Words*'],
  ['a URL below a title', `# Title\n${url}`, '# Title\n@'],
];

function file(part: string): string {
  return ['---', 'title: A', '---', '*One*', '', part, '', '*Two*  '].join('\n');
}

/** The posts as they should come out, on lines that begin as theirs does. */
function expected(pattern: string): string {
  const line = pattern.split('\n').find((text) => text.includes('@')) ?? '';
  const before = line.slice(0, line.indexOf('@')).replaceAll(/[^>\s]/g, ' ');
  const between = line.startsWith('<') ? '' : `\n${before}`;
  return pattern.replace('@', () => styles + between + post);
}

describe('what is replaced in a Markdown file', () => {
  test.each(replaced)('%s', (_, fragment, pattern) => {
    for (const newline of ['\n', '\r\n']) {
      const text = file(fragment).replaceAll('\n', newline);
      const markdown = render(text);
      expect(markdown).toBe(file(expected(pattern)).replaceAll('\n', newline));
      expect(render(markdown)).toBe(markdown);
      const html = read(markdown);
      expect(html).toContain(post);
      expect(html).toContain(styles);
      expect(html).toContain('<p><em>One</em></p>');
      expect(html.trimEnd().endsWith('<p><em>Two</em></p>')).toBe(true);
      expect(load(html)('article.embalm')).toHaveLength(1);
    }
  });
});

const kept: readonly (readonly [string, string])[] = [
  ['a link among words', `See ${url} for more.`],
  ['a URL on a line of a paragraph', `See\n${url}\nfor more.`],
  ['a URL in a list', `- ${url}`],
  ['the URL of a title', `${url}\n===`],
  ['fenced code', `~~~\n\n{{< tweet 1500127395262201857 >}}\n${script}\n~~~`],
  ['indented code', `    {{< tweet 1500127395262201857 >}}\n\n    ${url}`],
  ['a span of code', `\`${blockquote}\` and \`${script}\``],
  ['a title', '## {{< tweet 1500127395262201857 >}}'],
  ['a table', '| a | b |\n| - | - |\n| {{< tweet 1500127395262201857 >}} | c |'],
  ['a footnote', '[^1]: {{< tweet 1500127395262201857 >}}'],
];

describe('what stays in a Markdown file', () => {
  test.each(kept)('%s', (_, fragment) => {
    const text = `*One*\n\n${fragment}\n\n*Two*`;
    expect(render(text)).toBe(text);
  });

  test('front matter, and code beside an embed with its script', () => {
    const head = `---\ntitle: '<a href="${url}">A</a>'\ntweet: |\n\n  ${url}\n\n---\n`;
    const code = `\`\`\`html\n${script}\n\`\`\`\n`;
    expect(render(`${head}\n${blockquote}\n${script}\n\n${code}`)).toBe(`${head}\n${styles}\n${post}\n\n${code}`);
  });

  test('everything, without a post to show', () => {
    const text = `${blockquote}\n${script}`;
    expect(render(text, null)).toBe(text);
  });
});

test('the post of a hostile author stays one block of HTML, and no command of a site generator (safe)', () => {
  const commands = ['{{ site.secret }}', '{% include x %}', '{{< readfile "x" >}}', '[gallery]', '{alert(1)}', '{#x#}'];
  const strings = [
    ...hostileStrings,
    ...commands,
    'a\n\n*b*\n\n    c',
    'a\r\n\r\n# b',
    '</article>\n\n[x](javascript:1)',
  ];
  for (const text of strings) {
    const exhibit = makeExhibit({ text, entities: [] });
    const markdown = render(`*One*\n\n${url}\n\n*Two*`, exhibit);
    const block = markdown.slice(markdown.indexOf('<article'), markdown.lastIndexOf('</article>') + 10);
    expect(block).not.toMatch(/[\n\r{}[\]]/);
    expect(read(markdown)).toBe(
      `<p><em>One</em></p>\n${styles}\n${block}\n<p><em>Two</em></p>`.replace(
        styles,
        () => markdown.split('\n')[2] ?? '',
      ),
    );
    const [written, original] = [block, renderPost(exhibit, { theme: 'light' })].map((html) => load(html)('article'));
    expect(written?.text()).toBe(original?.text());
    expect(render(markdown, exhibit)).toBe(markdown);
  }
  expect(strings.length).toBeGreaterThan(30);
});

test('a post that is archived later is put in beside the others, with one stylesheet', () => {
  const other = 'https://twitter.com/orbitwatch/status/1500127395262201858';
  const text = `${url}\n\n${other}\n`;
  const references = findReferences(text, { format: 'markdown' });
  const first = renderArticle(
    { text, format: 'markdown', source: 'a.md' },
    references.map((reference, index) => ({ reference, exhibit: index === 0 ? null : makeExhibit() })),
  );
  expect(first).toBe(`${url}\n\n${styles}\n${post}\n`);
  expect(render(first)).toBe(`${post}\n\n${styles}\n${post}\n`);
});

test('Markdown can be drawn as a page', () => {
  const article = { text: url, format: 'markdown', source: 'a.md' } as const;
  expect(renderArticle(article, [], { to: 'html' })).toMatch(/^<!doctype html>/);
});

test.each([
  ['behind an embed', `${blockquote}${url}`],
  ['before one', `${url} ${blockquote}`],
  ['between two', `${url}{% tweet 1500127395262201857 %}${url}`],
  ['above one', `${url}\n{% tweet 1500127395262201857 %}`],
  ['below one', `{% tweet 1500127395262201857 %}\n${url}`],
  ['behind one in a list', `- {% tweet 1500127395262201857 %} ${url}`],
])('a URL %s is replaced with it, and not the next time', (_, text) => {
  const markdown = render(text);
  expect(markdown.replaceAll(/<article[^\n]*<\/article>/g, '')).not.toContain(url);
  expect(render(markdown)).toBe(markdown);
});

test.each([
  ['its script', `${blockquote}\n${script}\n${url}`],
  ['its script, on one line', `${blockquote}\n\n${script}${url}`],
  ['a quotation', `> {% tweet 1500127395262201857 %} ${url}`],
])('a URL behind %s stays', (_, text) => {
  const markdown = render(text);
  expect(markdown).toContain(
    `\n${text.startsWith('>') ? '> ' : ''}${text.includes(`${script}${url}`) ? script : ''}${url}`,
  );
  expect(render(markdown)).toBe(markdown);
});
