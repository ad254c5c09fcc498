import { clueReaders } from '../../../packages/parser/src/flattened/body/clues/clues.ts';
import { readEchoClues } from '../../../packages/parser/src/flattened/body/clues/echoes.ts';
import { readLayoutClues } from '../../../packages/parser/src/flattened/body/clues/layout.ts';
import { lookAround } from '../../../packages/parser/src/flattened/body/outlook.ts';
import { findStretch } from '../../../packages/parser/src/flattened/body/stretch.ts';
import { surveyStretch } from '../../../packages/parser/src/flattened/body/survey.ts';
import { readSignature } from '../../../packages/parser/src/flattened/signature.ts';

const text = 'A line.\n\nA post. — Ann (@ann) March 5, 2022';
const signature = readSignature(text, 0, text.indexOf('(@'));
if (signature === null) throw new RangeError('There is no signature.');
const [outlook] = lookAround(surveyStretch(findStretch(text, 0, signature), signature));
if (outlook === undefined) throw new RangeError('There is no boundary.');

/** The names of all clues, in the order in which they are read. */
export const clueNames: readonly string[] = clueReaders.flatMap((read) => Object.keys(read(outlook)));

/** The names of those that tell what a post has in common with the page: a subject, or its author. */
export const commonNames: ReadonlySet<string> = new Set([
  ...Object.keys(readEchoClues(outlook)),
  ...clueNames.filter((name) => /\bauthor\b|who said it|shares a word/u.test(name)),
]);

/** The names of those of layout. */
export const layoutNames: ReadonlySet<string> = new Set(Object.keys(readLayoutClues(outlook)));
