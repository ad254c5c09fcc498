import type { FakeAnswer } from './fake-door.ts';
import { indexUrl } from '../src/wayback/list-captures.ts';

/** A row of the index: timestamp, URL, media type. */
export type IndexRow = readonly [timestamp: string, original: string, mediaType: string];

/** What the index answers for URLs that begin in a way. */
export function fakeIndex(start: string, rows: readonly IndexRow[], once = false): Record<string, FakeAnswer> {
  const body = rows.length === 0 ? '[]' : JSON.stringify([['timestamp', 'original', 'mimetype'], ...rows]);
  return { [indexUrl(start, once)]: { status: 200, body } };
}

/** A capture, at its own URL. */
export function fakeMemento([timestamp, original]: IndexRow, body: string): Record<string, FakeAnswer> {
  return { [`https://web.archive.org/web/${timestamp}id_/${original}`]: { status: 200, body } };
}
