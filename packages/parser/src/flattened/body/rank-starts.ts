/** A place where a body may begin. */
export interface BodyStart {
  readonly start: number;
  /** From 0 to 1; those of all candidates add up to how likely it is that one of them is right. */
  readonly probability: number;
}

/**
 * How much of the differences between scores to believe where a body may begin at any sentence or word: the least surprised
 * on pages of sites that were left out of the fit. Between lines, all of it is to be believed.
 */
const beliefInWords = 0.75;

/** How often one of the candidates is right there: a flattener that glues paragraphs leaves no trace of some. */
const foundInWords = 0.9;

/**
 * Turn scores into probabilities, the likeliest first.
 *
 * @param inLines Whether the places are boundaries of lines.
 */
export function rankStarts(
  starts: readonly number[],
  scores: readonly number[],
  inLines: boolean,
): readonly BodyStart[] {
  const belief = inLines ? 1 : beliefInWords;
  const found = inLines ? 1 : foundInWords;
  const most = Math.max(...scores);
  const odds = starts.map((_, index) => Math.exp(belief * ((scores[index] ?? 0) - most)));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  return starts
    .map((start, index) => ({ start, probability: (found * (odds[index] ?? 0)) / total }))
    .sort((one, other) => other.probability - one.probability);
}

/** A beginning that is less likely is not worth telling. */
const leastProbability = 0.1;
const mostAlternatives = 3;

/** Which of those that are not the likeliest are worth telling. */
export function takeAlternatives([, ...others]: readonly BodyStart[]): readonly BodyStart[] {
  return others.filter(({ probability }) => probability >= leastProbability).slice(0, mostAlternatives);
}
