import { idOf, type PostId } from '@embalm/post';

type Json = Readonly<Record<string, unknown>>;

/** Answers of a conversation or a search have some 30,000 values; what has many more means no good. */
const mostValues = 500_000;

/**
 * Find the `result` of a post in an answer, wherever its operation keeps it: alone (`tweetResult`), in the entries of a
 * conversation, a time line or a search, or as the whole of what was saved.
 *
 * @param post Default: the first there is.
 * @returns `null` if the post is not in it.
 */
export function findResult(answer: unknown, post: PostId | undefined): Json | null {
  const id = post === undefined ? null : idOf(post);
  const waiting: unknown[] = [answer];
  let first: Json | null = null;
  for (let seen = 0; waiting.length > 0 && seen < mostValues; seen += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!isRecord(value)) {
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
function resultOfEntry(value: Json, id: string | null): Json | null {
  if (id === null || own(value, 'entryId') !== `tweet-${id}`) return null;
  const item = record(own(record(own(value, 'content')), 'itemContent'));
  const result = record(own(record(own(item, 'tweet_results')), 'result'));
  return result !== null && isResult(result) ? result : null;
}

function isResult(value: Json): boolean {
  const type = own(value, '__typename');
  if (type === 'TweetTombstone' || type === 'TweetUnavailable') return true;
  return idOfResult(value) !== null;
}

function idOfResult(value: Json | null): string | null {
  const tweet = record(own(value, 'tweet')) ?? value;
  const id = own(tweet, 'rest_id');
  const hasText = typeof own(record(own(tweet, 'legacy')), 'full_text') === 'string';
  return hasText && typeof id === 'string' ? id : null;
}

function own(value: Json | null, key: string): unknown {
  return value !== null && Object.hasOwn(value, key) ? value[key] : null;
}

function record(value: unknown): Json | null {
  return isRecord(value) ? value : null;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
