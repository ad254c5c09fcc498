import type { Post, Quoted } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readNoticeText } from '../notice.ts';
import { readXId } from './x-id.ts';

/** Turns the object of a post into a post, or `null` if it has no id. */
export type ReadPost = (post: Fields, depth: number) => Post | null;

/** X nests a quote in a quote at most, and a parent in a parent; a payload that goes on and on means no good. */
export const deepest = 8;

/** Read the post within a post, under `quoted_tweet` or `parent`: the post itself, or the notice in its place. */
export function readQuoted(post: Fields, key: string, depth: number, readPost: ReadPost): Quoted | null {
  const inner = post.object(key);
  if (inner === null) return null;
  const notice = readNoticeText(inner);
  if (notice !== null) {
    return { type: 'tombstone', id: readXId(inner.string('id_str') ?? ''), text: notice };
  }
  const read = depth < deepest ? readPost(inner, depth + 1) : null;
  if (read !== null) return { type: 'post', post: read };
  post.surprising(key);
  return null;
}
