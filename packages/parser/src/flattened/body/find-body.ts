import type { Signature } from '../signature.ts';
import { lookAround } from './outlook.ts';
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

/** A place where a body may begin. */
interface BodyStart {
  readonly start: number;
  /** From 0 to 1; those of all candidates add up to 1. */
  readonly probability: number;
}

/** A beginning that is less likely is not worth telling. */
const leastProbability = 0.1;
const mostAlternatives = 3;

/**
 * How much of the differences between scores to believe where a body may begin at any sentence or word: the least surprised
 * on pages of sites that were left out of the fit. Of what all of it makes 85 percent sure, 78 percent are right there; of
 * what this makes so, 88. Between lines, all of it is to be believed.
 */
const beliefInWords = 0.75;

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
  const belief = survey.boundaries[0]?.kind === 'line' ? 1 : beliefInWords;
  const [best, ...others] = toProbabilities(starts, scores, belief);
  return {
    start: best?.start ?? stretch.start,
    end: stretch.end,
    confidence: best?.probability ?? windowConfidence,
    alternatives: others.filter(({ probability }) => probability >= leastProbability).slice(0, mostAlternatives),
  };
}

/** The likeliest first. */
function toProbabilities(starts: readonly number[], scores: readonly number[], belief: number): readonly BodyStart[] {
  const most = Math.max(...scores);
  const odds = starts.map((_, index) => Math.exp(belief * ((scores[index] ?? 0) - most)));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  return starts
    .map((start, index) => ({ start, probability: (odds[index] ?? 0) / total }))
    .sort((one, other) => other.probability - one.probability);
}
