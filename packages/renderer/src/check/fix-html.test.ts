import { expect, test } from 'vitest';
import { fetchingCases, harmlessCases } from '../../test/check/cases.ts';
import { fixHtml } from './fix-html.ts';

test.each([
  ['<p>One</p><script src="a.js"></script>\n<p>Two</p>', '<p>One</p>\n<p>Two</p>'],
  ['<p  class="a" onclick="b"\n  id=c>One</P>', '<p  class="a"\n  id=c>One</P>'],
  ['<p title=a onclick="b"id=c>', '<p title=a id=c>'],
  ['<img src="https://a.example/x" alt="A hill" />', '<img alt="A hill" />'],
  ['<style>a{background:url(https://a.example/x) top}</style>', '<style>a{background:url(data:,) top}</style>'],
  ["<style>@import 'https://a.example/x';b{color:red}</style>", "<style>@import 'data:,';b{color:red}</style>"],
  ['<p style="background:url(//a.example/x);color:red">', '<p style="background:url(data:,);color:red">'],
  ['<p style="background:url(&quot;//a.example/x&quot;)" id=a>', '<p id=a>'],
  ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
  ['<img src="//a.example/1" src="//a.example/2">', '<img>'],
  ['<meta http-equiv=refresh content=5><link rel=preconnect href=//a.example>a', 'a'],
  ['<iframe srcdoc="<p onclick=a>b</p>"></iframe>', '<iframe srcdoc="<p>b</p>"></iframe>'],
])('%s becomes %s', (html, expected) => {
  const { text, findings, fixed } = fixHtml(html);
  expect(text).toBe(expected);
  expect(findings).toEqual([]);
  expect(fixed).toBeGreaterThan(0);
});

test('after a fix nothing is left but bases and handlers that belong to another tag', () => {
  let left = 0;
  for (const [, html] of fetchingCases) {
    const { findings } = fixHtml(html);
    left += findings.length;
    expect(
      findings.filter(({ rule, element }) => rule !== 'base' && element !== 'body'),
      html,
    ).toEqual([]);
  }
  expect(left).toBeLessThan(5);
});

test('what is harmless keeps every byte', () => {
  for (const html of harmlessCases) expect(fixHtml(html)).toEqual({ text: html, fixed: 0, findings: [] });
});
