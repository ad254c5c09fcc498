import type { Author } from '@embalm/post';
import { isJsonObject } from './json-object.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readV1Post } from './v1/post.ts';
import { toGraphqlNote } from './x-export/graphql-note.ts';

/** How a post of an export is read. */
export interface ExportOptions extends ReadOptions {
  /** Whose export it is: its posts do not say. */
  readonly author: Author;
}

/**
 * Read a post of the data that X exports to its author: `{ tweet: … }` of `tweets.js`, with the `noteTweet` of `note-tweet.js` beside
 * it if it is a long one. Its shape is that of v1.1.
 */
export function readXExportPayload(payload: unknown, { at, author }: ExportOptions): PayloadReading {
  return readWith(withNote(payload), (fields): PayloadContent => {
    const post = readV1Post(fields.object('tweet') ?? fields, at, 0, author);
    return post === null ? { kind: 'unreadable', reason: 'the payload names no post' } : { kind: 'live', post };
  });
}

function withNote(payload: unknown): unknown {
  const note = isJsonObject(payload) ? toGraphqlNote(payload['noteTweet']) : null;
  if (note === null || !isJsonObject(payload) || !isJsonObject(payload['tweet'])) return payload;
  return { tweet: { ...payload['tweet'], note_tweet: note } };
}
