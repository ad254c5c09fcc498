import { weightKinds } from '../../../packages/parser/src/flattened/body/weight-kind.ts';
import { clueNames, layoutNames } from './clue-names.ts';
import type { Sample } from './read-samples.ts';

/** Weights of a conditional logit: of each clue, for each kind of boundary, of a beginning and of going on. */
export interface Model {
  readonly weights: Float64Array;
  readonly edge: number;
}

const kinds = weightKinds.length;
const perClue = 2 * kinds;
/** The first kinds are those of lines. */
const perLine = 2 * weightKinds.indexOf('sentence');
const isLayout = clueNames.map((name) => layoutNames.has(name));

/** Where the weights of a clue for a kind of boundary stand: of a beginning, and behind it of going on. */
export function placeOf(clue: number, kind: number): number {
  return clue * perClue + 2 * kind;
}

/** The scores of a sample's candidates. */
export function scoreCandidates({ boundaries, edge }: Sample, model: Model): readonly number[] {
  const scores: number[] = [];
  let passed = 0;
  for (const { kind, clues } of boundaries) {
    let begin = 0;
    let pass = 0;
    for (const clue of clues) {
      const place = placeOf(clue, kind);
      begin += model.weights[place] ?? 0;
      pass += model.weights[place + 1] ?? 0;
    }
    scores.push(passed + begin);
    passed += pass;
  }
  if (edge) scores.push(passed + model.edge);
  return scores;
}

/** How strongly weights are drawn to those that a clue has for all kinds of boundaries, and these to nothing. */
export interface Prior {
  readonly own: number;
  /** The same as `own`, for boundaries between lines. */
  readonly line: number;
  readonly shared: number;
  /** What these are multiplied by for clues of layout, which flatteners leave without exception. */
  readonly layout: number;
}

/**
 * Fit weights to samples: a conditional logit over the candidates of each, with a Gaussian prior. A clue's weight is the
 * sum of one that it has for all kinds of boundaries and one for its own. Adam, full batches, a fixed number of steps: the
 * same on every machine, as far as its arithmetic is.
 */
export function fit(samples: readonly Sample[], prior: Prior, steps = 200): Model {
  const size = clueNames.length * perClue;
  const own = new Float64Array(size);
  const shared = new Float64Array(clueNames.length * 2);
  const parameters = new Float64Array(size + shared.length + 1);
  const means = new Float64Array(parameters.length);
  const squares = new Float64Array(parameters.length);
  const model = { weights: own, edge: 0 };
  for (let step = 1; step <= steps; step += 1) {
    const gradient = new Float64Array(parameters.length);
    for (let at = 0; at < parameters.length; at += 1) {
      const clue = at < size ? Math.floor(at / perClue) : (at - size) >> 1;
      const isLine = at % perClue < perLine;
      gradient[at] =
        (at >= size ? prior.shared : isLine ? prior.line : prior.own) *
        (isLayout[clue] === true ? prior.layout : 1) *
        (parameters[at] ?? 0);
    }
    model.edge = parameters[parameters.length - 1] ?? 0;
    for (let at = 0; at < size; at += 1) {
      const common = size + Math.floor(at / perClue) * 2 + (at % 2);
      own[at] = (parameters[at] ?? 0) + (parameters[common] ?? 0);
    }
    for (const sample of samples) addGradient(sample, model, gradient, size);
    const rate = 0.1 * (1 - (0.95 * step) / steps);
    for (let at = 0; at < parameters.length; at += 1) {
      const slope = gradient[at] ?? 0;
      const mean = (means[at] = 0.9 * (means[at] ?? 0) + 0.1 * slope);
      const square = (squares[at] = 0.99 * (squares[at] ?? 0) + 0.01 * slope * slope);
      const corrected = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-8);
      parameters[at] = (parameters[at] ?? 0) - rate * corrected;
    }
  }
  return model;
}

function addGradient(sample: Sample, model: Model, gradient: Float64Array, size: number): void {
  if (sample.right === -1) return;
  const scores = scoreCandidates(sample, model);
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  const errors = odds.map((odd, index) => sample.weight * (odd / total - (index === sample.right ? 1 : 0)));
  if (sample.edge) gradient[gradient.length - 1] = (gradient[gradient.length - 1] ?? 0) + (errors.at(-1) ?? 0);
  let further = errors.reduce((sum, error) => sum + error, 0);
  for (const [index, { kind, clues }] of sample.boundaries.entries()) {
    const begin = errors[index] ?? 0;
    further -= begin;
    for (const clue of clues) {
      const place = placeOf(clue, kind);
      gradient[place] = (gradient[place] ?? 0) + begin;
      gradient[place + 1] = (gradient[place + 1] ?? 0) + further;
      const common = size + clue * 2;
      gradient[common] = (gradient[common] ?? 0) + begin;
      gradient[common + 1] = (gradient[common + 1] ?? 0) + further;
    }
  }
}
