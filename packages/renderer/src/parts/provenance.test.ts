import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { renderExhibit, textsOf } from '../../test/render-exhibit.ts';

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
  expect($('.em-notice').text()).toBe('The original of this post has been deleted.');
  expect($('.em-provenance summary').text()).toBe('Archived 7 March 2022 · original deleted');
  expect(textsOf($, '.em-provenance dd').slice(2, 4)).toEqual([
    '1 August 2024, 00:00 UTC: original deleted',
    'This Post was deleted.',
  ]);
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
