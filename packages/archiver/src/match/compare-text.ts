import { foldText, type FoldedText } from './fold-text.ts';
import { measureSimilarity } from './similarity.ts';

const notAscii = /\P{ASCII}/u;
const notAsciiRuns = /\P{ASCII}+/gu;

/** Shorter beginnings are the same by chance. */
const shortestBeginning = 12;

/**
 * How alike what an article says a post says and what it says are, from 0 to 1, or `null` if there is nothing to
 * compare. A text that was cut short, by an ellipsis or by its source, counts as the same if the other goes on from
 * it. Scraped text that lost all but ASCII is compared with what ASCII is in the other.
 *
 * @param isBeginning Whether only the beginning of the post's text is known.
 */
export function compareText(claimed: string, found: string, isBeginning: boolean): number | null {
  const [claim, post] = [foldText(claimed), foldText(found)];
  if (claim.text === '') return null;
  const exact = compareFolded(claim, post, isBeginning);
  if (exact === 1 || !isAscii(claimed)) return exact;
  return Math.max(exact, compareFolded(claim, { ...post, text: keepAscii(post.text) }, isBeginning));
}

function compareFolded(claim: FoldedText, post: FoldedText, isBeginning: boolean): number {
  if (claim.isCut && goesOn(claim.text, post.text)) return 1;
  if ((isBeginning || post.isCut) && goesOn(post.text, claim.text)) return 1;
  return measureSimilarity(claim.text, post.text);
}

/** Whether a text goes on from a beginning, whose last word may be cut. */
function goesOn(beginning: string, text: string): boolean {
  return beginning.length >= shortestBeginning && text.startsWith(beginning);
}

function isAscii(text: string): boolean {
  return !notAscii.test(text);
}

function keepAscii(text: string): string {
  return text.replaceAll(notAsciiRuns, '');
}
