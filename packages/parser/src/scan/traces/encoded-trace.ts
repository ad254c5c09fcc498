import { encodedEmbedClass } from '../../platforms/embed-markup.ts';
import { readAround, type Trace } from './trace.ts';

/** Three characters in the midst of each way to write it, and how far it reaches from there. */
const longest = 20;

/** An embed in base64. */
export const encodedTrace: Trace = {
  trigrams: [
    ['i', '1', '0'],
    ['r', '3', 'a'],
    ['d', '2', 'l'],
  ],
  isAt: (bytes, at) => encodedEmbedClass.test(readAround(bytes, at, longest, longest)),
};
