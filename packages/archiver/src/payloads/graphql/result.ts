import type { Fields } from '../fields.ts';
import type { PayloadContent } from '../payload-reading.ts';
import { type GoneState, readTombstone } from '../tombstone.ts';

/** Reasons of `TweetUnavailable`, as in `NsfwLoggedOut`; tried in order. */
const reasons: readonly { readonly state: GoneState; readonly pattern: RegExp }[] = [
  { state: 'age-restricted', pattern: /^Nsfw/ },
  { state: 'protected', pattern: /^Protected/ },
  { state: 'suspended', pattern: /Suspended/ },
  { state: 'withheld', pattern: /Withheld/ },
  { state: 'deleted', pattern: /Deleted$/ },
];

/** The object of a post within a `result`, which may wrap it in what its author or X limits; `null` if there is none. */
export function unwrapResult(result: Fields): Fields | null {
  const tweet = result.object('tweet') ?? result;
  return tweet.has('rest_id') && tweet.has('legacy') ? tweet : null;
}

/** The notice in the place of a post, or `null` if there is none. */
export function readNotice(result: Fields): Extract<PayloadContent, { kind: 'tombstone' }> | null {
  const text = result.object('tombstone')?.object('text')?.string('text') ?? null;
  if (text !== null) return { kind: 'tombstone', state: readTombstone(text), text };
  if (result.string('__typename') !== 'TweetUnavailable') return null;
  const reason = result.string('reason') ?? 'TweetUnavailable';
  const state = reasons.find(({ pattern }) => pattern.test(reason))?.state ?? 'unavailable';
  return { kind: 'tombstone', state, text: reason };
}
