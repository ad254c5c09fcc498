import type { Exhibit } from '@embalm/renderer';
import { fullAssets, fullPost } from '../../packages/renderer/test/full-post.ts';
import { hostileStrings } from '../../packages/renderer/test/hostile-strings.ts';
import { makeExhibit } from '../../packages/renderer/test/make-exhibit.ts';
import { makePost } from '../../packages/renderer/test/make-post.ts';
import { withTexts } from '../../packages/renderer/test/with-texts.ts';
import { xssVectors } from './xss-vectors.ts';

const pixel = 'data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';
/** Texts that are up to no good. */
export const vectors: readonly string[] = [
  ...new Set([...xssVectors, ...hostileStrings.filter((text) => text.length < 5000)]),
];

const { text, entities, author, media, quote, parent, replyTo, card, poll, place } = fullPost;
const { edits, communityNote, sourceLabel, counts } = fullPost;
const twoVersions: Exhibit['versions'] = [
  { post: makePost({ text: 'Before' }), capturedAt: '2022-03-06T00:00:00.000Z', recordDigest: 'a' },
  { post: makePost({ text: 'After' }), capturedAt: '2022-03-07T00:00:00.000Z', recordDigest: 'b' },
];
const deleted: Partial<Exhibit['provenance']> = {
  memento: { url: 'https://archive.example/1', original: 'https://x.com/a', at: '2022-03-06T00:00:00.000Z' },
  identified: { by: 'wayback-search', confidence: 0.9 },
  state: 'deleted',
  reason: 'This post was deleted.',
  mismatches: [{ field: 'text', claimed: 'One', found: 'Two', similarity: 0.4 }],
};
const assets = Object.fromEntries(
  Object.entries(fullAssets).map(([url, asset]) => [
    url,
    asset.mediaType.startsWith('video/') ? asset : { ...asset, src: pixel },
  ]),
);
/** Posts that together have all that a post can have; small, so that thousands take seconds. */
export const templates: readonly Exhibit[] = [
  makeExhibit({ text, entities, author }, {}, assets),
  makeExhibit({ media: media.slice(0, 3) }, {}, assets),
  makeExhibit({ quote, parent }, {}, assets),
  makeExhibit({ replyTo, card, poll }, {}, assets),
  makeExhibit({ place, edits, communityNote, sourceLabel, counts }, {}, assets),
  makeExhibit({ repostOf: { type: 'post', post: makePost({ text: 'Passed on' }) } }, {}, assets),
  { ...makeExhibit({}, deleted, assets), versions: twoVersions },
];
/** A post that has all of it. */
export const wholePost = makeExhibit({ ...fullPost, media: media.slice(0, 2) }, deleted, assets);

/** An exhibit with its texts replaced. What was kept is found under the old addresses. */
export function hostile({ assetFor, ...told }: Exhibit, next: (text: string, index: number) => string): Exhibit {
  return { ...withTexts(told, next), assetFor };
}

function textsOf({ post, provenance, versions }: Exhibit): readonly string[] {
  const texts: string[] = [];
  withTexts({ post, provenance, versions }, (each) => {
    texts.push(each);
    return each;
  });
  return texts;
}

/** The texts that a template has and the plain post has not; all of the plain one. */
function ownTexts(template: Exhibit): readonly number[] {
  const plain = new Set(template === templates[0] ? [] : textsOf(makeExhibit()));
  return textsOf(template).flatMap((each, index) => (plain.has(each) ? [] : [index]));
}

/**
 * Posts with a vector in one of their texts, for each of the texts that a post can have.
 *
 * @param share Of the vectors one in so many is taken, other ones for each text.
 */
export function oneHostileText(share: number): { readonly fields: number; readonly exhibits: readonly Exhibit[] } {
  const fields = templates.flatMap((template) => ownTexts(template).map((field) => ({ template, field })));
  const exhibits = fields.flatMap(({ template, field }, number) =>
    vectors
      .filter((_, index) => (index + number) % share === 0)
      .map((vector) => hostile(template, (each, index) => (index === field ? vector : each))),
  );
  return { fields: fields.length, exhibits };
}
