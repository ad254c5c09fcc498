import type { Echoes } from './echoes.ts';
import { type Following, readFollowing } from './following.ts';
import type { Boundary } from './boundary.ts';
import { scripts } from './letters.ts';
import type { Stretch } from './stretch.ts';
import type { Survey } from './survey.ts';
import { column, columnCount } from './tally.ts';
import { languageCount } from './words.ts';

/** A part of a text, and what was counted in it. Offsets are UTF-16 units. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** As X counts it. */
  readonly weight: number;
  /** The places of its script and its language, or -1 if they cannot be told. */
  readonly script: number;
  readonly language: number;
  /** What was counted, and the rows whose difference it is. */
  readonly counts: Int32Array;
  readonly row: number;
  readonly without: number;
}

/** What is seen at a boundary when it is asked whether the body begins there. */
export interface Outlook {
  readonly boundary: Boundary;
  readonly stretch: Stretch;
  /** How many boundaries are nearer to the signature. */
  readonly place: number;
  /** What stands before the boundary, up to the one before it. */
  readonly left: Part;
  /** The same and what stands before it, as far as the article or the reference before goes, 300 units or a little more. */
  readonly farLeft: Part;
  /** The body, if it begins here. */
  readonly right: Part;
  /** What stands behind the boundary, up to the next one. */
  readonly next: Part;
  /** What stands between the last boundary and the signature: of the post beyond doubt. */
  readonly tail: Part;
  /** What is the article's beyond doubt, or nearly: what stands farthest to the left, and behind the signature. */
  readonly article: Part;
  readonly after: Part;
  /** The line behind the signature. */
  readonly following: Following;
  /** The words that stand in several parts: in `next`, whose number is `place`, in `left`, whose number is the next, and before. */
  readonly echoes: Echoes;
  /** The weight of `left` and `right` together. */
  readonly weight: number;
  /** The most the post can weigh. */
  readonly limit: number;
  /** Line breaks here, compared with what separates the paragraphs of this text. */
  readonly breaks: 'fewer' | 'ordinary' | 'more';
  /** What there is further to the left, within the limit. */
  readonly beyond: Beyond;
  /** What stands before `left` weighs so much, up to the boundary before it; 0 if nothing does. */
  readonly farther: number;
}

/** What there is to the left of a boundary, within the limit. */
interface Beyond {
  /** More line breaks than between paragraphs: they stand only within posts. */
  readonly moreBreaks: boolean;
  /** A line that announces the post. */
  readonly announcement: boolean;
  /** The end of the reference before, or the beginning of the text. */
  readonly edge: boolean;
}

/** What X lets a post weigh is not counted exactly here: links may have been cut, entities left in. */
const tolerance = 1.02;

/** How much to look at for the language of what stands before. */
const farLeftLength = 300;

/** How often something was counted in a part. */
export function countOf({ counts, row, without }: Part, sign: number): number {
  return (counts[row + sign] ?? 0) - (counts[without + sign] ?? 0);
}

