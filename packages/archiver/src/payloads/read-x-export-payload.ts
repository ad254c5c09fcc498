import type { Author } from '@embalm/post';
import type { Fields } from './fields.ts';
import { isJsonObject } from './json-object.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readTime } from './read-time.ts';
import { readV1Post } from './v1/post.ts';
import { toGraphqlNote } from './x-export/graphql-note.ts';

/** How a post of an export is read. */
export interface ExportOptions extends ReadOptions {
  /** Whose export it is: its posts do not say. */
  readonly author: Author;
  /** Whether it stands in `deleted-tweets.js`. Default: whether it says when it was deleted. */
  readonly deleted?: boolean;
}

/**
 * Read a post of the data that X exports to its author: `{ tweet: … }` of `tweets.js`, with the `noteTweet` of `note-tweet.js` beside
 * it if it is a long one. Its shape is that of v1.1. One that its author deleted is a tombstone, and the post.
 */
export function readXExportPayload(payload: unknown, { at, author, deleted }: ExportOptions): PayloadReading {
  return readWith(withNote(payload), (fields): PayloadContent => {
    const tweet = fields.object('tweet') ?? fields;
    const post = readV1Post(tweet, at, 0, author);
    if (post === null) return { kind: 'unreadable', reason: 'the payload names no post' };
    if (deleted !== true && !tweet.has('deleted_at')) return { kind: 'live', post };
    return { kind: 'tombstone', state: 'deleted', text: wordDeletion(tweet), about: { id: post.id, content: post } };
  });
}

function wordDeletion(tweet: Fields): string {
  const time = tweet.string('deleted_at');
  const at = time === null ? null : readTime(time);
  if (time !== null && at === null) tweet.surprising('deleted_at');
  return `X’s data export lists it as deleted${at === null ? '' : ` at ${at}`}`;
}

function withNote(payload: unknown): unknown {
  const note = isJsonObject(payload) ? toGraphqlNote(payload['noteTweet']) : null;
  if (note === null || !isJsonObject(payload) || !isJsonObject(payload['tweet'])) return payload;
  return { tweet: { ...payload['tweet'], note_tweet: note } };
}
