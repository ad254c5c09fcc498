import { expect, test } from 'vitest';
import { attribute } from './attribute.ts';
import { html, textOfMarkup, trustMarkup } from './html.ts';
import { linkUrl, mediaUrl, textOfUrl } from './safe-url.ts';

const hostile = `<img src=x onerror="alert('1')"> & more`;
const escaped = "&lt;img src=x onerror=&quot;alert('1')&quot;&gt; &amp; more";

test('text between tags is escaped', () => {
  expect(textOfMarkup(html`<p>${hostile}</p>`)).toBe(`<p>${escaped}</p>`);
});

test('text in an attribute is escaped', () => {
  expect(textOfMarkup(html`<p title="a ${hostile}"></p>`)).toBe(`<p title="a ${escaped}"></p>`);
  expect(textOfMarkup(html`<p${attribute('title', hostile)}></p>`)).toBe(`<p title="${escaped}"></p>`);
});

test('control characters and half surrogate pairs become U+FFFD, line breaks stay', () => {
  expect(textOfMarkup(html`${'a\0b\u{1B}c\u{85}d\n\uD83De'}`)).toBe('a\u{FFFD}b\u{FFFD}c\u{FFFD}d\n\u{FFFD}e');
});

test('markup, numbers and lists are written as they are, null is nothing', () => {
  expect(
    textOfMarkup(
      html`<ul>
        ${[html`<li>${'<'}</li>`, null, [html`<li>b</li>`], 3]}
      </ul>`,
    ),
  ).toBe('<ul><li>&lt;</li><li>b</li>3</ul>');
});

test('markup cannot be forged by a payload', () => {
  const forged: unknown = JSON.parse('{"markup":"<script>","text":"<script>"}');
  expect(() => html`${forged as string}`).toThrow('A value of type object is no content');
});

test('the layout of the source is left out, and attributes are parted by one space', () => {
  const written = html`
    <p class="a  b" ${attribute('id', 'c')}${attribute('title', null)} lang="en">
      <br />
      x <b>y</b>
    </p>
  `;
  expect(textOfMarkup(written)).toBe('<p class="a  b" id="c" lang="en"><br>x <b>y</b></p>');
});

test('an attribute may be left out or have no value', () => {
  expect(textOfMarkup(html`<video${attribute('muted', true)}${attribute('loop', null)}></video>`)).toBe(
    '<video muted></video>',
  );
});

test('trusted markup is written as it is', () => {
  expect(textOfMarkup(html`${trustMarkup('<style>a{}</style>')}`)).toBe('<style>a{}</style>');
});

test('a URL that nobody checked is refused (safe)', () => {
  expect(() => html`<a href="${'https://example.org'}"></a>`).toThrow('does not fit a place of kind "address"');
  expect(() => html`<a${attribute('href', 'https://example.org')}></a>`).toThrow('Attribute "href" takes another kind');
  expect(() => html`<a href="x${'y'}"></a>`).toThrow('A URL fills its attribute "href"');
  const url = linkUrl('https://example.org/?a=1&b="');
  expect(url && textOfMarkup(html`<a href="${url}"></a>`)).toBe('<a href="https://example.org/?a=1&amp;b=%22"></a>');
});

test('a value in a place where none can be made harmless is refused (safe)', () => {
  // Under another name, so that the formatter does not mend them.
  const write = html;
  const places: readonly (() => unknown)[] = [
    () => write`<script>${'x'}</script>`,
    () => write`<style>${'x'}</style>`,
    () => write`<!-- ${'x'} -->`,
    () => write`<iframe title="${'x'}"></iframe>`,
    () => write`<p onclick="${'x'}"></p>`,
    () => write`<p style="${'x'}"></p>`,
    () => write`<p class=${'x'}></p>`,
    () => write`<p class='${'x'}'></p>`,
    () => write`<p ${'class'}="x"></p>`,
    () => write`<${'p'}></p>`,
    () => write`<p title="${'x'}`,
    () => attribute('onload', 'x'),
    () => attribute('srcset', 'x'),
  ];
  for (const place of places) expect(place).toThrow(TypeError);
  expect(places).toHaveLength(13);
});

test('only http and https links are followed (safe)', () => {
  const refused = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:x',
    '//example.org',
    'x',
    '',
    'https://',
    `https://example.org/${'a'.repeat(9000)}`,
  ];
  for (const url of refused) expect(linkUrl(url), url).toBeNull();
  const taken = linkUrl('HTTPS://Example.org/a b');
  expect(taken && textOfUrl(taken)).toBe('https://example.org/a%20b');
});

test('only paths and raster or video data are loaded (safe)', () => {
  const refused = [
    'https://pbs.twimg.com/a.jpg',
    '//pbs.twimg.com/a.jpg',
    '/\\pbs.twimg.com',
    '\\\\host',
    'a:b',
    'a b',
    'a?b',
    'a#b',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,PHA+',
    'data:image/png,x',
    'data:image/png;base64,"x"',
    '',
  ];
  for (const url of refused) expect(mediaUrl(url), url).toBeNull();
  for (const url of ['a.webp', 'iss.media/0f.webp', '../m/a.webp', '/m/a%20b.mp4', 'data:image/webp;base64,UklGRg==']) {
    const taken = mediaUrl(url);
    expect(taken && textOfUrl(taken)).toBe(url);
  }
});
