import { type Boundary, findLineBoundaries, findSentenceBoundaries } from './boundary.ts';
import { clues } from './clues.ts';
import { bodyWeight, lookAround, type Outlook, type Stretch } from './outlook.ts';
import type { Signature } from './signature.ts';
import { type LengthRule, lengthRuleOf } from './weighted-length.ts';

/** Where a body stands, in UTF-16 units of the text. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how sure it is that the body begins there. */
  readonly confidence: number;
}

/** A place where a body may begin. */
interface BodyCandidate {
  readonly start: number;
  /** From 0 to 1; those of all candidates add up to at most 1. */
  readonly probability: number;
}

/** Posts have up to 280 weighted characters, but links and the mentions that open a reply count less than they take. */
const window = 1600;

/** Posts with more lines are not told from lists. */
const mostBoundaries = 32;

/** Find the body before a signature: where it ends is plain, where it begins is the likeliest of its candidates. */
export function findBody(text: string, floor: number, signature: Signature): Body {
  const stretch = findStretch(text, floor, signature);
  const best = weighCandidates(stretch).reduce((most, next) => (next.probability > most.probability ? next : most));
  return { start: best.start, end: stretch.end, confidence: best.probability };
}

/**
 * The places where a body may begin, the nearest to the signature first.
 *
 * Going left from the signature, every boundary is asked whether the body begins there or goes on. A candidate's
 * probability is that it begins there and went on at all nearer ones.
 */
function weighCandidates(stretch: Stretch): readonly BodyCandidate[] {
  let remaining = 1;
  const candidates = lookAround(stretch, findBoundaries(stretch)).map((outlook) => {
    const probability = beginsAt(outlook) * remaining;
    remaining -= probability;
    return { start: outlook.boundary.end, probability };
  });
  // What is left falls to the edge. One that the window made is none, unless there is nothing else.
  const share = stretch.closed ? 1 : candidates.length === 0 ? 0.2 : 0;
  return [...candidates, { start: stretch.start, probability: remaining * share }];
}

function beginsAt({ boundary, ...outlook }: Outlook): number {
  const odds = clues
    .filter((clue) => clue[boundary.kind] !== 0 && clue.applies({ boundary, ...outlook }))
    .reduce((sum, clue) => sum + clue[boundary.kind], 0);
  return 1 / (1 + Math.exp(-odds));
}

function findStretch(text: string, floor: number, signature: Signature): Stretch {
  let end = signature.start;
  while (end > floor && /\s/u.test(text.charAt(end - 1))) end -= 1;
  const from = Math.max(floor, end - window);
  let start = from;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  return {
    text,
    start,
    end,
    closed: from === floor,
    inLine: from === floor && floor > 0 && countBreaks(text.slice(floor, start)) === 0,
    rule: lengthRuleOf(signature.day),
    paragraphBreaks: countParagraphBreaks(text, start, end, signature),
    flat: end === signature.start || !signature.dashed,
  };
}

/**
 * As many as behind the date or, in flatteners that give the signature a paragraph of its own, before the dash. At the
 * end of a text only the lines before the signature can tell.
 */
function countParagraphBreaks(text: string, start: number, end: number, signature: Signature): number {
  const before = countBreaks(text.slice(end, signature.start));
  const after = countBreaks(/^\s*/u.exec(text.slice(signature.end, signature.end + 20))?.[0] ?? '');
  if (after > 0) return Math.max(before, after);
  const counts = findLineBoundaries(text, start, end).map(({ breaks }) => breaks);
  const single = counts.filter((breaks) => breaks === 1).length;
  return before === 1 && single * 2 > counts.length ? 1 : 2;
}

function countBreaks(space: string): number {
  return space.split('\n').length - 1;
}

/** Beyond doubt: the length of a body is not counted exactly here. */
function isTooLong(body: string, rule: LengthRule): boolean {
  return bodyWeight(body, rule) > rule.limit * 1.3;
}

/**
 * The nearest to the signature first, as far as a post can reach. Sentences count only where lines cannot tell: in a line too long for a post, and
 * in one that begins behind another reference.
 */
function findBoundaries({ text, start, end, rule, inLine }: Stretch): readonly Boundary[] {
  const lines = findLineBoundaries(text, start, end);
  const lineStart = lines.at(-1)?.end ?? start;
  const unclear = (inLine && lines.length === 0) || isTooLong(text.slice(lineStart, end), rule);
  const sentences = unclear ? findSentenceBoundaries(text, lineStart, end) : [];
  const nearest = [...lines, ...sentences].toReversed().slice(0, mostBoundaries);
  const hopeless = nearest.findIndex((boundary) => isTooLong(text.slice(boundary.end, end), rule));
  return hopeless === -1 ? nearest : nearest.slice(0, hopeless + 1);
}
