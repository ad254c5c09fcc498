import type { Exhibit } from '@embalm/renderer';
import { fullAssets, fullPost } from '../../packages/renderer/test/full-post.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { makeImage } from '../../packages/renderer/test/make-image.ts';
import { makePost } from '../../packages/renderer/test/make-post.ts';

const bytes = Buffer.from(await makeImage(320, 180, 'webp'));
const picture = `data:image/webp;base64,${bytes.toString('base64')}`;

/** Local bytes for all of `fullPost`, with pictures that a browser can show. */
export const pictureAssets = Object.fromEntries(
  Object.entries(fullAssets).map(([url, asset]) => [
    url,
    asset.mediaType.startsWith('video/') ? asset : { ...asset, src: picture },
  ]),
);

const card = {
  kind: 'summary',
  url: 'https://x.com/i/spaces/1',
  title: null,
  description: null,
  site: 'x.com',
  image: null,
} as const;
const arabic = 'مرحبا بالعالم\n#ISS';

/** One post of each kind that looks different, by name. */
export const samplePosts: Readonly<Record<string, Exhibit>> = {
  plain: makeExhibit(),
  full: makeExhibit(fullPost, {}, pictureAssets),
  'without its media': makeExhibit({ ...fullPost, media: fullPost.media }, {}, {}),
  deleted: makeExhibit({}, { state: 'deleted', reason: 'This Post was deleted by the Post author.' }),
  doubtful: makeExhibit({}, { mismatches: [{ field: 'text', claimed: 'One', found: 'Two', similarity: 0.4 }] }),
  quoted: makeExhibit({ truncated: true, url: null, id: 'x:~fj2coK1xR1' }, { source: 'quoted' }),
  sensitive: makeExhibit({ media: fullPost.media, sensitive: true }, {}, pictureAssets),
  'right to left': makeExhibit({ text: arabic, lang: 'ar' }),
  'quote of a deleted post': makeExhibit({
    quote: { type: 'tombstone', id: 'x:1500127395262201000', text: 'This Post was deleted by the Post author.' },
  }),
  reposted: makeExhibit({ repostOf: { type: 'post', post: makePost({ id: 'x:1500127395262100000' }) } }),
  'from the web archive': makeExhibit(
    { card: { ...card, kind: 'space', title: null, image: null } },
    {
      source: 'wayback',
      memento: { url: 'https://archive.example/1', original: 'https://x.com/a', at: '2022-03-06T00:00:00.000Z' },
      identified: { by: 'wayback-search', confidence: 0.9 },
    },
  ),
  edited: {
    ...makeExhibit({ text: 'After' }),
    versions: [
      { post: makePost({ text: 'Before' }), capturedAt: '2022-03-06T00:00:00.000Z', recordDigest: 'a' },
      { post: makePost({ text: 'After' }), capturedAt: '2022-03-07T00:00:00.000Z', recordDigest: 'b' },
    ],
  },
  thread: makeExhibit({ parent: { type: 'post', post: makePost({ id: 'x:1500127395262100000' }) } }),
};
