import type { Post } from '@embalm/post';
import { load } from 'cheerio';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullAssets, fullPost } from '../test/full-post.ts';
import { hostileStrings } from '../test/hostile-strings.ts';
import { makeExhibit } from '../test/make-exhibit.ts';
import { withTexts } from '../test/with-texts.ts';
import { renderArticle } from './article/render-article.ts';
import type { Exhibit } from './exhibit.ts';
import { renderPost } from './render-post.ts';

const elements = new Set(
  'a article aside bdi blockquote br caption code dd details div dl dt figure header img li ol p picture q rect source span summary svg table tbody td th thead time tr track ul video'.split(
    ' ',
  ),
);
const attributes = new Set(
  'alt aria-hidden aria-label class controls datetime dir height href kind label lang loading loop muted playsinline poster preload rel role scope sizes src srclang srcset title type width'.split(
    ' ',
  ),
);

/** Texts that decide about a post's shape: addresses, dates, handles. */
function isFixed(text: string): boolean {
  return Object.hasOwn(fullAssets, text) || /^(?:https?:|\d{4}-|orbitwatch$|station_news$)/.test(text);
}

/** What is wrong with a rendered post: elements and attributes that never appear, requests, schemes. */
function findFaults(html: string): readonly string[] {
  const $ = load(html, null, false);
  const faults = $.root().children().length === 1 ? [] : ['the post is not one element'];
  for (const element of $(':is(*)').toArray()) {
    if (!elements.has(element.tagName)) faults.push(`<${element.tagName}>`);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (!attributes.has(name)) faults.push(name);
      if (['src', 'poster'].includes(name) && !/^iss\.media\/[\w.]+$/.test(value)) faults.push(`${name}=${value}`);
      if (['href', 'cite'].includes(name) && !/^https?:\/\//.test(value)) faults.push(`${name}=${value}`);
    }
  }
  return faults;
}

function render(post: Post, provenance: Partial<Exhibit['provenance']> = {}): string {
  return renderPost(makeExhibit(post, provenance, fullAssets));
}

/** The tags of the full post with texts added to its own, and without what depends on line breaks and places. */
function shapeWith(texts: string): string {
  const plain = { ...fullPost, entities: [], communityNote: null };
  const post = withTexts(plain, (text) => (isFixed(text) ? text : `words${texts}`));
  return render(post).replaceAll(/(?<=>)[^<]+|="[^"]*"/g, '');
}

describe('a post of hostile texts', () => {
  test('has only the elements, attributes and addresses that posts have (safe)', () => {
    for (const text of hostileStrings) expect(findFaults(render(withTexts(fullPost, () => text))), text).toEqual([]);
    expect(hostileStrings.length).toBeGreaterThan(35);
  });

  test('has them too where a text is hostile only in part, and media are found (safe)', () => {
    for (const hostile of hostileStrings) {
      const post = withTexts(fullPost, (text) => (Object.hasOwn(fullAssets, text) ? text : text + hostile));
      expect(findFaults(render(post)), hostile).toEqual([]);
    }
  });

  test('keeps the shape of a harmless one (safe)', () => {
    const inline = hostileStrings.filter((text) => !/[\n\u{2028}]/u.test(text));
    for (const text of inline) expect(shapeWith(text), text).toBe(shapeWith(''));
    expect(inline.length).toBeGreaterThan(30);
  });

  test('stands no worse for 500 that nobody thought of (safe)', () => {
    const characters = string({
      unit: constantFrom(
        ...Array.from(`<>"'&=/\\ :;\n\0\u{202E}\u{2066}aA#@$-!`),
        'script',
        'https://',
        'javascript:',
        '\uD83D',
      ),
      maxLength: 30,
    });
    let runs = 0;
    assert(
      property(array(characters, { minLength: 1, maxLength: 20 }), (texts) => {
        let index = 0;
        const post = withTexts(fullPost, (text) => (index++ % 3 === 0 ? text : (texts[index % texts.length] ?? '')));
        expect(findFaults(render(post))).toEqual([]);
        runs += 1;
      }),
      { seed: 7, numRuns: 500 },
    );
    expect(runs).toBe(500);
  });

  test('cannot turn a name around (safe)', () => {
    const name = '\u{202E}\u{2067}ASAN\u{202C}';
    const html = render({
      ...fullPost,
      author: { ...fullPost.author, name, handle: name },
      place: name,
      sourceLabel: name,
    });
    expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  });
});

test('hostile notices and mismatches stay text (safe)', () => {
  for (const text of hostileStrings) {
    const mismatches = [{ field: 'text', claimed: text, found: text, similarity: Number.NaN }] as const;
    const html = render(fullPost, {
      state: 'deleted',
      reason: text,
      recordDigest: text,
      capturedAt: text,
      observedAt: text,
      mismatches,
    });
    expect(findFaults(html), text).toEqual([]);
  }
});

test('media that would have to be asked for are not shown (safe)', () => {
  for (const src of [
    'https://pbs.twimg.com/a.jpg',
    '//a/b',
    'javascript:alert(1)',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html;base64,PHA+',
  ]) {
    const assets = Object.fromEntries(
      Object.keys(fullAssets).map((url) => [
        url,
        { src, width: 1, height: 1, mediaType: url.endsWith('.mp4') ? 'video/mp4' : 'image/webp' },
      ]),
    );
    const $ = load(renderPost(makeExhibit(fullPost, {}, assets)), null, false);
    expect($('img, video, source, [src], [poster]'), src).toHaveLength(0);
    expect($('.em-missing').length).toBeGreaterThan(0);
  }
});

test('sizes that are no sizes are left out (safe)', () => {
  for (const width of [Number.NaN, Infinity, -1, 0, 1.5, 1e9]) {
    const assets = { a: { src: 'iss.media/a.webp', width, height: 10, mediaType: 'image/webp' } };
    const html = renderPost(
      makeExhibit({ media: [{ type: 'photo', url: 'a', width, height: width, alt: null }] }, {}, assets),
    );
    expect(load(html, null, false)('.em-media img').attr('width'), String(width)).toBeUndefined();
  }
});

test('an article of hostile text is text (safe)', () => {
  const text = hostileStrings.join('\n\n');
  const html = renderArticle({ text, format: 'text', source: '"><script>alert(1)</script>.txt' }, [], {
    lang: '"><script>',
    title: '</title><script>alert(1)</script>',
  });
  const $ = load(html);
  const names = new Set(
    $(':is(*)')
      .toArray()
      .map(({ tagName }) => tagName),
  );
  expect(Array.from(names).toSorted((left, right) => left.localeCompare(right, 'en'))).toEqual([
    'body',
    'br',
    'h1',
    'head',
    'html',
    'main',
    'meta',
    'p',
    'style',
    'title',
  ]);
  expect($('style')).toHaveLength(1);
});

test('a long text of nothing but breaks and signs takes no time (safe)', () => {
  for (const piece of ['\n', '#', '@', ' ', '<', '…', 'https://', '\n\n ']) {
    const started = process.threadCpuUsage();
    render({ ...fullPost, text: piece.repeat(100_000), entities: fullPost.entities });
    renderArticle({ text: piece.repeat(100_000), format: 'text', source: 'x' }, []);
    renderArticle({ text: `<p>${piece.repeat(100_000)}<script `.repeat(2), format: 'html', source: 'x' }, []);
    expect(process.threadCpuUsage(started).user, JSON.stringify(piece)).toBeLessThan(5e6);
  }
});
