import type { Post } from '@embalm/post';
import type { Asset, Exhibit, Provenance } from '../src/exhibit.ts';
import { makePost } from './make-post.ts';

const captured: Provenance = {
  source: 'x-embed',
  capturedAt: '2022-03-07T09:30:00.000Z',
  state: 'live',
  observedAt: '2022-03-07T09:30:00.000Z',
  reason: null,
  recordDigest: '5f2c'.repeat(16),
  memento: null,
  identified: null,
  mismatches: [],
};

/** A post as captured; what a test is about is given. */
export function makeExhibit(
  post: Partial<Post> = {},
  provenance: Partial<Provenance> = {},
  assets: Readonly<Record<string, Asset>> = {},
): Exhibit {
  return {
    post: makePost(post),
    versions: [],
    provenance: { ...captured, ...provenance },
    assetFor: (url) => (Object.hasOwn(assets, url) ? (assets[url] ?? null) : null),
  };
}
