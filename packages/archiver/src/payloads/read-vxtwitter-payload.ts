import { type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readVxtwitterPost } from './vxtwitter/post.ts';

/** Read an answer of VxTwitter's API. What became of a post that it does not show, it does not say. */
export function readVxtwitterPayload(payload: unknown, { at }: ReadOptions): PayloadReading {
  return readWith(payload, (answer) => {
    const post = readVxtwitterPost(answer, at);
    return post === null ? { kind: 'unreadable', reason: 'the payload names no post' } : { kind: 'live', post };
  });
}
