import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { fullAssets, fullPost } from '../../test/full-post.ts';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { withTexts } from '../../test/with-texts.ts';
import { checkHtml } from '../check/check-html.ts';
import { forms, renderForm } from './render-form.ts';

const exhibit = makeExhibit(fullPost, { state: 'deleted' }, fullAssets);

test('plain text says all that the post says', () => {
  expect(renderForm(exhibit, 'text')).toMatchInlineSnapshot(`
    "The original of this post has been deleted.

    > > Orbit Watch (@orbitwatch) <https://x.com/orbitwatch>
    > >
    > > Where can we see it?
    > >
    > > 5 March 2022, 14:02 UTC <https://x.com/orbitwatch/status/1500127395262201857>
    >
    > Orbit Watch (@orbitwatch) <https://x.com/orbitwatch> · Verified organisation · Automated by @orbital
    >
    > Tonight @station_news shows #ISS and $BA:
    > example.org/passes/lisbon <https://www.example.org/passes/lisbon>
    >
    > Bring binoculars.
    >
    > [A trail over a river]
    >
    > [Photo without description]
    >
    > [The crew waves]
    >
    > Video, 1:01 <https://x.com/orbitwatch/status/1500127395262201857>
    >
    > GIF <https://x.com/orbitwatch/status/1500127395262201857>
    >
    > Poll · 1,000 votes · Final results
    >
    > - I will look: 75% (750)
    > - I will sleep: 25% (250)
    >
    > Passes over Lisbon · example.org <https://www.example.org/passes/lisbon>
    > When to look up.
    >
    > > Orbit Watch (@orbitwatch) <https://x.com/orbitwatch>
    > >
    > > The pass in full:
    > >
    > > [A trail]
    > >
    > > Quotes @orbitwatch <https://x.com/orbitwatch/status/1500127395262201857>
    > >
    > > 5 March 2022, 14:02 UTC <https://x.com/station_news/status/1500127395262201000>
    >
    > Readers added context:
    > The pass is at 21:04.
    > See example.org/note
    >
    > 5 March 2022, 14:02 UTC <https://x.com/orbitwatch/status/1500127395262201857> · Edited · Lisbon, Portugal · Orbit Poster
    > 1 reply · 204 reposts · 12,431 likes · 1,530,221 views (as of 7 March 2022)

    Archived 7 March 2022 · original deleted"
  `);
});

test('Markdown escapes what the post says', () => {
  const text = '# a *b* [c](javascript:d) <img src=x> `e` https://f.example 1. g\n- h';
  expect(renderForm(makeExhibit({ text }), 'markdown')).toMatchInlineSnapshot(`
    "> [Orbit Watch \\(\\@orbitwatch\\)](<https://x.com/orbitwatch>)
    >
    > \\# a \\*b\\* \\[c\\]\\(javascript\\:d\\) \\<img src\\=x\\> \\\`e\\\` https\\://f\\.example 1\\. g\\
    > \\- h
    >
    > [5 March 2022, 14\\:02 UTC](<https://x.com/orbitwatch/status/1500127395262201857>)

    Archived 7 March 2022"
  `);
});

test('a feed has no class, no style, nothing folded, and each text once', () => {
  const html = renderForm(exhibit, 'feed');
  const $ = load(html, null, false);
  const names = new Set(
    $(':is(*)')
      .toArray()
      .map(({ tagName }) => tagName),
  );
  expect([...names].toSorted((left, right) => left.localeCompare(right, 'en'))).toEqual([
    'a',
    'blockquote',
    'br',
    'img',
    'li',
    'p',
    'ul',
  ]);
  expect($('[class], [style], [id]')).toHaveLength(0);
  for (const words of ['Bring binoculars.', 'A trail over a river', 'I will look: 75% (750)', 'Passes over Lisbon']) {
    expect(html.split(words), words).toHaveLength(2);
  }
});

test('a feed and a text have no sensitive media', () => {
  const sensitive = makeExhibit({ ...fullPost, sensitive: true, quote: null, parent: null }, {}, fullAssets);
  expect(renderForm(sensitive, 'feed')).not.toContain('<img');
  expect(renderForm(sensitive, 'text')).toContain('Sensitive content');
});

test('a compact post has its words and pictures, and no more', () => {
  const $ = load(renderForm(exhibit, 'compact'), null, false);
  expect($('.em-compact .em-text, .em-compact .em-media')).toHaveLength(2);
  expect($('.em-poll, .em-card, .em-nested, .em-note')).toHaveLength(0);
});

test('a frame is a whole file that loads nothing', () => {
  const html = renderForm(makeExhibit(fullPost), 'iframe');
  const $ = load(html);
  expect($('title').text()).toBe('Post by Orbit Watch (@orbitwatch)');
  expect($('meta[http-equiv]').attr('content')).toContain("default-src 'none'");
  expect(checkHtml(html, { selfContained: true })).toEqual([]);
});

test('a shadow root holds the post and its styles, and no second copy of it', () => {
  const html = renderForm(exhibit, 'dsd');
  expect(html).toMatch(/^<div><template shadowrootmode="open"><style>.*<\/article><\/template><\/div>$/s);
  expect(html.split('Bring binoculars.')).toHaveLength(2);
});

describe.each(forms)('as %s', (form) => {
  test('hostile texts stay text (safe)', () => {
    for (const text of hostileStrings) {
      const html = renderForm({ ...exhibit, post: withTexts(fullPost, (each) => each + text) }, form);
      if (form !== 'text' && form !== 'markdown') expect(checkHtml(html), text).toEqual([]);
      if (form === 'markdown')
        expect(html.replaceAll(/\\.|\(<[^<>\s]*>\)/gs, ''), text).not.toMatch(/<(?!https?:|iss\.media)|`|\*|!(?!\[)/);
      expect(html).not.toMatch(/[\0\uD800-\uDFFF](?![\uDC00-\uDFFF])/);
    }
  });

  test('the same exhibit gives the same text twice', () => {
    expect(renderForm(exhibit, form)).toBe(renderForm(exhibit, form));
  });
});
