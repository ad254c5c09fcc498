import { fit, type Model, type Prior, scoreCandidates } from './fit.ts';
import type { Sample } from './read-samples.ts';

/** How many samples there are, and of how many the body was found exactly. */
export interface Tally {
  count: number;
  exact: number;
}

const folds = 5;

/** Count by style what models find that were fitted to other pages: each page is left out once, with all its styles. */
export function crossValidate(samples: readonly Sample[], prior: Prior): ReadonlyMap<string, Tally> {
  const pages = [...new Set(samples.map(({ page }) => page))].sort();
  const foldOf = new Map(pages.map((page, index) => [page, index % folds]));
  const tallies = new Map<string, Tally>();
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(
      samples.filter(({ page }) => foldOf.get(page) !== fold),
      prior,
    );
    countExact(
      samples.filter(({ page }) => foldOf.get(page) === fold),
      model,
      tallies,
    );
  }
  return tallies;
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
