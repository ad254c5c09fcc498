import { rankStarts, takeAlternatives } from '../../../packages/parser/src/flattened/body/rank-starts.ts';
import { weightKinds } from '../../../packages/parser/src/flattened/body/weight-kind.ts';
import { type Model, scoreCandidates } from './fit.ts';
import type { Sample } from './read-samples.ts';

/** How sure the choices between candidates of a kind were, and how often right. */
export interface Calibration {
  /** For each tenth that the confidence can be in, how many there were, and how many of them were right. */
  readonly tenths: readonly { count: number; right: number }[];
  wrong: number;
  /** Of the wrong ones, how many have what is right among their alternatives. */
  told: number;
}

/** Make one that has counted nothing. */
export function makeCalibration(): Calibration {
  return { tenths: Array.from({ length: 10 }, () => ({ count: 0, right: 0 })), wrong: 0, told: 0 };
}

const firstOfWords = weightKinds.indexOf('sentence');

/** Count what a model says of samples that it was not fitted to, where there is a choice. */
export function countSure(
  samples: readonly Sample[],
  model: Model,
  { lines, words }: { readonly lines: Calibration; readonly words: Calibration },
): void {
  for (const sample of samples) {
    const scores = scoreCandidates(sample, model);
    if (scores.length < 2) continue;
    const inLines = (sample.boundaries[0]?.kind ?? 0) < firstOfWords;
    const ranked = rankStarts([...scores.keys()], scores, inLines);
    const [best] = ranked;
    const calibration = inLines ? lines : words;
    const tenth = calibration.tenths[Math.min(9, Math.floor((best?.probability ?? 0) * 10))];
    if (tenth === undefined) continue;
    tenth.count += 1;
    if (best?.start === sample.right) tenth.right += 1;
    else {
      calibration.wrong += 1;
      if (takeAlternatives(ranked).some(({ start }) => start === sample.right)) calibration.told += 1;
    }
  }
}
