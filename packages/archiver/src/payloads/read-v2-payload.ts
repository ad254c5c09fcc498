import { idOf, type PostId } from '@embalm/post';
import type { Fields } from './fields.ts';
import { idKeys } from './parts/x-id.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readTombstone } from './tombstone.ts';
import { readIncludes } from './v2/includes.ts';
import { readV2Post } from './v2/post.ts';

/** Read an answer of X's API v2: one post or several under `data`, or a post as twarc saves it. */
export function readV2Payload(payload: unknown, { at, post: wanted }: ReadOptions): PayloadReading {
  return readWith(payload, (answer) => {
    const posts = answer.isArray('data') ? answer.objects('data') : [answer.object('data') ?? answer];
    const tweet = findPost(posts, wanted);
    const post = tweet === null ? null : readV2Post(tweet, readIncludes(answer, posts), at);
    if (post !== null) return { kind: 'live', post };
    return readErrors(answer, wanted) ?? { kind: 'unreadable', reason: 'the payload names no post' };
  });
}

function findPost(posts: readonly Fields[], wanted: PostId | undefined): Fields | null {
  const named = posts.flatMap((post) => {
    const key = idKeys.find((name) => post.has(name));
    return key === undefined ? [] : [{ post, id: post.id(key) }];
  });
  return named.find(({ id }) => wanted === undefined || id === idOf(wanted))?.post ?? null;
}

function readErrors(answer: Fields, wanted: PostId | undefined): PayloadContent | null {
  const errors = answer.has('errors') ? answer.objects('errors') : [];
  const error = wanted === undefined ? errors[0] : errors.find((one) => one.string('resource_id') === idOf(wanted));
  const text = error?.string('detail') ?? error?.string('title') ?? null;
  return text === null ? null : { kind: 'tombstone', state: readTombstone(text), text };
}
