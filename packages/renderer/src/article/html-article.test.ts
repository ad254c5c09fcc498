import { findReferences } from '@embalm/parser';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { makeReference } from '../../test/make-reference.ts';
import type { Provenance } from '../exhibit.ts';
import { renderPost } from '../render-post.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import type { Embed } from './article.ts';
import { renderArticle } from './render-article.ts';

const blockquote = '<blockquote class="twitter-tweet"><p>The post</p>&mdash; Orbit Watch</blockquote>';
const script = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
const post = renderPost(makeExhibit(), { theme: 'light' });
const styles = `<style>${stylesheetFor(post)}</style>`;

function render(text: string, embeds: readonly Embed[]): string {
  return renderArticle({ text, format: 'html', source: 'a.html' }, embeds);
}

function embed(text: string, part: string, kind: Embed['reference']['kind'] = 'embed'): Embed {
  return { reference: makeReference(text, part, { kind }), exhibit: makeExhibit() };
}

test('an embed is replaced, its script goes, and every other byte stays', () => {
  const text = `<!DOCTYPE html>\r\n<html><HEAD><title>a</title></HEAD>\r\n<body  >\n<p>One</P>${blockquote} ${script}\n<p>Two &nbsp;`;
  expect(render(text, [embed(text, blockquote)])).toBe(
    text.replace('</HEAD>', `${styles}</HEAD>`).replace(blockquote, post).replace(script, ''),
  );
});

test('a page without a head has the stylesheet before the first post', () => {
  const text = `<p>One</p>${blockquote}`;
  expect(render(text, [embed(text, blockquote)])).toBe(`<p>One</p>${styles}${post}`);
});

test('without a post to show nothing changes', () => {
  const text = `<head></head>${blockquote}${script}`;
  expect(render(text, [{ ...embed(text, blockquote), exhibit: null }])).toBe(text);
  expect(render(text, [])).toBe(text);
});

test('the script stays while another embed needs it', () => {
  const second = blockquote.replace('The', 'A');
  const text = `${blockquote}${second}${script}`;
  const html = render(text, [embed(text, blockquote), { ...embed(text, second), exhibit: null }]);
  expect(html).toContain(script);
  expect(html).toContain(second);
});

test('a paragraph that holds nothing but the reference goes with it', () => {
  const text = '<p>One</p>\n<p class="x">\n The post — Orbit (@o) March 5, 2022 </p>\n<p>Two</p>';
  const html = render(text, [embed(text, 'The post — Orbit (@o) March 5, 2022', 'flattened-embed')]);
  expect(html).toBe(`<p>One</p>\n${styles}${post}\n<p>Two</p>`);
});

test('a link alone in its paragraph becomes the post, a link in running text stays', () => {
  const anchor = '<a href="https://x.com/o/status/1">post</a>';
  const alone = `<p>${anchor}</p>`;
  expect(render(alone, [embed(alone, anchor, 'post-url')])).toBe(styles + post);
  const within = `<p>See ${anchor}.</p>`;
  expect(render(within, [embed(within, anchor, 'post-url')])).toBe(within);
});

test('a page that speaks of colour schemes gets posts that follow them', () => {
  const text = `<head><meta name="color-scheme" content="light dark"></head>${blockquote}`;
  expect(load(render(text, [embed(text, blockquote)]))('article').attr('data-theme')).toBeUndefined();
});

test('all spellings of the script are known, and no other script goes', () => {
  const gone = [
    script,
    '<script src=//platform.twitter.com/widgets.js></script>',
    "<SCRIPT type='text/javascript' src = 'http://platform.x.com/widgets.js?a'> </SCRIPT >",
  ];
  const kept = [
    '<script src="/widgets.js"></script>',
    '<script data-x="platform.twitter.com/widgets.js"></script>',
    '<script>// https://platform.twitter.com/widgets.js</script>',
    '<script src="https://platform.twitter.com.evil.example/widgets.js"></script>',
  ];
  const text = `${blockquote}${[...gone, ...kept].join('')}`;
  expect(render(text, [embed(text, blockquote)])).toBe(`${styles}${post}${kept.join('')}`);
});

test('references that the parser finds are replaced in the page they were found in', () => {
  const text = `<html><head></head><body><p>One</p>\n${blockquote.replace('</blockquote>', ' (@orbitwatch) <a href="https://twitter.com/orbitwatch/status/1500127395262201857">March 5, 2022</a></blockquote>')}\n<p>Two</p></body></html>`;
  const references = findReferences(text, { format: 'html' });
  expect(references).toHaveLength(1);
  const html = render(
    text,
    references.map((reference) => ({ reference, exhibit: makeExhibit() })),
  );
  expect(html).toBe(`<html><head>${styles}</head><body><p>One</p>\n${post}\n<p>Two</p></body></html>`);
});

