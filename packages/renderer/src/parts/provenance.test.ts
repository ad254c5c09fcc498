import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { makePost } from '../../test/make-post.ts';
import { renderExhibit, textsOf } from '../../test/render-exhibit.ts';
import { renderPost } from '../render-post.ts';

test('an archived post says when it was archived, and behind that all that is known', () => {
  const $ = renderExhibit({}, {});
  expect($('.em-provenance summary').text()).toBe('Archived 7 March 2022');
  expect(textsOf($, '.em-provenance dt, .em-provenance dd')).toEqual([
    'Captured',
    '7 March 2022, 09:30 UTC',
    'Source',
    'the embed page of X',
    'Record',
    `sha256:${'5f2c'.repeat(16)}`,
  ]);
});

test('a post that was looked for again says when, and what came of it', () => {
  const $ = renderExhibit({}, { observedAt: '2024-08-01T00:00:00.000Z' });
  expect(textsOf($, '.em-provenance dt')).toEqual(['Captured', 'Source', 'Last checked', 'Record']);
  expect(textsOf($, '.em-provenance dd')[2]).toBe('1 August 2024, 00:00 UTC: live');
});

test('a deleted post is shown with what became of it', () => {
  const $ = renderExhibit(
    {},
    { state: 'deleted', observedAt: '2024-08-01T00:00:00.000Z', reason: 'This Post was deleted.' },
  );
  expect($('.em-notice').text()).toBe('The original of this post has been deleted. This Post was deleted.');
  expect($('.em-provenance summary').text()).toBe('Archived 7 March 2022 · original deleted');
  expect(textsOf($, '.em-provenance dd')[2]).toBe('1 August 2024, 00:00 UTC: original deleted');
});

test('every state but live and unreachable has its notice', () => {
  const states = ['deleted', 'suspended', 'protected', 'age-restricted', 'withheld', 'unavailable'] as const;
  for (const state of states) expect(renderExhibit({}, { state })('.em-gone').text(), state).not.toBe('');
  for (const state of ['live', 'unreachable'] as const)
    expect(renderExhibit({}, { state })('.em-gone'), state).toHaveLength(0);
});

test('what an article quotes is never called archived and looks different', () => {
  const $ = renderExhibit(
    { author: { ...fullPost.author, avatar: null, verification: null } },
    { source: 'quoted', state: 'unreachable', reason: 'no network' },
  );
  expect($('article.em-quoted').attr('aria-label')).toBe('Post by Orbit Watch (@orbitwatch), as quoted in the article');
  expect($('.em-provenance summary').text()).toBe('As quoted in the article; never captured');
  expect($('.em-mark')).toHaveLength(1);
  expect($.html()).not.toMatch(/archived|captured on/i);
});

test('a post from elsewhere says from where', () => {
  expect(renderExhibit({}, { source: 'wayback' })('.em-provenance summary').text()).toBe(
    'Archived 7 March 2022 from the Wayback Machine',
  );
  expect(renderExhibit({}, { source: 'import:warc' })('.em-provenance summary').text()).toBe(
    'Imported 7 March 2022 from a file',
  );
});

test('a post from a web archive says when it was there, and how it was found', () => {
  const memento = { url: 'https://archive.example/1', original: 'https://x.com/a', at: '2022-03-06T00:00:00.000Z' };
  const $ = renderExhibit({}, { source: 'wayback', memento, identified: { by: 'wayback-search', confidence: 0.93 } });
  expect($('.em-provenance summary').text()).toBe('As the Internet Archive had it on 6 March 2022');
  expect(textsOf($, '.em-provenance dt, .em-provenance dd').slice(0, 6)).toEqual([
    'Captured',
    '7 March 2022, 09:30 UTC',
    'Source',
    'the Wayback Machine',
    'Identified',
    'by author, day and text (93% sure)',
  ]);
  expect($('.em-provenance dd a').attr('href')).toBe('https://archive.example/1');
});

function recordLink(recordPrefix?: string): string | undefined {
  return renderExhibit({}, {}, { recordPrefix })('.em-provenance code').parent().attr('href');
}

test('a record leads to where it can be read, if that is known', () => {
  expect(recordLink()).toBeUndefined();
  expect(recordLink('https://archive.example.org/records/')).toBe(
    `https://archive.example.org/records/${'5f2c'.repeat(16)}`,
  );
  expect(recordLink('javascript:alert(1)//')).toBeUndefined();
});

test('what a post said at other times is behind a disclosure, in order', () => {
  const versions = ['One', 'Two'].map((text) => ({
    post: makePost({ text }),
    capturedAt: '2022-03-07',
    recordDigest: 'a',
  }));
  const $ = load(renderPost({ ...makeExhibit(), versions }));
  expect($('.em-versions summary').text()).toBe('Versions (2)');
  expect(textsOf($, '.em-versions li')).toEqual([
    '5 March 2022, 14:02 UTC · Archived 7 March 2022One',
    '5 March 2022, 14:02 UTC · Archived 7 March 2022Two',
  ]);
});

test('a post that is not what the article says is marked', () => {
  const mismatches = [
    { field: 'handle', claimed: 'NASAWatch', found: 'orbitwatch', similarity: null },
    { field: 'text', claimed: 'The segment detaches', found: 'The station passes', similarity: 0.31 },
  ] as const;
  const $ = renderExhibit({}, { mismatches });
  expect($('.em-mismatch').attr('role')).toBe('note');
  expect($('.em-mismatch').text()).toBe(
    'This post does not match what the article says of it.' +
      'Author: the article says NASAWatch, the post has orbitwatch.' +
      'Text: the article says The segment detaches, the post has The station passes (31% alike).',
  );
});
