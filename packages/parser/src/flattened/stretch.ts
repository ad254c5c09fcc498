import { type Boundary, findLineBoundaries, findWordBoundaries } from './boundary.ts';
import { bodyWeight } from './body-weight.ts';
import type { Signature } from './signature.ts';
import { type LengthRule, lengthRuleOf } from './weighted-length.ts';

/** The part of a text in which a body may begin. Offsets are UTF-16 units. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  /** Where the body ends. */
  readonly end: number;
  /** What stands before `start`: the text's beginning, another reference, or more of the same. */
  readonly edge: 'text' | 'reference' | 'window';
  /** Whether it begins within a line, right behind another reference. */
  readonly inLine: boolean;
  readonly rule: LengthRule;
  /** Line breaks between paragraphs. */
  readonly paragraphBreaks: number;
  /** Line breaks between the body and the signature. */
  readonly signatureBreaks: number;
  /** Whether this kind of flattener drops the line breaks of posts. */
  readonly flat: boolean;
  /** What follows the signature. */
  readonly after: string;
}

/** Posts have up to 280 weighted characters, but links and the mentions that open a reply count less than they take. */
const window = 1600;

/** Posts with more lines are not told from lists. */
const mostBoundaries = 96;

/** How far to look behind the signature: enough to tell in which language the article is. */
const lookAhead = 200;

/** Find where the body before a signature may stand. */
export function findStretch(text: string, floor: number, signature: Signature): Stretch {
  let end = signature.start;
  while (end > floor && /\s/u.test(text.charAt(end - 1))) end -= 1;
  const from = Math.max(floor, end - window);
  let start = from;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  return {
    text,
    start,
    end,
    edge: from !== floor ? 'window' : floor === 0 ? 'text' : 'reference',
    inLine: from === floor && floor > 0 && countBreaks(text.slice(floor, start)) === 0,
    rule: lengthRuleOf(signature.day),
    paragraphBreaks: countParagraphBreaks(text, start, end, signature),
    signatureBreaks: countBreaks(text.slice(end, signature.start)),
    flat: end === signature.start || !signature.dashed,
    after: text.slice(signature.end, signature.end + lookAhead),
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
 * The places where a body may begin, the nearest to the signature first, as far as a post can reach. Sentences count only
 * where lines cannot tell: in a line too long for a post, and in one that begins behind another reference.
 */
export function findBoundaries({ text, start, end, rule, inLine, after }: Stretch): readonly Boundary[] {
  const lines = findLineBoundaries(text, start, end);
  const lineStart = lines.at(-1)?.end ?? start;
  const unclear = (inLine && lines.length === 0) || isTooLong(text.slice(lineStart, end), rule);
  const sentences = unclear ? findWordBoundaries(text, lineStart, end, /^\S/u.test(after)) : [];
  const nearest = [...lines, ...sentences].toReversed().slice(0, mostBoundaries);
  const hopeless = nearest.findIndex((boundary) => isTooLong(text.slice(boundary.end, end), rule));
  return hopeless === -1 ? nearest : nearest.slice(0, hopeless + 1);
}
