import type { Signature } from '../signature.ts';
import { trimMediaLink } from '../media-link.ts';
import { addEcho, behindSignature, type Echoes, forgetEchoes, makeEchoes, sumEchoes } from './echoes.ts';
import { type Boundary, findLineBoundary, findWordBoundary } from './boundary.ts';
import { scriptOf } from './letters.ts';
import type { Stretch } from './stretch.ts';
import { type AuthorWords, column, columnCount, prepend, tally } from './tally.ts';
import { columnsOf, emptyHash, hashUnit } from './words.ts';

/** The places where a body may begin, and what there is between them. */
export interface Survey {
  readonly stretch: Stretch;
  /** The nearest to the signature first. */
  readonly boundaries: readonly Boundary[];
  /**
   * Rows of {@link columnCount} numbers. Row n has what stands between boundary n and the signature, so the difference
   * of two rows has what stands between two boundaries; there is one row more, for what stands before the last boundary.
   */
  readonly counts: Int32Array;
  /** The row of what stands behind the signature. */
  readonly afterRow: number;
  /** The row of that and of what stands before the last boundary. */
  readonly articleRow: number;
  /** The words that stand in several parts. */
  readonly echoes: Echoes;
  /** Where what the last row counts begins. */
  readonly reach: number;
  /** Whether that is where the stretch begins, and a post could be as long. */
  readonly complete: boolean;
}

/** Posts with more lines are not told from lists. */
const mostBoundaries = 96;

/** The length of a body is not counted exactly here: what weighs so much more than the limit is none beyond doubt. */
const tooMuch = 1.3;

/** How much of what stands before the last boundary is looked at. */
const reachBefore = 300;

/** So much more is looked at than would be too much: links weigh less than they are long. */
const margin = 20;

/** Made once and used for every embed in turn: it is filled and read without a pause, and is large. */
const scratch = new Int32Array((mostBoundaries + 5) * columnCount);
const echoes = makeEchoes(mostBoundaries + 3);

/** The rows of what stands behind the signature, and of the article, follow those of all parts that there can be. */
const afterRow = (mostBoundaries + 3) * columnCount;
const articleRow = afterRow + columnCount;

/** Look at all places where the body before a signature may begin, as far as a post can reach. */
export function surveyStretch(stretch: Stretch, signature: Signature): Survey {
  const { text, start, end, rule, after, afterEnd } = stretch;
  const author = readName(signature.name ?? '', signature.handle);
  const heaviest = rule.limit * tooMuch;
  const bodyEnd = withoutMediaLink(text, start, end);
  const counts = scratch;
  let rows = 1;
  let part: number | null = null;
  const onWord = (hash: number): void => {
    if (part !== null) addEcho(echoes, hash, part);
  };
  counts.fill(0, 0, columnCount);
  const count = (from: number, to: number, spaced: boolean): number => {
    const row = rows * columnCount;
    counts.fill(0, row, row + columnCount);
    tally(text, from, Math.min(to, bodyEnd), rule.wide, author, counts, row, onWord);
    if (spaced) counts[row + column.weight] = (counts[row + column.weight] ?? 0) + 1;
    prepend(counts, row, row - columnCount);
    rows += 1;
    return counts[row + column.weight] ?? 0;
  };

  const nearest = findLineBoundary(text, start, end);
  const lineStart = nearest?.end ?? start;
  const unclear =
    hasUnclearLines(stretch, nearest) || isTooLong(end - lineStart, heaviest, () => count(lineStart, end, false));
  const further = (before: number, least: number): Boundary | null =>
    unclear ? findWordBoundary(text, lineStart, before, stretch.glued) : findLineBoundary(text, start, before, least);

  forgetEchoes(echoes);
  part = behindSignature;
  counts.fill(0, afterRow, afterRow + columnCount);
  tally(text, after, afterEnd, rule.wide, author, counts, afterRow, onWord);

  const boundaries: Boundary[] = [];
  let boundary: Boundary | null = null;
  let last = end;
  let spaced = false;
  let reach = end;
  let total = 0;
  for (;;) {
    // Of what is too long for a post no more is looked at than is needed for the boundary behind it.
    rows = boundaries.length + 1;
    part = boundaries.length;
    const least = Math.max(start, last - Math.max(reachBefore, heaviest - total + margin));
    boundary = boundaries.length === 0 && !unclear ? nearest : further(last, least);
    reach = Math.max(boundary?.end ?? start, least);
    total = count(reach, last, spaced);
    if (boundaries.length === mostBoundaries || (total > heaviest && boundaries.length > 0)) break;
    if (boundary === null && reach > start) boundary = further(last, start);
    if (boundary === null) break;
    if (reach > boundary.end) {
      rows = boundaries.length + 1;
      total = count(boundary.end, last, spaced);
      if (total > heaviest && boundaries.length > 0) {
        rows = boundaries.length + 1;
        count(reach, last, spaced);
        break;
      }
    }
    boundaries.push(boundary);
    last = boundary.start;
    spaced = boundary.start < boundary.end;
  }
  sumEchoes(echoes, rows);
  const lastRow = (rows - 1) * columnCount;
  for (let at = 0; at < columnCount; at += 1) {
    const before = (counts[lastRow + at] ?? 0) - (counts[lastRow - columnCount + at] ?? 0);
    counts[articleRow + at] = (counts[afterRow + at] ?? 0) + before;
  }
  return {
    stretch,
    boundaries,
    counts,
    afterRow,
    articleRow,
    echoes,
    reach,
    complete: reach === start && boundary === null && total <= heaviest,
  };
}

/** A line is too long for a post if it weighs too much; a unit weighs two at most, and most weigh one. */
function isTooLong(units: number, heaviest: number, weigh: () => number): boolean {
  return units * 2 > heaviest && (units > 2 * heaviest || weigh() > heaviest);
}

/** Whether only sentences can tell: there are no lines, or but one, behind another reference. */
function hasUnclearLines(
  { inLine, edge, signatureBreaks, text, after, afterEnd }: Stretch,
  nearest: Boundary | null,
): boolean {
  if (nearest !== null) return false;
  return (
    inLine ||
    (edge === 'text' && signatureBreaks === 0 && afterEnd > after && !text.slice(after, afterEnd).includes('\n'))
  );
}

/** Where a body ends, without the link to its picture. */
function withoutMediaLink(text: string, start: number, end: number): number {
  const from = Math.max(start, end - longestMediaLink);
  return from + trimMediaLink(text.slice(from, end)).length;
}

const longestMediaLink = 60;

/** The words in a name that are of no use elsewhere, and the handle. */
function readName(name: string, handle: string): AuthorWords {
  const hashes: number[] = [];
  let some = 0;
  let hash = emptyHash;
  let length = 0;
  for (let at = 0; at <= name.length; at += 1) {
    const unit = name.charCodeAt(at);
    if (scriptOf(unit) >= 0) {
      hash = hashUnit(hash, unit);
      length += 1;
    } else {
      if (length > 2 && columnsOf(hash) === 0) {
        hashes.push(hash);
        some |= 1 << (hash & 31);
      }
      hash = emptyHash;
      length = 0;
    }
  }
  let mention = emptyHash;
  for (let at = 0; at < handle.length; at += 1) mention = hashUnit(mention, handle.charCodeAt(at));
  return { hashes, some, mention };
}
