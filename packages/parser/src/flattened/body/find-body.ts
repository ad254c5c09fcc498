import type { Signature } from '../signature.ts';
import { lookAround } from './outlook.ts';
import { type BodyStart, rankStarts, takeAlternatives } from './rank-starts.ts';
import { scoreStarts } from './score-starts.ts';
import { findStretch } from './stretch.ts';
import { surveyStretch } from './survey.ts';

/** Where a body stands, in UTF-16 units of the text. */
export interface Body {
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how sure it is that the body begins there. */
  readonly confidence: number;
  /** Where else it may begin, the likeliest first. */
  readonly alternatives: readonly BodyStart[];
}

/** What the beginning of a window is worth where there is no other candidate: it is none. */
const windowConfidence = 0.2;

/** Find the body before a signature: where it ends is plain, where it begins is the likeliest of its candidates. */
export function findBody(text: string, floor: number, signature: Signature): Body {
  if (signature.bodiless) return { start: signature.start, end: signature.start, confidence: 1, alternatives: [] };
  const stretch = findStretch(text, floor, signature);
  const survey = surveyStretch(stretch, signature);
  const starts = survey.boundaries.map(({ end }) => end);
  if (survey.complete && stretch.edge !== 'window') starts.push(stretch.start);
  // The only candidate is the likeliest, whatever its score: to find that takes longest.
  const scores = starts.length < 2 ? [0] : scoreStarts(lookAround(survey));
  const ranked = rankStarts(starts, scores, (survey.boundaries[0]?.kind ?? 'line') === 'line');
  const [best] = ranked;
  return {
    start: best?.start ?? stretch.start,
    end: stretch.end,
    confidence: best?.probability ?? windowConfidence,
    alternatives: takeAlternatives(ranked),
  };
}
