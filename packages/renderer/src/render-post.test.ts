import type { Post } from '@embalm/post';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fullAssets, fullPost } from '../test/full-post.ts';
import { makeExhibit } from '../test/make-exhibit.ts';
import { makePost } from '../test/make-post.ts';
import { attributesOf, renderExhibit, textsOf } from '../test/render-exhibit.ts';
import { renderPost } from './render-post.ts';

test('a plain post is an article with its author, words, date and provenance', () => {
  expect(renderPost(makeExhibit())).toMatchInlineSnapshot(
    `"<article class="embalm h-cite" lang="en" dir="ltr" aria-label="Post by Orbit Watch (@orbitwatch)"><header class="em-head p-author h-card"><span class="em-avatar" aria-hidden="true">O</span><div><a class="em-name p-name u-url" href="https://x.com/orbitwatch" rel="noreferrer"><bdi>Orbit Watch</bdi></a> <span class="em-handle p-nickname">@orbitwatch</span></div></header><blockquote class="em-text e-content"><p>The station passes over Lisbon tonight.</p></blockquote><p class="em-meta"><a class="em-date u-url" href="https://x.com/orbitwatch/status/1500127395262201857" rel="noreferrer"><time class="dt-published" datetime="2022-03-05T14:02:31Z">5 March 2022, 14:02 UTC</time></a></p><details class="em-provenance"><summary><span>Archived <time class="dt-accessed" datetime="2022-03-07T09:30:00Z">7 March 2022</time></span></summary><dl><dt>Captured</dt><dd>7 March 2022, 09:30 UTC</dd><dt>Source</dt><dd>the embed page of X</dd><dt>Record</dt><dd><code>sha256:5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c5f2c</code></dd></dl></details></article>"`,
  );
});

test('the same exhibit gives the same text twice', () => {
  const exhibit = makeExhibit(fullPost, { state: 'deleted' }, fullAssets);
  expect(renderPost(exhibit)).toBe(renderPost(exhibit));
});

test('words keep their paragraphs and lines, and lead where their entities say', () => {
  const $ = renderExhibit(fullPost);
  const text = $('.embalm > .em-text');
  expect(
    text
      .children('p')
      .map((_, p) => $(p).html())
      .get(),
  ).toMatchInlineSnapshot(`
    [
      "Tonight <a href="https://x.com/station_news" rel="noreferrer">@station_news</a> shows <a href="https://x.com/hashtag/ISS" rel="noreferrer">#ISS</a> and <a href="https://x.com/search?q=%24BA" rel="noreferrer">$BA</a>:<br><a href="https://www.example.org/passes/lisbon" title="https://t.co/abcdefghij" rel="noreferrer">example.org/passes/lisbon</a>",
      "Bring binoculars.",
    ]
  `);
});

test('an author is shown with picture, verification and affiliation', () => {
  const $ = renderExhibit(fullPost);
  const head = $('.embalm > header');
  expect(head.find('img.u-photo').attr()).toMatchObject({
    src: 'iss.media/avatar.webp',
    alt: '',
    width: '48',
    height: '48',
  });
  expect(head.find('img.em-square')).toHaveLength(1);
  expect(head.find('.em-tick').attr('aria-label')).toBe('Verified organisation');
  expect(head.find('img.em-badge').attr('alt')).toBe('Affiliated with Orbital Agency');
  expect(head.find('bdi.em-badge').text()).toBe('Automated by @orbital');
  expect(head.text()).toBe('Orbit Watch  Automated by @orbital @orbitwatch');
  expect(head.find('a.p-name').attr('href')).toBe('https://x.com/orbitwatch');
});

test('an author without a picture has a letter', () => {
  expect(renderExhibit({ author: { ...fullPost.author, avatar: null, name: ' émilie' } })('.em-avatar').text()).toBe(
    'É',
  );
});

test('facts and counts are told with their dates', () => {
  const $ = renderExhibit({ ...fullPost, media: [], quote: null, parent: null });
  expect(textsOf($, '.em-meta')).toEqual([
    '5 March 2022, 14:02 UTC · Edited · Lisbon, Portugal · Orbit Poster',
    '1 reply · 204 reposts · 12,431 likes · 1,530,221 views (as of 7 March 2022)',
  ]);
});

test('a post that is withheld in some countries says in which', () => {
  const withheld = { countries: ['DE', 'XY', 'TR', '<b>'], copyright: false, scope: null };
  expect(renderExhibit({ withheld })('.em-meta').text()).toMatch(/ · Withheld in DE, TR$/);
  expect(renderExhibit({ withheld: { ...withheld, countries: ['XX'] } })('.em-meta').text()).not.toContain('Withheld');
});

test('an older version names the newer one', () => {
  const $ = renderExhibit({ edits: { ids: ['x:1500127395262201857', 'x:1500127395262201900'], edited: true } });
  expect($('.em-meta a').last().attr('href')).toBe('https://x.com/i/status/1500127395262201900');
});

test('a text that was cut says so', () => {
  expect(renderExhibit({ truncated: true })('.em-rest').text()).toBe('The rest of this long post was not archived.');
});

test('a post of right-to-left words runs from right to left, whatever it begins with', () => {
  const text = '@orbitwatch مرحبا\n\n#ISS';
  const entities: Post['entities'] = [
    { type: 'mention', range: [0, 11], handle: 'orbitwatch', name: null },
    { type: 'hashtag', range: [19, 23], tag: 'ISS' },
  ];
  const $ = renderExhibit({ text, entities, lang: 'ar' });
  expect($('.em-text').attr('lang')).toBe('ar');
  expect(attributesOf($, '.em-text p', 'dir')).toEqual(['rtl', 'rtl']);
  expect(attributesOf($, '.em-text a', 'dir')).toEqual(['ltr', 'ltr']);
});

test('a theme is named where one is asked for', () => {
  expect(renderExhibit({}, {}, { theme: 'dark' })('article').attr('data-theme')).toBe('dark');
  expect(renderExhibit({}, {}, { theme: 'auto' })('article').attr('data-theme')).toBeUndefined();
});

test('a post with nothing but an author is still a post', () => {
  const $ = load(
    renderPost(makeExhibit({ ...makePost(), text: '', createdAt: null, url: null, id: 'x:~abc' })),
    null,
    false,
  );
  expect(
    $('.embalm > *')
      .map((_, part) => part.tagName)
      .get(),
  ).toEqual(['header', 'details']);
});
