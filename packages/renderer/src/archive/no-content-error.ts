import type { PostId } from '@embalm/post';

/** The archive knows a post and has nothing of it to show. Capturing it, or naming another post, is the remedy. */
export class NoContentError extends Error {
  override readonly name = 'NoContentError';
  readonly post: PostId;

  constructor(post: PostId) {
    super(`The archive has no content of ${post}: it was never captured, and no article quotes it`);
    this.post = post;
  }
}
