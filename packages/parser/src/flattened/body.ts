import { clueWeights, edgeWeight } from './clue-weights.ts';
import { clues } from './clues/clues.ts';
import { lookAround, type Outlook } from './outlook.ts';
import type { Signature } from './signature.ts';
import { findBoundaries, findStretch, type Stretch } from './stretch.ts';

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

/** What the beginning of a window is worth where there is no other candidate: it is none. */
const windowConfidence = 0.2;

/** Find the body before a signature: where it ends is plain, where it begins is the likeliest of its candidates. */
export function findBody(text: string, floor: number, signature: Signature): Body {
  if (signature.bodiless) return { start: signature.start, end: signature.start, confidence: 1, alternatives: [] };
  const stretch = findStretch(text, floor, signature);
  const [best, ...others] = weighStarts(stretch).toSorted((one, other) => other.probability - one.probability);
  return {
    start: best?.start ?? stretch.start,
    end: stretch.end,
    confidence: best?.probability ?? windowConfidence,
    alternatives: others.filter(({ probability }) => probability >= leastProbability).slice(0, mostAlternatives),
  };
}

/**
 * The places where a body may begin. Each has the score of a beginning there and of going on at all boundaries that are
 * nearer to the signature; the edge of what is known to be another's is the last.
 */
function weighStarts(stretch: Stretch): readonly BodyStart[] {
  const scores: { readonly start: number; readonly score: number }[] = [];
  let passed = 0;
  for (const outlook of lookAround(stretch, findBoundaries(stretch))) {
    const { begin, pass } = weighBoundary(outlook);
    scores.push({ start: outlook.boundary.end, score: passed + begin });
    passed += pass;
  }
  if (stretch.edge !== 'window') scores.push({ start: stretch.start, score: passed + edgeWeight });
  const most = Math.max(...scores.map(({ score }) => score));
  const total = scores.reduce((sum, { score }) => sum + Math.exp(score - most), 0);
  return scores.map(({ start, score }) => ({ start, probability: Math.exp(score - most) / total }));
}

function weighBoundary(outlook: Outlook): { readonly begin: number; readonly pass: number } {
  let begin = 0;
  let pass = 0;
  for (const [name, applies] of Object.entries(clues)) {
    const weight = clueWeights[name]?.[outlook.boundary.kind];
    if (weight === undefined || (weight[0] === 0 && weight[1] === 0) || !applies(outlook)) continue;
    begin += weight[0];
    pass += weight[1];
  }
  return { begin, pass };
}
