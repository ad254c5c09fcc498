import { encodedEmbedClass, encodedMarkup } from '../../platforms/embed-markup.ts';
import { readAround, type Trace } from './trace.ts';

/** Three characters in the midst of each way to write it, and how far it reaches from there. */
const longest = 20;

/** How much of markup there is at least, with what stands before it. */
const shortest = 61;

/** Markup in base64 from its beginning on, and what stands before that, also where it is escaped in JSON. */
const beginning = new RegExp(`(?:[^A-Za-z0-9+/]|u00(?:2[27]|3[de])|\\\\[nrt])${encodedMarkup}[A-Za-z0-9+/]{58}`);
const beforeBeginning = 5;

/** An embed of X in base64, wherever it is in that. */
export const encodedTrace: Trace = {
  trigrams: [
    ['i', '1', '0'],
    ['r', '3', 'a'],
    ['d', '2', 'l'],
  ],
  isAt: (bytes, at) => encodedEmbedClass.test(readAround(bytes, at, longest, longest)),
};

/** Any, by how it begins. */
export const encodedStartTrace: Trace = {
  trigrams: [['"\'>=de27nrt', 'p', 'g']],
  isAt: (bytes, at) => beginning.test(readAround(bytes, at, beforeBeginning, shortest)),
};
