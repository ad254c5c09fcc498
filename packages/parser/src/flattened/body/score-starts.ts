import { clueWeights, edgeWeight } from './clue-weights.ts';
import { clueReaders } from './clues/clues.ts';
import type { Outlook } from './outlook.ts';
import { weightKindOf, weightKinds } from './weight-kind.ts';

const perClue = 2 * weightKinds.length;

const none: readonly number[] = weightKinds.flatMap(() => [0, 0]);

/** For each reader its weights, in the order of its clues: known when it has first been asked. */
const weightsOf: Float64Array[] = [];

/**
 * Score the places where a body may begin: each has the score of a beginning there and of going on at all boundaries
 * that are nearer to the signature. One more than there are boundaries: the last is the edge of what is known to be another's.
 */
export function scoreStarts(outlooks: readonly Outlook[]): readonly number[] {
  const scores: number[] = [];
  let passed = 0;
  for (const outlook of outlooks) {
    let begin = 0;
    let pass = 0;
    const kind = 2 * weightKindOf(outlook.boundary, outlook.stretch);
    for (let reader = 0; reader < clueReaders.length; reader += 1) {
      const clues = clueReaders[reader]?.(outlook) ?? {};
      const weights = (weightsOf[reader] ??= Float64Array.from(
        Object.keys(clues).flatMap((name) => clueWeights[name] ?? none),
      ));
      let at = kind;
      // To have their values in an array first would take longer than all the rest.
      for (const name in clues) {
        if (clues[name] === true) {
          begin += weights[at] ?? 0;
          pass += weights[at + 1] ?? 0;
        }
        at += perClue;
      }
    }
    scores.push(passed + begin);
    passed += pass;
  }
  scores.push(passed + edgeWeight);
  return scores;
}
