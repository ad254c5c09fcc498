import { escapedMarks } from '../html/escaped-marks.ts';

const { quote, slash, equals } = escapedMarks;

/** How the address of an `<a>` begins, also where its markup is escaped, up to a place within its host or behind it. */
const hrefStart = new RegExp(
  String.raw`\bhref\s{0,3}${equals}\s{0,3}${quote}?(?:(?:https?:)?${slash}{2})?[\w.-]{0,60}\\{0,3}$`,
  'i',
);

/** What may stand before a place in a host, from `href` on. */
const longestStart = 120;

/** Whether a link is the address of an `<a>` that is written in a text. @param at A place in its host, or behind it. */
export function isLinkInMarkup(text: string, at: number): boolean {
  return hrefStart.test(text.slice(Math.max(0, at - longestStart), at));
}
