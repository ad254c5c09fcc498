import type { GoneObservation } from '@embalm/post';

/** A state that says why a post is not shown. */
export type GoneState = GoneObservation['state'];

/** X's notices in English, which is asked for; tried in order. */
const notices: readonly { readonly state: GoneState; readonly pattern: RegExp }[] = [
  { state: 'suspended', pattern: /\bsuspended\b/i },
  { state: 'age-restricted', pattern: /\bage-restricted\b|\bunder 18\b|\badult content\b/i },
  { state: 'withheld', pattern: /\bwithheld\b/i },
  { state: 'protected', pattern: /\blimits who can (?:view|see)\b|\bprotected\b|\bnot authorized to (?:see|view)\b/i },
  { state: 'deleted', pattern: /\b(?:was|been|is) deleted\b|\bdeleted by\b/i },
];

/**
 * What a tombstone's notice means. A notice that is not known, in whatever language, is `unavailable`: only an explicit
 * one says that a post was deleted. So does the one on an account that no longer exists, since accounts come back.
 */
export function readTombstone(notice: string): GoneState {
  const text = notice.slice(0, 2000);
  return notices.find(({ pattern }) => pattern.test(text))?.state ?? 'unavailable';
}
