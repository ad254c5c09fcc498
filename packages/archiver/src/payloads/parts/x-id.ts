import { parsePostId, type PostId } from '@embalm/post';

/** The post an `id_str` names, or `null` if it is no id of X's own. */
export function readXId(id: string): PostId | null {
  return id.startsWith('~') ? null : parsePostId(`x:${id}`);
}
