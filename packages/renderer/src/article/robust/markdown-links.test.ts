import { findReferences } from '@embalm/parser';
import { array, assert, constantFrom, oneof, property } from 'fast-check';
import { load } from 'cheerio';
import { micromark } from 'micromark';
import { describe, expect, test } from 'vitest';
import { makeExhibit } from '../../../test/make-exhibit.ts';
import type { Provenance } from '../../exhibit.ts';
import { renderArticle } from '../render-article.ts';

const url = 'https://twitter.com/orbit_watch/status/1500127395262201857';
const when = ' data-versiondate="2022-03-07T09:30:00.000Z"';

function render(text: string, links: 'robust' | 'keep' = 'robust', provenance: Partial<Provenance> = {}): string {
  const references = findReferences(text, { format: 'markdown' });
  return renderArticle(
    { text, format: 'markdown', source: 'a.md' },
    references.map((reference) => ({ reference, exhibit: makeExhibit({}, provenance) })),
    { links },
  );
}

/** What browsers show of Markdown, without what robust links have beside others. */
function read(markdown: string): string {
  const $ = load(micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true }));
  $('a').removeAttr('data-versiondate');
  $('wbr').remove();
  return $('body').html() ?? '';
}

function anchor(words: string, attributes = ''): string {
  return `<a href="${url}"${attributes}${when}>${words}</a>`;
}

const definition = `\n\n[ref]: ${url} 'T'\n`;

describe('links to posts that Markdown writes its own way become robust', () => {
  test.each([
    ['with words', `[a post](${url})`, anchor('a post')],
    ['with marks among its words', `[a **b** \`c*\` ~~d~~](${url})`, anchor('a **b** `c*` ~~d~~')],
    ['with a picture', `[![x](a.png)](${url})`, anchor('![x](a.png)')],
    ['with marks that are none', `*[a*_b_c_ \\*](${url})`, `*${anchor('a\\*_b_c_ \\*')}`],
    [
      'with a title',
      `[a](${url} "He said \\"x|y\\" &amp; \`z\`")`,
      anchor('a', ' title="He said &quot;x&#124;y&quot; &amp; &#96;z&#96;"'),
    ],
    ['with an address in brackets', `[a](<${url}>)`, anchor('a')],
    ['with an address as words', `[${url}](${url})`, anchor(url.replace('//', '<wbr>//'))],
    ['by a label', `[a][REF]${definition}`, `${anchor('a', ' title="T"')}${definition}`],
    [
      'by its words as label',
      `[ref] and [Ref][]${definition}`,
      `${anchor('ref', ' title="T"')} and ${anchor('Ref', ' title="T"')}${definition}`,
    ],
    ['by its address', `See <${url}>.`, `See ${anchor(url.replace('//', '<wbr>//'))}.`],
    ['on two lines of a quotation', `> [a\n> b](${url})`, `> ${anchor('a\n> b')}`],
    [
      'in a list, a title and a table',
      `- # [a](${url})\n\n| a |\n| - |\n| [b](${url}) |`,
      `- # ${anchor('a')}\n\n| a |\n| - |\n| ${anchor('b')} |`,
    ],
  ])('%s', (_, link, robust) => {
    for (const [before, after] of [
      ['*One*\n\n', '\n\n*Two*'],
      ['---\ntitle: "[a]: b"\n\n- x\n---\n', ''],
    ] as const) {
      const text = before + link + after;
      const rendered = render(text);
      expect(rendered).toBe(before + robust + after);
      expect(render(rendered)).toBe(rendered);
      if (!before.startsWith('---')) expect(read(rendered)).toBe(read(text));
      expect(render(text, 'keep')).toBe(text);
    }
  });

  test('with the address of the version in a web archive', () => {
    const memento = {
      url: 'https://web.archive.org/web/20220307101500id_/https://x.com/1',
      original: '',
      at: '2022-03-07T10:15:00.000Z',
    };
    expect(render(`[a](${url})`, 'robust', { source: 'wayback', memento })).toBe(
      `<a href="${url}" data-versionurl="https://web.archive.org/web/20220307101500/https://x.com/1" data-versiondate="2022-03-07T10:15:00.000Z">a</a>`,
    );
  });
});

