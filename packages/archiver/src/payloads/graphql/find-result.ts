import { idOf, type PostId } from '@embalm/post';
import { isJsonObject, type JsonObject } from '../json-object.ts';

/** Answers of a conversation or a search have some 30,000 values; what has many more means no good. */
const mostValues = 500_000;

/**
 * Find the `result` of a post in an answer, wherever its operation keeps it: alone (`tweetResult`), in the entries of a
 * conversation, a time line or a search, or as the whole of what was saved.
 *
 * @param post Default: the first there is.
 * @returns `null` if the post is not in it.
 */
export function findResult(answer: unknown, post: PostId | undefined): JsonObject | null {
  const id = post === undefined ? null : idOf(post);
  const waiting: unknown[] = [answer];
  let first: JsonObject | null = null;
  for (let seen = 0; waiting.length > 0 && seen < mostValues; seen += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!isJsonObject(value)) {
      pushAll(waiting, value as readonly unknown[]);
      continue;
    }
    const entry = resultOfEntry(value, id);
    if (entry !== null) return entry;
    if (isResult(value)) {
      first ??= value;
      if (id === null || idOfResult(value) === id) return value;
    }
    pushAll(waiting, Object.values(value));
  }
  return id === null || idOfResult(first) === null ? first : null;
}

/** From the last to the first: a stack gives back the last it was given. */
function pushAll(stack: unknown[], values: readonly unknown[]): void {
  for (let index = values.length - 1; index >= 0; index -= 1) stack.push(values[index]);
}

/** A notice has no id: the entry it stands in has. */
function resultOfEntry(value: JsonObject, id: string | null): JsonObject | null {
  if (id === null || own(value, 'entryId') !== `tweet-${id}`) return null;
  const item = record(own(record(own(value, 'content')), 'itemContent'));
  const result = record(own(record(own(item, 'tweet_results')), 'result'));
  return result !== null && isResult(result) ? result : null;
}

function isResult(value: JsonObject): boolean {
  const type = own(value, '__typename');
  if (type === 'TweetTombstone' || type === 'TweetUnavailable') return true;
  return idOfResult(value) !== null;
}

/** Accounts, lists and communities have a `rest_id`, too, but nobody who wrote them. */
function idOfResult(value: JsonObject | null): string | null {
  const tweet = record(own(value, 'tweet')) ?? value;
  const [core, legacy] = [record(own(tweet, 'core')), record(own(tweet, 'legacy'))];
  const id = own(tweet, 'rest_id') ?? own(legacy, 'id_str');
  const isPost =
    typeof own(legacy, 'full_text') === 'string' ||
    record(own(core, 'user_results') ?? own(core, 'user_result')) !== null;
  return isPost && typeof id === 'string' ? id : null;
}

function own(value: JsonObject | null, key: string): unknown {
  return value !== null && Object.hasOwn(value, key) ? value[key] : null;
}

function record(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}
