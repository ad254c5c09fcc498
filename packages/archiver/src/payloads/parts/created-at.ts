import { idOf, type PostId, timeOfXId } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { readTime } from '../read-time.ts';

/** Read when a post was made: ISO 8601 in UTC with milliseconds. The id knows the time as well, should the field not. */
export function readCreatedAt(fields: Fields, key: string, id: PostId): string | null {
  const text = fields.wanted(key);
  const said = text === null ? null : readTime(text);
  if (said !== null) return said;
  if (text !== null) fields.surprising(key);
  return createdAtOf(id);
}

/** When a post was made, as its id says; `null` for ids before November 2010. */
export function createdAtOf(id: PostId): string | null {
  const time = timeOfXId(idOf(id));
  return time === null ? null : new Date(time).toISOString();
}
