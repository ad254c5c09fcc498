import { parsePostId, type PostId, type Reference } from '@embalm/post';
import { provisionalIdOf } from '@embalm/store';
import type { Preserved } from './preserved.ts';

/** Whether posts of the platform that a reference names can be captured. */
export function isSupported({ post }: Reference): boolean {
  return post.platform === 'x';
}

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

/** The name of a post whose platform nobody is asked about. */
export function nameUnasked(reference: Reference): PostId {
  const { platform, id } = reference.post;
  return parsePostId(`${platform}:${id}`) ?? provisionalIdOf(reference);
}