test.each([
  ['a picture', `A ![x](${url}) b`],
  ['a span of code', `A \`[a](${url})\` b`],
  ['fenced code', `\`\`\`\n[a](${url})\n\`\`\``],
  ['indented code', `    [a](${url})`],
  ['a block of HTML', `<div>\n[a](${url})\n</div>`],
  ['a comment', `<!-- [a](${url}) -->`],
  ['front matter', `---\na: "[a](${url})"\n---\n`],
  ['what is escaped', `\\[a](${url})`],
  ['a definition that nobody names', `[a]: ${url}`],
  ['a definition that another is before', `[a]\n\n[a]: https://example.com\n[a]: ${url}`],
  ['a footnote', `A[^1]\n\n[^1]: ${url}`],
  ['an address as the words of another link', `A [${url}](https://example.com) b`],
  ['a bare address', `A ${url} b`],
  ['a link without words', `A [](${url}) b`],
  ['a link whose words begin below', `[\na](${url})`],
  ['a link within brackets', `A [b [c](${url}) d](https://example.com)`],
  ['the description of a picture', `![a [b](${url})](c.png)`],
  ['attributes of kramdown', `A [b](${url}){:target="_blank"}`],
  ['a paragraph of more than 8,000 characters', `[a](${url}) ${'word '.repeat(1600)}`],
])('what stays: %s', (_, text) => {
  expect(render(text)).toBe(text);
});

test('what would begin a comment, if it were not escaped, hides no link', () => {
  const rendered = `\\<? ${anchor('a')} b ${anchor('c')}`;
  expect(render(`\\<? [a](${url}) b [c](${url})`)).toBe(rendered);
  expect(render(rendered)).toBe(rendered);
});

test('a link stays that another before it may take in', () => {
  const text = `[a][b]([c](${url}))](${url})`;
  expect(render(text)).toBe(text);
});

test('a link to a post of which the article alone says something stays', () => {
  expect(render(`[a](${url})`, 'robust', { source: 'quoted' })).toBe(`[a](${url})`);
});

test('whatever stands around a link reads as before, and again nothing changes', () => {
  const link = constantFrom(
    `](${url})`,
    `[a](${url})`,
    `[*a*](${url} "b")`,
    `<${url}>`,
    '[ref]',
    '[a][ref]',
    definition,
  );
  const mark = constantFrom('[', ']', '![', '(', ')', '*', '**', '***', '_', '`', '``', '<b>', '</b>', '<!--', '-->');
  const other = constantFrom(
    'a',
    'b c',
    '1.',
    ' ',
    '    ',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '#',
    '=',
    '"',
    "'",
    '&amp;',
    '<',
    '>',
    '\\',
    '\\<?',
  );
  const file = array(oneof(link, mark, other), { minLength: 1, maxLength: 14 }).map((parts) => `x ${parts.join('')}`);
  let rewritten = 0;
  assert(
    property(file, (text) => {
      const rendered = render(text);
      // A post that comes in is another matter.
      if (rendered === text || rendered.includes('<article')) return;
      rewritten += 1;
      expect(read(rendered)).toBe(read(text));
      expect(render(rendered)).toBe(rendered);
    }),
    { numRuns: 400 },
  );
  expect(rewritten).toBeGreaterThan(50);
});

test('hostile Markdown takes time that grows with its length', () => {
  for (const part of ['[a](', '*_a', '[[a]', 'a**b ', '[a][b', '`a ``b', '> ', '<!--']) {
    const text = `[x](${url})\n\n${part.repeat(50_000 / part.length)}`;
    expect(render(text).startsWith(anchor('x'))).toBe(true);
  }
});
