import { fit, type Model, type Prior, scoreCandidates } from './fit.ts';
import type { Sample } from './read-samples.ts';

/** How many samples there are, and of how many the body was found exactly. */
export interface Tally {
  count: number;
  exact: number;
}

/** What is left out together, and by which of many divisions. */
export interface Division {
  readonly groupOf: (page: string) => string;
  readonly seed: number;
}

const folds = 5;

/** Count by style what models find that were fitted to others: each group of pages is left out once, with all its styles. */
export function crossValidate(
  samples: readonly Sample[],
  prior: Prior,
  { groupOf, seed }: Division,
): ReadonlyMap<string, Tally> {
  const groups = [...new Set(samples.map(({ page }) => groupOf(page)))]
    .map((group) => ({ group, place: mix(group, seed) }))
    .sort((one, other) => one.place - other.place);
  const foldOfGroup = new Map(groups.map(({ group }, index) => [group, index % folds]));
  const foldOf = (page: string): number | undefined => foldOfGroup.get(groupOf(page));
  const tallies = new Map<string, Tally>();
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(
      samples.filter(({ page }) => foldOf(page) !== fold),
      prior,
    );
    countExact(
      samples.filter(({ page }) => foldOf(page) === fold),
      model,
      tallies,
    );
  }
  return tallies;
}

/** A number that hangs on all of a text and on the seed, the same on every machine. */
function mix(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Count by style of how many samples a model finds the body exactly. */
export function countExact(
  samples: readonly Sample[],
  model: Model,
  tallies: Map<string, Tally> = new Map(),
): Map<string, Tally> {
  for (const sample of samples) {
    const tally = tallies.get(sample.style) ?? { count: 0, exact: 0 };
    tallies.set(sample.style, tally);
    const scores = scoreCandidates(sample, model);
    tally.count += 1;
    if (sample.right !== -1 && scores.indexOf(Math.max(...scores)) === sample.right) tally.exact += 1;
  }
  return tallies;
}
