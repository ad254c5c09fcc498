import { describe, expect, test } from 'vitest';
import { fetchingCases, harmlessCases } from '../../test/check/cases.ts';
import { fullAssets, fullPost } from '../../test/full-post.ts';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { renderArticle } from '../article/render-article.ts';
import { makeReference } from '../../test/make-reference.ts';
import { checkHtml } from './check-html.ts';
import { fetchingAttributes, loadingRelations } from './fetching-attributes.ts';

function brief(html: string): string {
  const findings = checkHtml(html).map(({ effect, rule }) => `${effect} ${rule}`);
  return [...new Set(findings)].join(', ');
}

describe('what a page would do', () => {
  test.each(fetchingCases)('%s: %s', (expected, html) => {
    expect(brief(html)).toBe(expected);
  });

  test('a great many ways are known', () => {
    expect(fetchingCases.length).toBeGreaterThan(120);
    expect(harmlessCases.length).toBeGreaterThan(40);
  });

  test.each(harmlessCases)('nothing: %s', (html) => {
    expect(brief(html)).toBe('');
  });
});

test('every attribute of the list is found on each of its elements', () => {
  let count = 0;
  for (const { elements, attribute, form, use } of fetchingAttributes) {
    for (const element of elements) {
      const name = element === '*' ? 'div' : element;
      const address = use === 'link' ? 'javascript:x' : 'https://a.example/x';
      const value = form === 'srcset' ? `${address} 2x` : address;
      const type = name === 'input' ? ' type=image' : '';
      const html = `<${name}${type} ${attribute}="${value}">`;
      const inPlace = name === 'frame' ? `<frameset>${html}</frameset>` : html;
      expect(
        checkHtml(inPlace).filter((finding) => finding.attribute === attribute),
        html,
      ).toHaveLength(1);
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(50);
});

test('every relation of the list is found, and the others say nothing', () => {
  for (const [relation, effect] of loadingRelations) {
    expect(brief(`<link rel="${relation}" href="https://a.example/x">`)).toBe(`${effect} link`);
  }
  for (const relation of ['canonical', 'alternate', 'author', 'license', 'me', 'webmention']) {
    expect(brief(`<link rel="${relation}" href="https://a.example/x">`)).toBe('');
  }
});

test('a finding says where it stands, in lines and columns', () => {
  const [finding] = checkHtml('<p>One</p>\r\n<p>\u{1F600} <img alt="" src="https://a.example/x.png"></p>');
  expect(finding).toMatchObject({
    line: 2,
    column: 19,
    element: 'img',
    attribute: 'src',
    what: 'https://a.example/x.png',
    range: [30, 59],
  });
});

test('a finding in a stylesheet is placed in it', () => {
  const [finding] = checkHtml('<style>\n.a { color: red }\n.b { background: url(https://a.example/x) }</style>');
  expect(finding).toMatchObject({ line: 3, column: 18, element: 'style', attribute: null });
});

test('a file of its own counts only where a page must stand alone', () => {
  const html = '<img src="a.webp"><video src="/b.mp4" poster="../c.webp"></video><a href="d.html">d</a>';
  expect(checkHtml(html)).toEqual([]);
  expect(checkHtml(html, { selfContained: true }).map(({ attribute }) => attribute)).toEqual(['src', 'src', 'poster']);
});

test('the pages that embalm makes are clean', () => {
  const text = `One\n\nreference\n\n${hostileStrings.join('\n\n')}`;
  const exhibit = makeExhibit(fullPost, { state: 'deleted' }, fullAssets);
  const html = renderArticle({ text, format: 'text', source: 'a.txt' }, [
    { reference: makeReference(text, 'reference'), exhibit },
  ]);
  expect(html).toContain('em-poll');
  expect(checkHtml(html)).toEqual([]);
});

test('deep, long and broken pages take no time', () => {
  const pieces = ['<div>', '<b>', 'url(', '<style>', '"', '<a b', "<svg><style>@import '", '<img srcset="', 'a,'];
  for (const piece of pieces) {
    const started = process.threadCpuUsage();
    checkHtml(piece.repeat(20_000));
    checkHtml(`<style>${piece.repeat(20_000)}</style><p style="${piece.repeat(20_000)}">`);
    checkHtml(`<img srcset='${piece.repeat(20_000)}' style='${'\\'.repeat(20_000)}'>`);
    expect(process.threadCpuUsage(started).user, piece).toBeLessThan(5e6);
  }
});
