import { boundaryKinds } from './boundary.ts';
import { clueWeights, edgeWeight } from './clue-weights.ts';
import { clues } from './clues/clues.ts';
import type { Outlook } from './outlook.ts';

const perClue = 2 * boundaryKinds.length;
const listed = Object.entries(clues).filter(([name]) => Object.hasOwn(clueWeights, name));
const tests = listed.map(([, applies]) => applies);
const weights = Float64Array.from(listed.flatMap(([name]) => clueWeights[name] ?? []));

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
    let at = 2 * boundaryKinds.indexOf(outlook.boundary.kind);
    for (const applies of tests) {
      if (applies(outlook)) {
        begin += weights[at] ?? 0;
        pass += weights[at + 1] ?? 0;
      }
      at += perClue;
    }
    scores.push(passed + begin);
    passed += pass;
  }
  scores.push(passed + edgeWeight);
  return scores;
}
