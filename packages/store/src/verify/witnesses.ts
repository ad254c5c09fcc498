import type { PostId } from '@embalm/post';
import type { CheckpointView } from './checkpoint-view.ts';
import type { IndexView } from './index-view.ts';

/** What has seen the archive before, and can tell what is no longer there. */
export interface Witnesses {
  /** `null` if there is none that can be read. */
  readonly index: IndexView | null;
  readonly checkpoints: CheckpointView;
  /** What the ledger says was erased: posts, and up to which record. */
  readonly forgotten: ReadonlyMap<PostId, number>;
}
