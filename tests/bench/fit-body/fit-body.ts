import { existsSync } from 'node:fs';
import { printTable } from '../print-table.ts';
import { type Calibration, countSure, makeCalibration } from './calibration.ts';
import { countExact, crossValidate, type Tally } from './cross-validate.ts';
import { fit, type Prior } from './fit.ts';
import { siteOf } from './gold-page.ts';
import { readPages, readSamples, readTransplant } from './read-samples.ts';
import { transplantEmbeds } from './transplant.ts';
import { writeWeights } from './write-weights.ts';

// `pnpm fit:body`: fits the weights by which the parser tells where the body of a flattened embed begins, and prints how
// well such weights do on pages that were left out. The samples are no part of this repository: they lie beside it, and
// EMBALM_FIT_FURTHER names a file with more, of the same form, that are fitted to and not counted.
const corpus = new URL('../../../../shared/corpus/flattened-gold.jsonl', import.meta.url);
const weightsFile = new URL('../../../packages/parser/src/flattened/body/clue-weights.ts', import.meta.url);

/** The best of some in cross-validation. */
const prior: Prior = { own: 24, line: 60, shared: 9, layout: 0.05 };

/** Of the further samples no site counts more than so many embeds. */
const mostOfSite = 25;

function percent({ exact, count }: Tally): string {
  return ((100 * exact) / count).toFixed(1);
}

/** Pages of one site look alike: what is found on sites that were left out is what to expect of others. */
const seeds = [1, 2];

/** The mean of all divisions, and in brackets what each gave. */
function percents(tallies: readonly ReadonlyMap<string, Tally>[], style: string): string {
  const found = tallies.map((tally) => tally.get(style) ?? { count: 0, exact: 0 });
  const all = found.reduce((sum, { count, exact }) => ({ count: sum.count + count, exact: sum.exact + exact }));
  return `${percent(all)} (${found.map(percent).join(', ')})`;
}

function shareOfTenth({ tenths }: Calibration, tenth: number): readonly string[] {
  const { count, right } = tenths[tenth] ?? { count: 0, right: 0 };
  return [String(count), count === 0 ? '–' : percent({ count, exact: right })];
}

function shareTold({ wrong, told }: Calibration): string {
  return `${percent({ count: wrong, exact: told })} %`;
}

if (existsSync(corpus)) {
  const pages = readPages(corpus);
  const samples = readSamples(pages);
  const furtherFile = process.env['EMBALM_FIT_FURTHER'];
  const furtherPages = furtherFile === undefined ? [] : readPages(furtherFile);
  const further = [
    ...readSamples(furtherPages, mostOfSite),
    ...transplantEmbeds([...pages, ...furtherPages].filter(({ style }) => style === 'html-text')).flatMap(
      readTransplant,
    ),
  ];
  const sure = { lines: makeCalibration(), words: makeCalibration() };
  const byPage = seeds.map((seed) => crossValidate(samples, further, prior, { groupOf: (page) => page, seed }));
  const bySite = seeds.map((seed) =>
    crossValidate(samples, further, prior, { groupOf: siteOf, seed }, (leftOut, model) => {
      countSure(leftOut, model, sure);
    }),
  );
  const model = fit([...samples, ...further], prior);
  const fitted = countExact(samples, model);
  printTable(
    ['flattened as', 'embeds', 'body %, pages left out', 'body %, sites left out', 'body %, the same pages'],
    [...fitted].map(([style, tally]) => [
      style,
      String(tally.count),
      percents(byPage, style),
      percents(bySite, style),
      percent(tally),
    ]),
  );
  process.stdout.write('\n');
  printTable(
    ['said %', 'lines', 'right %', 'sentences or words', 'right %'],
    sure.lines.tenths.map((_, tenth) => [
      `${tenth * 10}–${tenth * 10 + 10}`,
      ...shareOfTenth(sure.lines, tenth),
      ...shareOfTenth(sure.words, tenth),
    ]),
  );
  process.stdout.write(`\nOf the wrong ones, ${shareTold(sure.lines)} have what is right among their alternatives `);
  process.stdout.write(`where lines are the candidates, and ${shareTold(sure.words)} elsewhere.\n`);
  writeWeights(weightsFile, model, new Set([...samples, ...further].map(({ page }) => page)).size);
} else {
  process.stderr.write(`No samples at ${corpus.pathname}: nothing was fitted.\n`);
  process.exitCode = 4;
}
