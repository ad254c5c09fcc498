import { readFileSync } from 'node:fs';
import { boundaryKinds } from '../../../packages/parser/src/flattened/body/boundary.ts';
import { clueReaders } from '../../../packages/parser/src/flattened/body/clues/clues.ts';
import { lookAround } from '../../../packages/parser/src/flattened/body/outlook.ts';
import { findStretch } from '../../../packages/parser/src/flattened/body/stretch.ts';
import { surveyStretch } from '../../../packages/parser/src/flattened/body/survey.ts';
import { readSignature } from '../../../packages/parser/src/flattened/signature.ts';
import { flattenFurther } from './flatten-further.ts';
import type { GoldPage } from './gold-page.ts';

/** A place where the body of a sample may begin. */
interface SampleBoundary {
  readonly start: number;
  /** Its place in `boundaryKinds`. */
  readonly kind: number;
  /** The places among all clues of those that apply. */
  readonly clues: readonly number[];
}

/** A real embed whose signature is given. */
export interface Sample {
  readonly page: string;
  /** How its page was flattened. */
  readonly style: string;
  /** The nearest to the signature first. */
  readonly boundaries: readonly SampleBoundary[];
  /** Whether the end of what is another's is a candidate, too: the last. */
  readonly edge: boolean;
  /** Which candidate is right: -1 if none is. */
  readonly right: number;
}

/** Read the real embeds of a corpus, and what the clues say of each. Those without a body have nothing to infer. */
export function readSamples(file: URL): readonly Sample[] {
  const pages = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldPage);
  const further = pages.filter(({ style }) => style === 'html-text').flatMap(flattenFurther);
  return [...pages, ...further].flatMap(readPage);
}

function readPage({ page, style, text, gold }: GoldPage): readonly Sample[] {
  const samples: Sample[] = [];
  let floor = 0;
  for (const { range } of gold) {
    const at = text.lastIndexOf('(@', range[1]);
    const signature = readSignature(text, floor, at);
    if (signature !== null && signature.bodiless !== true) {
      const survey = surveyStretch(findStretch(text, floor, signature), signature);
      const boundaries = lookAround(survey).map((outlook) => ({
        start: outlook.boundary.end,
        kind: boundaryKinds.indexOf(outlook.boundary.kind),
        clues: clueReaders
          .flatMap((read) => Object.values(read(outlook)))
          .flatMap((applies, index) => (applies ? [index] : [])),
      }));
      const edge = survey.complete && survey.stretch.edge !== 'window';
      const starts = [...boundaries.map(({ start }) => start), ...(edge ? [survey.stretch.start] : [])];
      samples.push({ page, style, boundaries, edge, right: starts.indexOf(range[0]) });
    }
    floor = range[1];
  }
  return samples;
}
