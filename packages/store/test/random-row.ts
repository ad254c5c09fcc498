/** A fixed row of numbers in [0, 1) that look random: the linear congruential generator of Numerical Recipes. */
export function randomRow(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
