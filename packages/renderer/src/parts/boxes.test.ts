import type { Card } from '@embalm/post';
import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { makePost } from '../../test/make-post.ts';
import { renderExhibit, textsOf } from '../../test/render-exhibit.ts';

test('a quoted post is shown whole; what it quotes is only named', () => {
  const $ = renderExhibit({ quote: fullPost.quote });
  const quote = $('.embalm > article.u-quotation-of');
  expect(quote.attr('aria-label')).toBe('Post by Orbit Watch (@orbitwatch)');
  expect(quote.find('.em-text').text()).toBe('The pass in full:');
  expect(quote.find('img').attr('src')).toBe('iss.media/1.webp');
  expect(quote.find('.em-reply').text()).toBe('Quotes @orbitwatch');
});

test('a quoted post that is gone leaves its notice', () => {
  const $ = renderExhibit({ quote: { type: 'tombstone', id: 'x:20', text: 'This Post is from a suspended account.' } });
  expect($('.em-tombstone').text()).toBe('This Post is from a suspended account. Original');
  expect($('.em-tombstone a').attr('href')).toBe('https://x.com/i/status/20');
  expect(renderExhibit({ quote: { type: 'tombstone', id: null, text: '' } })('.em-tombstone').text()).toBe(
    'This post is unavailable.',
  );
});

test('a post that is passed on is shown whole, once', () => {
  const $ = renderExhibit({ text: 'RT @orbitwatch: The pass in full:', entities: [], repostOf: fullPost.quote });
  expect($('.embalm > article.u-repost-of .em-text').text()).toBe('The pass in full:');
  expect(textsOf($, '.em-text')).toEqual(['The pass in full:']);
});

test('an answer shows what it answers, or names whom', () => {
  expect(renderExhibit({ parent: fullPost.parent, replyTo: fullPost.replyTo })('.em-parent .em-text').text()).toBe(
    'Where can we see it?',
  );
  const $ = renderExhibit({ replyTo: fullPost.replyTo });
  expect($('.em-reply').text()).toBe('Replying to @station_news');
  expect($('.em-reply a').attr('href')).toBe('https://x.com/i/status/1500127395262100000');
});

test('a link is shown with its preview', () => {
  const $ = renderExhibit({ card: fullPost.card });
  expect($('a.em-card').attr('href')).toBe('https://www.example.org/passes/lisbon');
  expect($('a.em-card img').attr()).toMatchObject({ src: 'iss.media/card.webp', alt: 'A map' });
  expect(textsOf($, 'a.em-card > span > span')).toEqual(['example.org', 'Passes over Lisbon', 'When to look up.']);
});

function siteOf(kind: Card['kind']): string {
  return renderExhibit({ card: fullPost.card === null ? null : { ...fullPost.card, kind } })('.em-site').text();
}

test('a preview says what it leads to, if that is more than a page', () => {
  expect((['summary', 'player', 'broadcast', 'space', 'article', 'other'] as const).map(siteOf)).toEqual([
    'example.org',
    'Video · example.org',
    'Live broadcast · example.org',
    'Space · example.org',
    'Article · example.org',
    'example.org',
  ]);
});

test('a conversation is shown from its beginning', () => {
  const oldest = makePost({ id: 'x:1', text: 'One' });
  const older = makePost({ id: 'x:2', text: 'Two', parent: { type: 'post', post: oldest } });
  const $ = renderExhibit({ text: 'Three', parent: { type: 'post', post: older } });
  expect(textsOf($, '.em-text')).toEqual(['One', 'Two', 'Three']);
  expect($('.u-in-reply-to .em-text').text()).toBe('Two');
});

test('who passes a post on is named above it', () => {
  const $ = renderExhibit({ repostOf: fullPost.quote });
  expect($('.em-repost').text()).toBe('Reposted by Orbit Watch · 5 March 2022, 14:02 UTC');
  // The date below is that of the post itself.
  expect(textsOf($, '.embalm > .em-meta, .embalm > .em-date').join()).not.toContain('UTC');
  expect($('.embalm > header')).toHaveLength(0);
});

test('a poll is a table with numbers', () => {
  const $ = renderExhibit({ poll: fullPost.poll });
  expect($('.em-poll caption').text()).toBe('Poll · 1,000 votes · Final results');
  expect(textsOf($, '.em-poll tbody tr')).toEqual(['I will look75075%', 'I will sleep25025%']);
  expect($('.em-poll rect').first().attr('width')).toBe('75.0%');
});

test('a poll without votes divides nothing by zero', () => {
  const $ = renderExhibit({
    poll: {
      choices: [
        { label: 'A', votes: null },
        { label: 'B', votes: 0 },
      ],
      endsAt: '2022-03-06',
      final: false,
    },
  });
  expect($('.em-poll caption').text()).toBe('Poll · 0 votes · Open until 6 March 2022');
  expect(textsOf($, '.em-poll tbody tr')).toEqual(['Anot known', 'B00%']);
});

test('context that readers added is shown with its links', () => {
  const $ = renderExhibit({ communityNote: fullPost.communityNote });
  expect($('.em-note').text()).toBe('Readers added contextThe pass is at 21:04.See example.org/note');
  expect($('.em-note a').attr('href')).toBe('https://example.org/note');
});
