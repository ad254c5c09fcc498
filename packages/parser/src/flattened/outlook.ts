import { bodyWeight } from './body-weight.ts';
import type { Boundary } from './boundary.ts';
import { dominantLanguage } from './dominant-language.ts';
import { dominantScript } from './dominant-script.ts';
import type { Stretch } from './stretch.ts';
import { weightedLength } from './weighted-length.ts';

/** What is seen at a boundary when it is asked whether the body begins there. */
export interface Outlook {
  readonly boundary: Boundary;
  readonly stretch: Stretch;
  /** What stands before the boundary, up to the one before it. */
  readonly left: string;
  /** What stands before the boundary, as far as the article or the reference before goes, at most 300 units. */
  readonly farLeft: string;
  /** The body, if it begins here. */
  readonly right: string;
  /** What stands behind the boundary, up to the next one. */
  readonly next: string;
  /** What is the article's beyond doubt, or nearly: what stands farthest to the left, and behind the signature. */
  readonly article: string;
  /** The weight of `left`, of `right`, and of both together, as X counts it. */
  readonly leftWeight: number;
  readonly rightWeight: number;
  readonly weight: number;
  /** The most the post can weigh. */
  readonly limit: number;
  /** Line breaks here, compared with what separates the paragraphs of this text. */
  readonly breaks: 'fewer' | 'ordinary' | 'more';
  /** What there is further to the left, within the limit. */
  readonly beyond: {
    /** More line breaks than between paragraphs: they stand only within posts. */
    readonly moreBreaks: boolean;
    /** A line that announces the post. */
    readonly announcement: boolean;
    /** The end of the reference before, or the beginning of the text. */
    readonly edge: boolean;
  };
  /** The writing system and the language of a part of the text, or `null` if that cannot be told. */
  readonly scriptOf: (part: string) => string | null;
  readonly languageOf: (part: string) => string | null;
}

/** What X lets a post weigh is not counted exactly here: links may have been cut, entities left in. */
const tolerance = 1.02;

/** How much to look at for the article's language. */
const farLeftLength = 300;
const articleLength = 400;

/** Whether a line says that a post follows. */
export function announcesPost(line: string): boolean {
  return /(?:[:：]|👇)\s*$/u.test(line);
}

/** Look to both sides of every boundary. The nearest to the signature comes first, here and in what is returned. */
export function lookAround(stretch: Stretch, boundaries: readonly Boundary[]): readonly Outlook[] {
  const { text, end, rule } = stretch;
  const limit = rule.limit * tolerance;
  const starts = [...boundaries.map((boundary) => boundary.end), stretch.start];
  const weights = starts.map((start) => bodyWeight(text.slice(start, end), rule));
  const blocks = boundaries.map((boundary, index) => text.slice(starts[index + 1], boundary.start).trim());

  const scriptOf = remember(dominantScript);
  const languageOf = remember(dominantLanguage);
  const outlooks: Outlook[] = [];
  let beyond: Outlook['beyond'] = { moreBreaks: false, announcement: false, edge: false };
  for (let index = boundaries.length - 1; index >= 0; index -= 1) {
    const boundary = boundaries[index];
    const left = blocks[index];
    const weight = weights[index + 1];
    if (boundary === undefined || left === undefined || weight === undefined) continue;
    const further = boundaries[index + 1];
    if (weight <= limit) {
      const reach = weights[index + 2] ?? Infinity;
      beyond = {
        moreBreaks:
          beyond.moreBreaks || (further !== undefined && reach <= limit && compareBreaks(further, stretch) === 'more'),
        announcement: beyond.announcement || announcesPost(blocks[index + 1] ?? ''),
        edge: beyond.edge || (further === undefined && stretch.edge !== 'window'),
      };
    }
    outlooks.push({
      boundary,
      stretch,
      left,
      farLeft: text.slice(Math.max(stretch.start, boundary.start - farLeftLength), boundary.start),
      right: text.slice(boundary.end, end),
      article: `${stretch.after} ${text.slice(stretch.start, Math.min(boundary.start - left.length, stretch.start + articleLength))}`,
      next: text.slice(boundary.end, boundaries[index - 1]?.start ?? end),
      leftWeight: weightedLength(left, rule),
      rightWeight: weights[index] ?? 0,
      weight,
      limit,
      breaks: compareBreaks(boundary, stretch),
      beyond,
      scriptOf,
      languageOf,
    });
  }
  return outlooks.toReversed();
}

/** Neighbouring boundaries ask for the same parts. */
function remember(read: (part: string) => string | null): (part: string) => string | null {
  const known = new Map<string, string | null>();
  return (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const value = read(part);
    known.set(part, value);
    return value;
  };
}

function compareBreaks(boundary: Boundary, stretch: Stretch): Outlook['breaks'] {
  if (boundary.kind !== 'line' || boundary.breaks === stretch.paragraphBreaks) return 'ordinary';
  return boundary.breaks < stretch.paragraphBreaks ? 'fewer' : 'more';
}
