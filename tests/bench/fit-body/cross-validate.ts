import { fit, type Model, type Prior, scoreCandidates } from './fit.ts';
import { mix } from './mix.ts';
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

/**
 * Count by style what models find that were fitted to others: each group of pages is left out once, with all its styles.
 *
 * @param further More to fit to, without those of the groups that are left out; of these nothing is counted.
 * @param visit Is given what was left out, and the model that was fitted to the others.
 */
export function crossValidate(
  samples: readonly Sample[],
  further: readonly Sample[],
  prior: Prior,
  { groupOf, seed }: Division,
  visit: (leftOut: readonly Sample[], model: Model) => void = ignore,
): ReadonlyMap<string, Tally> {
  const all = [...samples, ...further];
  const groups = [...new Set(samples.map(({ page }) => groupOf(page)))]
    .map((group) => ({ group, place: mix(group, seed) }))
    .sort((one, other) => one.place - other.place);
  const foldOfGroup = new Map(groups.map(({ group }, index) => [group, index % folds]));
  const foldOf = (page: string): number | undefined => foldOfGroup.get(groupOf(page));
  const tallies = new Map<string, Tally>();
  for (let fold = 0; fold < folds; fold += 1) {
    const model = fit(
      all.filter(({ page, donor }) => foldOf(page) !== fold && foldOf(donor) !== fold),
      prior,
    );
    const leftOut = samples.filter(({ page }) => foldOf(page) === fold);
    countExact(leftOut, model, tallies);
    visit(leftOut, model);
  }
  return tallies;
}

function ignore(): void {
  // To count what is exact is enough.
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