test('markup in the string of a script or in an attribute stays, for a post would break what it is in', () => {
  const written = blockquote.replace(
    '</blockquote>',
    ' (@orbitwatch) <a href="https://twitter.com/orbitwatch/status/1500127395262201857">March 5, 2022</a></blockquote>',
  );
  const text = `<p>One</p><script type="application/json">${JSON.stringify({ body: written })}</script><div data-html='${written}'></div>`;
  const references = findReferences(text, { format: 'html' });
  expect(references).toMatchObject([{ inString: true }, { inString: true }]);
  expect(
    render(
      text,
      references.map((reference) => ({ reference, exhibit: makeExhibit() })),
    ),
  ).toBe(text);
});

const status = 'https://twitter.com/orbitwatch/status/1500127395262201857';

/** As the command does it: with what the parser finds. */
function renderFound(text: string, isArchived = (_index: number): boolean => true): string {
  const references = findReferences(text, { format: 'html' });
  return render(
    text,
    references.map((reference, index) => ({ reference, exhibit: isArchived(index) ? makeExhibit(fullPost) : null })),
  );
}

test.each([
  `<head></head><p>One</p>${blockquote}${script}<p><a href="${status}">${status}</a></p><p>{{< tweet 1 >}}</p>`,
  `<p>One</p>\n<p><a href="${status}">post</a></p>\n<article><p>The post — Orbit (@orbitwatch) March 5, 2022</p></article>`,
])('rendering a page again changes nothing', (text) => {
  const page = renderFound(text);
  expect(page).toContain('<article class="embalm');
  expect(renderFound(page)).toBe(page);
});

test('a post that is archived later comes beside the others, in their colours, and the one stylesheet grows', () => {
  const link = `<p><a href="${status}">post</a></p>`;
  const text = `<head></head>${link}\n${link}`;
  const first = renderFound(text, (index) => index === 1);
  expect(first).toContain(link);
  expect(renderFound(first)).toBe(renderFound(text));
});

test('an article that is never closed is none of ours, and hides nothing', () => {
  const text = `<article class="embalm"><p>One</p>${blockquote}`;
  expect(render(text, [embed(text, blockquote)])).toContain(post);
});

test.each([
  ['a timeline', '<a class="twitter-timeline" href="https://twitter.com/o">Posts</a>'],
  ['a button', "<a class='x twitter-share-button' href=https://twitter.com/share>Share</a>"],
  ['an embed that is not known as one', '<blockquote class="twitter-video">?</blockquote>'],
  ['a script', '<script>twttr.ready(show)</script>'],
])("X's script stays while it is needed by %s", (_, use) => {
  const text = `${blockquote}${use}${script}`;
  expect(render(text, [embed(text, blockquote)])).toBe(`${styles}${post}${use}${script}`);
});

function renderRobust(page: string, provenance: Partial<Provenance>): string {
  const references = findReferences(page, { format: 'html' });
  return renderArticle(
    { text: page, format: 'html', source: 'a.html' },
    references.map((reference) => ({ reference, exhibit: makeExhibit({}, provenance) })),
    { links: 'robust' },
  );
}

describe('robust links', () => {
  const anchor = `<a class="x" href="${status}">post</a>`;
  const text = `<p>See ${anchor}.</p>`;
  const memento = {
    url: 'https://web.archive.org/web/20220307101500id_/https://twitter.com/o/status/1?a="&b',
    original: 'https://twitter.com/o/status/1',
    at: '2022-03-07T10:15:00.000Z',
  };

  test.each<readonly [string, Partial<Provenance>, string]>([
    ['say when the post was captured', {}, ' data-versiondate="2022-03-07T09:30:00.000Z"'],
    [
      'say where it is in a web archive',
      { source: 'wayback', memento },
      ' data-versionurl="https://web.archive.org/web/20220307101500/https://twitter.com/o/status/1?a=%22&amp;b" data-versiondate="2022-03-07T10:15:00.000Z"',
    ],
    ['say nothing of a post that was never captured', { source: 'quoted' }, ''],
  ])('%s', (_, provenance, attributes) => {
    const page = renderRobust(text, provenance);
    expect(page).toBe(text.replace('<a', () => `<a${attributes}`));
    expect(renderRobust(page, provenance)).toBe(page);
  });

  test('stay as their author wrote them, beside posts that come in', () => {
    const own = `<a data-versiondate="2020-01-01" href="${status}">post</a>`;
    const page = `<p>See ${own}.</p>${blockquote}<p>See ${anchor}</p>`;
    const references = [embed(page, own, 'post-url'), embed(page, blockquote), embed(page, anchor, 'post-url')];
    expect(renderArticle({ text: page, format: 'html', source: 'a.html' }, references, { links: 'robust' })).toBe(
      `<p>See ${own}.</p>${styles}${post}<p>See ${anchor.replace('<a', '<a data-versiondate="2022-03-07T09:30:00.000Z"')}</p>`,
    );
  });
});
