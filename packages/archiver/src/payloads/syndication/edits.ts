import type { EditHistory } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readXId } from './x-id.ts';

/** Read `edit_control` and `isEdited`. */
export function readEdits(post: Fields): EditHistory | null {
  const control = post.object('edit_control');
  const all = (control?.object('edit_control_initial') ?? control)?.strings('edit_tweet_ids') ?? [];
  const ids = all.map(readXId).filter((id) => id !== null);
  if (ids.length === 0) return null;
  return { ids, edited: post.boolean('isEdited') ?? ids.length > 1 };
}
