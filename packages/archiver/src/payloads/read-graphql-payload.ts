import type { Fields } from './fields.ts';
import { findResult } from './graphql/find-result.ts';
import { readGraphqlPost } from './graphql/post.ts';
import { isPreview, readNotice, unwrapResult } from './graphql/result.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readV1Errors } from './v1/errors.ts';

/** Read an answer of X's GraphQL API, of any operation, or the `result` of one post that was saved from it. */
export function readGraphqlPayload(payload: unknown, { at, post }: ReadOptions): PayloadReading {
  const result = findResult(payload, post);
  return readWith(result ?? payload, (fields) => (result === null ? readNothing(fields) : readResult(fields, at)));
}

function readResult(result: Fields, at: string): PayloadContent {
  const notice = readNotice(result);
  if (notice !== null) return notice;
  const post = readGraphqlPost(unwrapResult(result), at, 0, isPreview(result));
  return post === null ? { kind: 'unreadable', reason: 'the payload names no post' } : { kind: 'live', post };
}

/** `{}` in the place of a result is a post that is not there. */
function readNothing(answer: Fields): PayloadContent {
  const errors = readV1Errors(answer);
  if (errors !== null) return errors;
  const data = answer.object('data');
  if (data?.has('tweetResult') === true && !data.isArray('tweetResult')) return { kind: 'empty' };
  if (data !== null && data.keys().length === 0) return { kind: 'empty' };
  return { kind: 'unreadable', reason: 'the payload names no post' };
}
