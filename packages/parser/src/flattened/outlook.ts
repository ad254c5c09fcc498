import type { Boundary } from './boundary.ts';
import { trimMediaLink } from './media-link.ts';
import { type LengthRule, weightedLength } from './weighted-length.ts';

/** What is seen at a boundary when it is asked whether the body begins there. */
export interface Outlook {
  readonly boundary: Boundary;
  /** What stands before the boundary, up to the one before it. */
  readonly left: string;
  /** The body, if it begins here. */
  readonly right: string;
  /** The weight of `left`, and of `left` and `right` together, as X counts it. */
  readonly leftWeight: number;
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
  /** Whether this kind of flattener drops the line breaks of posts. */
  readonly flat: boolean;
}

/** The part of a text in which a body may begin. Offsets are UTF-16 units. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  /** Where the body ends. */
  readonly end: number;
  /** Whether what stands before `start` belongs to another reference, or is nothing. */
  readonly closed: boolean;
  /** Whether it begins within a line, right behind another reference. */
  readonly inLine: boolean;
  readonly rule: LengthRule;
  /** Line breaks between paragraphs. */
  readonly paragraphBreaks: number;
  readonly flat: boolean;
}

/** What X lets a post weigh is not counted exactly here: links may have been cut, entities left in. */
const tolerance = 1.02;

/** The weight of a body, without the link to its picture. */
export function bodyWeight(body: string, rule: LengthRule): number {
  return weightedLength(trimMediaLink(body), rule);
}

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
        edge: beyond.edge || (further === undefined && stretch.closed),
      };
    }
    outlooks.push({
      boundary,
      left,
      right: text.slice(boundary.end, end),
      leftWeight: weightedLength(left, rule),
      weight,
      limit,
      breaks: compareBreaks(boundary, stretch),
      beyond,
      flat: stretch.flat,
    });
  }
  return outlooks.toReversed();
}

function compareBreaks(boundary: Boundary, stretch: Stretch): Outlook['breaks'] {
  if (boundary.kind === 'sentence' || boundary.breaks === stretch.paragraphBreaks) return 'ordinary';
  return boundary.breaks < stretch.paragraphBreaks ? 'fewer' : 'more';
}
