import type { Fields } from './fields.ts';
import { readNoticeText } from './notice.ts';
import { type PayloadContent, type PayloadReading, type ReadOptions, readWith } from './payload-reading.ts';
import { readPost } from './syndication/post.ts';
import { readTombstone } from './tombstone.ts';

/** Read the payload of X's `tweet-result`. */
export function readSyndicationPayload(payload: unknown, { at }: ReadOptions): PayloadReading {
  return readWith(payload, (fields) => readContent(fields, at));
}

function readContent(fields: Fields, at: string): PayloadContent {
  if (fields.keys().length === 0) return { kind: 'empty' };
  const type = fields.wanted('__typename');
  if (type === 'TweetTombstone' || fields.has('tombstone')) return readNotice(fields);
  if (type !== null && type !== 'Tweet') fields.surprising('__typename');
  const post = readPost(fields, at);
  if (post !== null) return { kind: 'live', post };
  return { kind: 'unreadable', reason: 'the payload names no post' };
}

function readNotice(fields: Fields): PayloadContent {
  const text = readNoticeText(fields);
  if (text === null) fields.surprising('tombstone');
  return { kind: 'tombstone', state: readTombstone(text ?? ''), text: text ?? 'a tombstone without a notice' };
}
