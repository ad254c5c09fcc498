import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { makeReference } from '../../test/make-reference.ts';
import type { Embed } from './article.ts';
import { renderArticle } from './render-article.ts';

const url = 'https://twitter.com/orbitwatch/status/1500127395262201857';
const other = 'https://x.com/orbitwatch/status/1500127395262201999';

function render(text: string, embeds: readonly Embed[] = [], options: Parameters<typeof renderArticle>[2] = {}) {
  return load(renderArticle({ text, format: 'text', source: 'seeds/iss.txt' }, embeds, options));
}

/** What stands on the page, one entry for each paragraph or post. */
function outlineOf(text: string, embeds: readonly Embed[]): readonly string[] {
  const $ = render(text, embeds);
  return $('main > *')
    .toArray()
    .map((element) =>
      element.tagName === 'article' ? `[${$(element).find('.em-text').text()}]` : ($(element).html() ?? ''),
    );
}

function link(text: string, part: string, id = '1500127395262201857'): Embed {
  const reference = makeReference(text, part, { kind: 'post-url', post: { platform: 'x', id }, links: [part] });
  return { reference, exhibit: makeExhibit({ id: `x:${id}`, text: id.slice(-3) }) };
}

test('a text without references is a page of its paragraphs', () => {
  const html = renderArticle(
    { text: ' First line\nsecond <line>\n\n \n\nLast & least.\n', format: 'text', source: 'seeds/iss.txt' },
    [],
  );
  expect(html.replace(/<style>.*<\/style>/, '<style></style>').replace(/'sha256-[^']+'/, "'sha256-…'"))
    .toMatchInlineSnapshot(`
      "<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; media-src 'self' data:; style-src 'self' 'sha256-…'"><meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1"><title>First line second &lt;line&gt; Last &amp; least.</title><style></style></head><body> <main>
      <p dir="auto"> First line<br>second &lt;line&gt;</p>
      <p dir="auto">Last &amp; least.</p></main> </body></html>
      "
    `);
});

test('an embed that lost its markup is replaced where it stands', () => {
  const text = 'Before. The post — Orbit Watch (@orbitwatch) March 5, 2022 After.\n\nEnd.';
  const reference = makeReference(text, 'The post — Orbit Watch (@orbitwatch) March 5, 2022');
  expect(outlineOf(text, [{ reference, exhibit: makeExhibit() }])).toEqual([
    'Before. ',
    '[The station passes over Lisbon tonight.]',
    ' After.',
    'End.',
  ]);
});

test('a paragraph that is a link to a post becomes the post', () => {
  const text = `One.\n\n${url}\n\nTwo.`;
  expect(outlineOf(text, [link(text, url)])).toEqual(['One.', '[857]', 'Two.']);
});

test('so does a list of links, one a line', () => {
  const text = `One.\n\n${url}\n${other}`;
  expect(outlineOf(text, [link(text, other, '1500127395262201999'), link(text, url)])).toEqual([
    'One.',
    '[857]',
    '[999]',
  ]);
});

test('a link in a sentence stays a link, and its post follows the paragraph', () => {
  const text = `As ${url} says,\nit passes.\n\nTwo.`;
  const words = `As <a href="${url}" rel="noreferrer">${url}</a> says,<br>it passes.`;
  expect(outlineOf(text, [link(text, url)])).toEqual([words, '[857]', 'Two.']);
});

test('a link without scheme leads where the reference says', () => {
  const text = 'See pic.twitter.com/fj2coK1xR1 for more.';
  const reference = makeReference(text, 'pic.twitter.com/fj2coK1xR1', {
    kind: 'short-link',
    links: ['https://pic.twitter.com/fj2coK1xR1'],
  });
  const $ = render(text, [{ reference, exhibit: makeExhibit() }]);
  expect($('main > p a').attr('href')).toBe('https://pic.twitter.com/fj2coK1xR1');
});

test('a post that is on the page already is not shown again for a link', () => {
  const text = `The post — Orbit Watch (@orbitwatch) March 5, 2022\n\nSee ${url} again.\n\n${url}`;
  const whole = makeReference(text, 'The post — Orbit Watch (@orbitwatch) March 5, 2022');
  const last = {
    ...link(text, url),
    reference: { ...link(text, url).reference, range: [text.lastIndexOf(url), text.length] as const },
  };
  const anchor = `<a href="${url}" rel="noreferrer">${url}</a>`;
  expect(outlineOf(text, [{ reference: whole, exhibit: makeExhibit() }, link(text, url), last])).toEqual([
    '[The station passes over Lisbon tonight.]',
    `See ${anchor} again.`,
    anchor,
  ]);
});

test('a reference without a post stays as it stands', () => {
  const text = `See ${url}.`;
  expect(outlineOf(text, [{ ...link(text, url), exhibit: null }])).toEqual([text]);
});

test('of references that overlap the first stays, and ranges that are none are left out', () => {
  const text = 'Before. The post. After.';
  const bad = [
    [-1, 3],
    [3, 3],
    [5, 2],
    [0, 999],
    [0.5, 3],
  ] as const;
  const embeds = [
    ...bad.map((range): Embed => ({
      reference: { ...makeReference(text, 'post'), range },
      exhibit: makeExhibit({ text: 'bad' }),
    })),
    { reference: makeReference(text, 'post. After'), exhibit: makeExhibit({ text: 'second' }) },
    { reference: makeReference(text, 'The post.'), exhibit: makeExhibit({ text: 'first' }) },
  ];
  expect(outlineOf(text, embeds)).toEqual(['Before. ', '[first]', ' After.']);
});

test('a title is shown where one is given; else the page is titled with its first words', () => {
  expect(render('Text.', [], { title: 'A title' })('h1, title').text()).toBe('A titleA title');
  expect(render('Text.')('h1')).toHaveLength(0);
  expect(render(' Further\n escalating   the tensions ')('title').text()).toBe('Further escalating the tensions');
  expect(render('word '.repeat(100))('title').text()).toBe(`${'word '.repeat(13)}word…`);
  expect(render('今'.repeat(100))('title').text()).toBe(`${'今'.repeat(70)}…`);
  expect(render('')('title').text()).toBe('iss');
});

test('language and theme are named where they are given', () => {
  expect(render('x')('html').attr()).toEqual({});
  expect(render('x', [], { lang: 'ru', theme: 'dark' })('html').attr()).toEqual({ lang: 'ru', 'data-theme': 'dark' });
});

test('the cost grows with the length and not with its square', () => {
  const line = `Words ${url} words.\n\n`;
  const count = 5000;
  const embeds = Array.from({ length: count }, (_, index): Embed => {
    const start = index * line.length + line.indexOf(url);
    const { reference } = link(line, url);
    return {
      reference: { ...reference, range: [start, start + url.length] },
      exhibit: makeExhibit({ id: `x:${index + 1}` }),
    };
  });
  const started = process.threadCpuUsage();
  const html = renderArticle({ text: line.repeat(count), format: 'text', source: 'a.txt' }, embeds);
  expect(html.split('<article').length - 1).toBe(count);
  expect(process.threadCpuUsage(started).user).toBeLessThan(4e6);
});
