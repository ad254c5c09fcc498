import { parsePostId, type PostId, type Reference } from '@embalm/post';
import { provisionalIdOf } from '@embalm/store';

/** The name of the post that a reference points at, as far as it tells: a provisional one if it gives no id. */
export function nameOfReference(reference: Reference): PostId {
  const { platform, id } = reference.post;
  return (id === null ? null : parsePostId(`${platform}:${id}`)) ?? provisionalIdOf(reference);
}
