import type { ReplyTarget } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readXId } from './x-id.ts';

/** Read whom a post answers. */
export function readReplyTo(fields: Fields): ReplyTarget | null {
  const handle = fields.string('in_reply_to_screen_name');
  if (handle === null) return null;
  return { handle, id: readXId(fields.string('in_reply_to_status_id_str') ?? '') };
}
