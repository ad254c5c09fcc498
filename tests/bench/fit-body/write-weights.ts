import { writeFileSync } from 'node:fs';
import { weightKinds } from '../../../packages/parser/src/flattened/body/weight-kind.ts';
import { clueNames } from './clue-names.ts';
import { type Model, placeOf } from './fit.ts';

/** Write a model as the module that the parser reads, in the order of the clues, rounded. */
export function writeWeights(file: URL, { weights, edge }: Model, pages: number): void {
  const rows = clueNames.map((name, clue) => {
    const numbers = weightKinds.flatMap((_, kind) => [weights[placeOf(clue, kind)], weights[placeOf(clue, kind) + 1]]);
    return `  '${name}': [${numbers.map(round).join(', ')}],\n`;
  });
  writeFileSync(
    file,
    `/** What the edge of the reference before, or of the text, adds to its own score. */
export const edgeWeight = ${round(edge)};

/**
 * What a clue adds to the score of a beginning at a boundary, and to that of all that lie beyond it: these two for each
 * kind of boundary (${weightKinds.join(', ')}). Written by \`pnpm fit:body\`: a conditional logit over the candidates of
 * real embeds of ${pages} pages, with a Gaussian prior, rounded.
 */
export const clueWeights: Readonly<Record<string, readonly number[]>> = {
${rows.join('')}};
`,
  );
}

function round(weight: number | undefined): string {
  return String(Math.round((weight ?? 0) * 20) / 20 || 0);
}
