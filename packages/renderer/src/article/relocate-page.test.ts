import { expect, test } from 'vitest';
import { relocatePage } from './relocate-page.ts';

const url = 'https://news.example/2022/a.html?page=1';

test.each([
  ['<a href="b.html">', '<a href="https://news.example/2022/b.html">'],
  ["<a HREF='/b?x=1&amp;y=2'>", '<a href="https://news.example/b?x=1&amp;y=2">'],
  ['<img src=//cdn.example/a.png alt=a>', '<img src="https://cdn.example/a.png" alt=a>'],
  ['a<script src="../x.js"></script>b<script>1</script>', 'ab'],
  ['<script type="application/ld+json">{}</script>', '<script type="application/ld+json">{}</script>'],
  ['<link rel=stylesheet href=/s.css>', '<link rel=stylesheet href="https://news.example/s.css">'],
  ['<form action="?q"></form>', '<form action="https://news.example/2022/a.html?q"></form>'],
  [
    '<img srcset="a.png 1x, /b,c.png 2x, https://x.example/d.png 3x">',
    '<img srcset="https://news.example/2022/a.png 1x, https://news.example/b,c.png 2x, https://x.example/d.png 3x">',
  ],
  [
    '<p style="background: url(i.png) #fff">',
    '<p style="background: url(&quot;https://news.example/2022/i.png&quot;) #fff">',
  ],
  [
    "<style>@import 's.css'; a { background: url( /i.png ) }</style>",
    '<style>@import "https://news.example/2022/s.css"; a { background: url("https://news.example/i.png") }</style>',
  ],
  ['<svg><use xlink:href="/s.svg#a"/></svg>', '<svg><use xlink:href="https://news.example/s.svg#a"/></svg>'],
  ['<object data="a.pdf"></object>', '<object data="https://news.example/2022/a.pdf"></object>'],
  ['<noscript><img src=a.png></noscript>', '<noscript><img src="https://news.example/2022/a.png"></noscript>'],
  ['<meta charset=iso-8859-1>', '<meta charset="utf-8">'],
  [
    '<meta http-equiv=Content-Type content="text/html; charset=shift_jis">',
    '<meta http-equiv=Content-Type content="text/html; charset=utf-8">',
  ],
  ['<template><img src=a.png></template>', '<template><img src="https://news.example/2022/a.png"></template>'],
])('%s', (before, after) => {
  expect(relocatePage(before, url)).toBe(after);
});

test.each([
  '<a href="#top">',
  '<a href="">',
  '<a href="mailto:ann@news.example">',
  '<a href="javascript:void(0)">',
  '<img src="data:image/png;base64,AA==">',
  '<p data-src="a.png">a.png url(b.png)</p>',
  '<svg><path fill="url(#a)"/></svg>',
  '<a href="http://[">',
  '<meta charset="UTF-8"><meta name="description" content="charset">',
])('stays as it is: %s', (html) => {
  expect(relocatePage(html, url)).toBe(html);
});

test('a base counts, the first of them, and no longer once it has', () => {
  const html = '<base target=_top href="/b/"><base href="/c/"><a href="d">';
  expect(relocatePage(html, url)).toBe('<base target=_top><base><a href="https://news.example/b/d">');
});

test('doing it again changes nothing', () => {
  const once = relocatePage('<base href="x/"><img srcset="a 1x,b 2x" style="background:url(c)">', url);
  expect(relocatePage(once, 'https://other.example/')).toBe(once);
});
