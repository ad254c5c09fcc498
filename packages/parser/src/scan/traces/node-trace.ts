import { embedData } from '../../platforms/embed-data.ts';
import { readAround, type Trace } from './trace.ts';

const { quote, between, foreign } = embedData;

/** How data says of an object that it is an embed of another platform's. */
const kind = new RegExp(
  `^type${between}${quote}(?:[\\w./-]{0,60}?(?:${foreign})|(?:core/|social-?|wix-)?o?embed|video["\\\\&])`,
  'i',
);
const longest = 120;

/** Embeds of other platforms that are objects in data. */
export const nodeTrace: Trace = {
  trigrams: [['p', 'e', '"&\\']],
  isAt: (bytes, at) => kind.test(readAround(bytes, at, 'ty'.length, longest)),
};
