import type { Post } from '@embalm/post';
import type { Html } from '../html/html.ts';
import type { Labels } from '../labels/labels.ts';
import type { ShownAssetFinder } from './shown-asset.ts';

/** What the parts of a post work with. */
export interface Scene {
  readonly post: Post;
  readonly assetFor: ShownAssetFinder;
  readonly labels: Labels;
  /** True if the content is only what an article says. */
  readonly quoted: boolean;
}

/** One part of a post; `null` if the post has none of it. */
export type Part = (scene: Scene) => Html | null;
