import { type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readV1Errors } from './v1/errors.ts';
import { findV1Post } from './v1/find-post.ts';
import { readV1Post } from './v1/post.ts';

/** Read an answer of X's API v1.1: a post with `text`, `full_text` or `extended_tweet`, or a list of posts. */
export function readV1Payload(payload: unknown, { at, post: wanted }: ReadOptions): PayloadReading {
  return readWith(Array.isArray(payload) ? { statuses: payload } : payload, (fields) => {
    const tweet = findV1Post(fields, wanted);
    const post = tweet === null ? null : readV1Post(tweet, at);
    if (post !== null) return { kind: 'live', post };
    return readV1Errors(fields) ?? { kind: 'unreadable', reason: 'the payload names no post' };
  });
}
