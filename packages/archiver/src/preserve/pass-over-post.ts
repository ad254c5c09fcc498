import type { PostId, Reference } from '@embalm/post';
import type { Preserved } from './preserved.ts';

/** What is said of references to one post that cannot be captured yet. */
export function passOverPost(post: PostId, references: readonly Reference[]): Preserved {
  const platforms = [...new Set(references.map((reference) => reference.post.platform))];
  return {
    post,
    references,
    outcome: 'unsupported',
    state: 'unreachable',
    reason: `posts of ${platforms.join(', ')} are not captured yet`,
    mismatches: [],
    missing: [],
    diagnostics: [],
    record: null,
  };
}
