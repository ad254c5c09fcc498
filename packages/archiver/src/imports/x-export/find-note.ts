import { isJsonObject, type JsonObject } from '../../payloads/json-object.ts';
import { readTime } from '../../payloads/read-time.ts';
import { readPart } from './read-part.ts';

/** The long texts of an export, by the second in which they were posted. */
export type Notes = ReadonlyMap<string, readonly JsonObject[]>;

/** As much of a text must be the same: the short form of a long post has some 270 characters of it. */
const leastCommon = 100;

/** Read the text of `note-tweet.js`; what is none is passed over. */
export function readNotes(text: string): Notes {
  const notes = readPart(text).flatMap((item) =>
    isJsonObject(item) && isJsonObject(item['noteTweet']) ? [item['noteTweet']] : [],
  );
  return Map.groupBy(notes, (note) => secondOf(note['createdAt']));
}

/** The whole text of a post of the export, which names none of its ids: of the same second, and it begins alike; else `null`. */
export function findNote(item: unknown, notes: Notes): JsonObject | null {
  const tweet = isJsonObject(item) && isJsonObject(item['tweet']) ? item['tweet'] : null;
  const text = tweet?.['full_text'];
  if (tweet === null || typeof text !== 'string') return null;
  const short = text
    .replace(/\s?https?:\/\/t\.co\/\w{1,20}\s?$/, '')
    .replace(/…$/, '')
    .trimEnd();
  if (short.length < leastCommon) return null;
  const own = notes.get(secondOf(tweet['created_at'])) ?? [];
  return own.find((note) => isJsonObject(note['core']) && String(note['core']['text']).startsWith(short)) ?? null;
}

function secondOf(time: unknown): string {
  return (typeof time === 'string' ? (readTime(time) ?? '') : '').slice(0, 19);
}
