import type { EditHistory } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readXId } from './x-id.ts';

/** Read `edit_control` and `isEdited`; in exports, `edit_info`. */
export function readEdits(post: Fields): EditHistory | null {
  const control = post.object('edit_control');
  const initial = control?.object('edit_control_initial') ?? null;
  const listed = [initial, control].map((holder) => holder?.strings('edit_tweet_ids') ?? []);
  const all = [...listed, readExported(post)].find((ids) => ids.length > 0) ?? [];
  const ids = all.map(readXId).filter((id) => id !== null);
  if (ids.length === 0) return null;
  return { ids, edited: post.boolean('isEdited') ?? ids.length > 1 };
}

function readExported(post: Fields): readonly string[] {
  const info = post.object('edit_info');
  return (info?.object('initial') ?? info?.object('edit')?.object('editControlInitial'))?.strings('editTweetIds') ?? [];
}
