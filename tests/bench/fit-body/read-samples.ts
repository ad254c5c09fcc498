import { readFileSync } from 'node:fs';
import { clueReaders } from '../../../packages/parser/src/flattened/body/clues/clues.ts';
import { lookAround } from '../../../packages/parser/src/flattened/body/outlook.ts';
import { findStretch } from '../../../packages/parser/src/flattened/body/stretch.ts';
import { surveyStretch } from '../../../packages/parser/src/flattened/body/survey.ts';
import { weightKindOf } from '../../../packages/parser/src/flattened/body/weight-kind.ts';
import { readSignature } from '../../../packages/parser/src/flattened/signature.ts';
import { flattenFurther } from './flatten-further.ts';
import { clueNames, commonNames } from './clue-names.ts';
import { type GoldPage, siteOf } from './gold-page.ts';
import type { Transplant } from './transplant.ts';

/** A place where the body of a sample may begin. */
interface SampleBoundary {
  readonly start: number;
  /** Its place in `weightKinds`. */
  readonly kind: number;
  /** The places among all clues of those that apply. */
  readonly clues: readonly number[];
}

/** A real embed whose signature is given. */
export interface Sample {
  readonly page: string;
  /** How its page was flattened. */
  readonly style: string;
  /** The page that the embed is from: the same, if it was not put there. */
  readonly donor: string;
  /** How much it counts in a fit. */
  readonly weight: number;
  /** The nearest to the signature first. */
  readonly boundaries: readonly SampleBoundary[];
  /** Whether the end of what is another's is a candidate, too: the last. */
  readonly edge: boolean;
  /** Which candidate is right: -1 if none is. */
  readonly right: number;
}

/** Read the flattened pages of a corpus. */
export function readPages(file: URL | string): readonly GoldPage[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldPage);
}

/**
 * Read the real embeds of pages, and what the clues say of each. Those without a body have nothing to infer.
 *
 * @param mostOfSite A site counts as much as so many embeds, if it has more; it is what a page's name begins with, up to the colon.
 */
export function readSamples(pages: readonly GoldPage[], mostOfSite = Number.POSITIVE_INFINITY): readonly Sample[] {
  const once = pages.filter(({ style }) => style === 'html-text');
  const embeds = new Map<string, number>();
  for (const { page, gold } of once) embeds.set(siteOf(page), (embeds.get(siteOf(page)) ?? 0) + gold.length);
  return [...pages, ...once.flatMap(flattenFurther)].flatMap((page) =>
    readPage(page, Math.min(1, mostOfSite / (embeds.get(siteOf(page.page)) ?? 1))),
  );
}

/** Read what the clues say of an embed that was put into another page, but for those that tell what it has in common with it. */
export function readTransplant(page: Transplant): readonly Sample[] {
  return readPage(page, page.weight, page);
}

function isOfManner(clue: number): boolean {
  return !commonNames.has(clueNames[clue] ?? '');
}

function readPage({ page, style, text, gold }: GoldPage, weight: number, put?: Transplant): readonly Sample[] {
  const samples: Sample[] = [];
  let floor = 0;
  for (const [number, { range }] of gold.entries()) {
    const at = text.lastIndexOf('(@', range[1]);
    const signature = readSignature(text, floor, at);
    if (signature !== null && signature.bodiless !== true && number === (put?.only ?? number)) {
      const survey = surveyStretch(findStretch(text, floor, signature), signature);
      const boundaries = lookAround(survey).map((outlook) => ({
        start: outlook.boundary.end,
        kind: weightKindOf(outlook.boundary, outlook.stretch),
        clues: clueReaders
          .flatMap((read) => Object.values(read(outlook)))
          .flatMap((applies, clue) => (applies && (put === undefined || isOfManner(clue)) ? [clue] : [])),
      }));
      const edge = survey.complete && survey.stretch.edge !== 'window';
      const starts = [...boundaries.map(({ start }) => start), ...(edge ? [survey.stretch.start] : [])];
      samples.push({
        page,
        donor: put?.donor ?? page,
        style,
        weight,
        boundaries,
        edge,
        right: starts.indexOf(range[0]),
      });
    }
    floor = range[1];
  }
  return samples;
}