/** Look to both sides of every boundary. The nearest to the signature comes first, here and in what is returned. */
export function lookAround(survey: Survey): readonly Outlook[] {
  const { stretch, boundaries, counts, afterRow, articleRow, echoes, reach, complete } = survey;
  const { text, rule, start, end } = stretch;
  const limit = rule.limit * tolerance;
  const startOf = (block: number): number => boundaries[block]?.end ?? reach;
  const weightOf = (row: number): number => counts[row * columnCount + column.weight] ?? 0;
  const readBlocks = (first: number, last: number, till: number, replies: number): Part =>
    readPart(counts, (last + 1) * columnCount, first * columnCount, startOf(last), till, replies);

  const after = readPart(counts, afterRow, 0, stretch.after, stretch.afterEnd, 0);
  const article = readPart(counts, articleRow, 0, start, end, 0);
  const following = readFollowing(stretch);
  const tail = readBlocks(0, 0, end, 0);
  const outlooks: Outlook[] = [];
  const last = boundaries.length;
  let beyond: Beyond = { moreBreaks: false, announcement: false, edge: false };
  let left = readBlocks(last, last, boundaries[last - 1]?.start ?? end, 0);
  let farthest = last;
  let farther = 0;
  for (let place = last - 1; place >= 0; place -= 1) {
    const boundary = boundaries[place];
    if (boundary === undefined) break;
    const next = readBlocks(place, place, boundaries[place - 1]?.start ?? end, 0);
    const weight = weightOf(place + 2) - replyWeight(text, left.start, end);
    const further = boundaries[place + 1];
    if (weight <= limit) {
      beyond = {
        moreBreaks:
          beyond.moreBreaks ||
          (further !== undefined && weightOf(place + 3) <= limit && compareBreaks(further, stretch) === 'more'),
        announcement: beyond.announcement || (further !== undefined && announcesPost(text, further.start)),
        edge: beyond.edge || (further === undefined && complete && stretch.edge !== 'window'),
      };
    }
    while (farthest > place + 1 && boundary.start - startOf(farthest - 1) >= farLeftLength) farthest -= 1;
    outlooks.push({
      boundary,
      stretch,
      place,
      left,
      farLeft: readBlocks(place + 1, farthest, boundary.start, 0),
      right: readBlocks(0, place, end, replyWeight(text, boundary.end, end)),
      next,
      tail,
      article,
      after,
      following,
      echoes,
      weight,
      limit,
      breaks: compareBreaks(boundary, stretch),
      beyond,
      farther,
    });
    farther = left.weight;
    left = next;
  }
  return outlooks.toReversed();
}

/** Whether what ends at a place says that a post follows. */
export function announcesPost(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  return last === 0x3a || last === 0xff1a || (last === 0xdc47 && text.charCodeAt(at - 2) === 0xd83d);
}

function readPart(counts: Int32Array, row: number, without: number, start: number, end: number, replies: number): Part {
  return {
    start,
    end,
    weight: (counts[row + column.weight] ?? 0) - (counts[without + column.weight] ?? 0) - replies,
    script: dominantScript(counts, row, without),
    language: dominantLanguage(counts, row, without),
    counts,
    row,
    without,
  };
}

/** A fifth of the letters in Japanese or Chinese make a text theirs: one of them stands for several Latin letters. */
const denseShare = 0.2;
const fewestLetters = 3;

/** The place of the script of most letters, or -1 if there are too few to tell. */
function dominantScript(counts: Int32Array, row: number, without: number): number {
  let total = 0;
  let most = 0;
  let best = -1;
  for (let script = 0; script < scripts.length; script += 1) {
    const count = (counts[row + script] ?? 0) - (counts[without + script] ?? 0);
    total += count;
    if (count > most) {
      most = count;
      best = script;
    }
  }
  if (total < fewestLetters) return -1;
  return (counts[row] ?? 0) - (counts[without] ?? 0) > denseShare * total ? 0 : best;
}

/** The place of the language that the frequent words are of, or -1 if there are too few, or as many of another. */
function dominantLanguage(counts: Int32Array, row: number, without: number): number {
  let most = 0;
  let second = 0;
  let best = -1;
  for (let language = 0; language < languageCount; language += 1) {
    const at = column.languages + language;
    const count = (counts[row + at] ?? 0) - (counts[without + at] ?? 0);
    if (count > most) {
      second = most;
      most = count;
      best = language;
    } else if (count > second) second = count;
  }
  return most > 1 && most > second + 1 ? best : -1;
}

/** Mentions that open a reply, which X does not count since March 2017. */
const replyMentions = /(?:@\w{1,20}\s+){1,60}/y;

function replyWeight(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 0x40) return 0;
  replyMentions.lastIndex = start;
  return replyMentions.test(text) ? Math.min(end, replyMentions.lastIndex) - start : 0;
}

function compareBreaks(boundary: Boundary, stretch: Stretch): Outlook['breaks'] {
  if (boundary.kind !== 'line' || boundary.breaks === stretch.paragraphBreaks) return 'ordinary';
  return boundary.breaks < stretch.paragraphBreaks ? 'fewer' : 'more';
}
