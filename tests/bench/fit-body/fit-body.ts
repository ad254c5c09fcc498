import { existsSync } from 'node:fs';
import { printTable } from '../print-table.ts';
import { countExact, crossValidate, type Tally } from './cross-validate.ts';
import { fit, type Prior } from './fit.ts';
import { readSamples } from './read-samples.ts';
import { writeWeights } from './write-weights.ts';

// `pnpm fit:body`: fits the weights by which the parser tells where the body of a flattened embed begins, and prints how
// well such weights do on pages that were left out. The samples are no part of this repository: they lie beside it.
const corpus = new URL('../../../../shared/corpus/flattened-gold.jsonl', import.meta.url);
const weightsFile = new URL('../../../packages/parser/src/flattened/body/clue-weights.ts', import.meta.url);

/** The best of some in cross-validation. */
const prior: Prior = { own: 8, line: 20, shared: 3, layout: 0.01 };

function percent({ exact, count }: Tally): string {
  return ((100 * exact) / count).toFixed(1);
}

if (existsSync(corpus)) {
  const samples = readSamples(corpus);
  const validated = crossValidate(samples, prior);
  const model = fit(samples, prior);
  const fitted = countExact(samples, model);
  printTable(
    ['flattened as', 'embeds', 'body %, pages left out', 'body %, the same pages'],
    [...validated].map(([style, tally]) => [
      style,
      String(tally.count),
      percent(tally),
      percent(fitted.get(style) ?? tally),
    ]),
  );
  writeWeights(weightsFile, model, new Set(samples.map(({ page }) => page)).size);
} else {
  process.stderr.write(`No samples at ${corpus.pathname}: nothing was fitted.\n`);
  process.exitCode = 4;
}
