import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { fullPost } from '../../test/full-post.ts';
import { hostileStrings } from '../../test/hostile-strings.ts';
import { makeExhibit } from '../../test/make-exhibit.ts';
import { withTexts } from '../../test/with-texts.ts';
import { checkHtml } from '../check/check-html.ts';
import { renderJsonLd } from './render-json-ld.ts';

function read(html: string): unknown {
  return JSON.parse(load(html, null, false)('script').text());
}

test('a post is described with its author, date, counts and what it shares', () => {
  expect(read(renderJsonLd(makeExhibit(fullPost)))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'SocialMediaPosting',
    url: 'https://x.com/orbitwatch/status/1500127395262201857',
    author: { name: 'Orbit Watch', alternateName: '@orbitwatch', url: 'https://x.com/orbitwatch' },
    datePublished: '2022-03-05T14:02:31Z',
    text: fullPost.text,
    interactionStatistic: [
      { interactionType: 'https://schema.org/LikeAction', userInteractionCount: 12_431 },
      { userInteractionCount: 1 },
      { userInteractionCount: 204 },
      { userInteractionCount: 1_530_221 },
    ],
    sharedContent: { text: 'The pass in full:' },
  });
});

test('what is only quoted is not described', () => {
  expect(renderJsonLd(makeExhibit({}, { source: 'quoted' }))).toBe('');
});

test('no text ends the block, and each comes back as it was (safe)', () => {
  for (const text of hostileStrings) {
    const html = renderJsonLd(makeExhibit(withTexts(fullPost, () => text)));
    expect(checkHtml(html)).toEqual([]);
    expect(load(html, null, false).root().children()).toHaveLength(1);
    expect(read(html)).toMatchObject({ text: text.toWellFormed() === text ? text : expect.any(String) });
  }
});
