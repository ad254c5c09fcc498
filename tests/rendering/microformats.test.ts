import { renderPost } from '@embalm/renderer';
import { mf2 } from 'microformats-parser';
import { expect, test } from 'vitest';
import { fullPost } from '../../packages/renderer/test/full-post.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { pictureAssets } from './sample-posts.ts';

test('a parser of microformats reads a post back as a citation', () => {
  const html = renderPost(makeExhibit(fullPost, {}, pictureAssets));
  const { items } = mf2(html, { baseUrl: 'https://example.org/' });
  expect(items).toHaveLength(1);
  const [cite] = items;
  expect(cite?.type).toEqual(['h-cite']);
  expect(cite?.properties).toMatchObject({
    author: [
      {
        type: ['h-card'],
        properties: { name: ['Orbit Watch'], nickname: ['@orbitwatch'], url: ['https://x.com/orbitwatch'] },
      },
    ],
    url: ['https://x.com/orbitwatch/status/1500127395262201857'],
    published: ['2022-03-05T14:02:31Z'],
    accessed: ['2022-03-07T09:30:00Z'],
    location: ['Lisbon, Portugal'],
  });
  expect(JSON.stringify(cite?.properties['content'])).toContain('Bring binoculars.');
  expect(cite?.properties['quotation-of']).toHaveLength(1);
  expect(cite?.properties['in-reply-to']).toHaveLength(1);
  expect(cite?.properties['photo']?.length).toBeGreaterThan(1);
});
