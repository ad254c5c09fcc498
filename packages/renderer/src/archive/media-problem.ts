import type { PostId } from '@embalm/post';

/** A file that is in the archive and could not be shown; a placeholder stands in its place. */
export interface MediaProblem {
  readonly code: 'unreadable-image' | 'unplayable-video' | 'too-large' | 'damaged-blob';
  readonly post: PostId;
  /** The URL in the post's content that the file stands for. */
  readonly url: string;
  readonly sha256: string;
  /** What went wrong, for a person. */
  readonly message: string;
}
