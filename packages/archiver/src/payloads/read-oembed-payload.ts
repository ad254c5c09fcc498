import { readOembedPost } from './oembed/post.ts';
import { type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readV1Errors } from './v1/errors.ts';

/** Read an answer of X's oEmbed, which has no counts: the time does not matter. */
export function readOembedPayload(payload: unknown, _options?: ReadOptions): PayloadReading {
  return readWith(payload, (answer) => {
    const errors = answer.has('html') ? null : readV1Errors(answer);
    if (errors !== null) return errors;
    const post = readOembedPost(answer);
    return post === null ? { kind: 'unreadable', reason: 'the payload names no post' } : { kind: 'live', post };
  });
}
