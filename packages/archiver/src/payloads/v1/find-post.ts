import { idOf, type PostId } from '@embalm/post';
import type { Fields } from '../fields.ts';
import { isOtherObject } from './is-other-object.ts';

/** Find the object of a post in an answer of v1.1: the answer itself, or one of a search's `statuses`. */
export function findV1Post(answer: Fields, post: PostId | undefined): Fields | null {
  if (isOtherObject((field) => answer.has(field))) return null;
  if (answer.has('id_str') || answer.has('full_text') || answer.has('text')) return answer;
  const all = ['statuses', 'tweets'].flatMap((list) => (answer.has(list) ? answer.objects(list) : []));
  if (post === undefined) return all[0] ?? null;
  return all.find((tweet) => tweet.string('id_str') === idOf(post)) ?? null;
}
