import type { Fields } from '../fields.ts';
import { readNoticeText } from '../notice.ts';
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

/** Wraps within wraps mean no good. */
const mostWraps = 4;

/** The object of a post within a `result`, which may wrap it in what its author or X limits. */
export function unwrapResult(result: Fields): Fields {
  let tweet = result;
  for (let wraps = 0; wraps < mostWraps && tweet.isObject('tweet'); wraps += 1) tweet = tweet.object('tweet') ?? tweet;
  return tweet;
}

/** Whether a `result` shows only the beginning of a post, which is for subscribers. */
export function isPreview(result: Fields): boolean {
  return result.string('__typename') === 'TweetPreviewDisplay';
}

/** The notice in the place of a post, or `null` if there is none. */
export function readNotice(result: Fields): Extract<PayloadContent, { kind: 'tombstone' }> | null {
  const text = readNoticeText(result);
  if (text !== null) return { kind: 'tombstone', state: readTombstone(text), text };
  if (result.string('__typename') !== 'TweetUnavailable') return null;
  const reason = result.string('reason') ?? 'TweetUnavailable';
  const state = reasons.find(({ pattern }) => pattern.test(reason))?.state ?? 'unavailable';
  return { kind: 'tombstone', state, text: reason };
}
