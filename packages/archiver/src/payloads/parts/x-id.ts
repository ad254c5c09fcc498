import { parsePostId, type PostId } from '@embalm/post';
import type { Fields } from '../fields.ts';

/** The post an `id_str` names, or `null` if it is no id of X's own. */
export function readXId(id: string): PostId | null {
  return id.startsWith('~') ? null : parsePostId(`x:${id}`);
}

/** What the generations call a post's id. */
export const idKeys = ['id_str', 'rest_id', 'id'] as const;

/**
 * Read the id of a post under the name that its generation gives it, or else under that of another. A number has lost its last
 * digits if it is longer than those it can hold: then it is none.
 *
 * @param key Where it should be; named if it is not there.
 */
export function readOwnId(post: Fields, key: (typeof idKeys)[number]): PostId | null {
  const own = readXId(post.id(key) ?? '');
  if (own !== null) return own;
  post.missing(key);
  for (const other of idKeys) {
    const found = other === key ? null : readXId(post.id(other) ?? '');
    if (found !== null) return found;
  }
  return null;
}
