import type { Range, Reference } from '@embalm/post';
import { findShortcodes } from '../finders/shortcode.ts';
import { findReferencesInMarkup } from './html.ts';
import { maskRanges } from './mask.ts';
import { putInOrder } from './put-in-order.ts';

/** Fenced code, and spans of code but for those that are shortcodes. */
const code =
  /(?<=^|\n) {0,3}(?<fence>`{3,9}|~{3,9})[^\n]{0,200}\n(?:(?! {0,3}\k<fence>)[^\n]*\n)*(?: {0,3}\k<fence>[`~]*[^\n]{0,20}|$)|(?<!`)(?<ticks>`{1,2})(?!`|(?:twitter|tweet|oembed|youtube|instagram):)[^`\n]{1,500}\k<ticks>(?!`)/g;

/**
 * What marks a quotation at the beginning of a line, what is around an address that is its own link, and what would begin a
 * comment if it were not escaped.
 */
const marks =
  /(?<=^|\n)(?: {0,3}> ?){1,9}|<(?=https?:\/\/[^\s<>]{1,2000}>)|(?<=<https?:\/\/[^\s<>]{1,300})>|(?<=(?<!\\)(?:\\\\){0,9}\\)<(?=[?!])/g;

/** What programs read and nobody else: YAML or TOML before the text. */
const frontMatter =
  /^(?<rule>---|\+{3})[ \t]{0,9}\r?\n(?:(?!\k<rule>)[^\n]{0,2000}\n){0,500}\k<rule>[ \t]{0,9}(?=\r?\n|$)/;

/**
 * Find the references in Markdown, in order, none overlapping another: in its text, its links and the HTML in it, and the
 * shortcodes of the systems that read it. Code is left alone. A link's range is all of `[…](…)`.
 */
export function findReferencesInMarkdown(markdown: string): readonly Reference[] {
  const front = frontMatter.exec(markdown)?.[0] ?? '';
  if (front === '') return findInText(markdown);
  // No post begins in front matter and ends below it.
  return [...findInText(front), ...findInText(maskRanges(markdown, [[0, front.length]]))];
}

function findInText(markdown: string): readonly Reference[] {
  const prose = maskRanges(markdown, rangesOf(markdown, code));
  const shortcodes = findShortcodes(prose);
  const plain = maskRanges(
    prose,
    shortcodes.map(({ range }) => range),
  );
  const found = findReferencesInMarkup(maskRanges(plain, rangesOf(plain, marks)), true);
  const references: Reference[] = [];
  for (const reference of found) {
    const grown =
      reference.kind === 'post-url' || reference.kind === 'short-link' ? growLink(plain, reference) : reference;
    // The label of a link may be an address, too.
    while ((references.at(-1)?.range[1] ?? 0) > grown.range[0]) references.pop();
    references.push(grown);
  }
  return putInOrder([...shortcodes, ...references]);
}

function rangesOf(text: string, pattern: RegExp): readonly Range[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

const linkEnd = /\s{0,2}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')?\)/y;
const linkStart = /!?\[(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,400}\]\(<?$/;
const longestLabel = 500;

function growLink(text: string, reference: Reference): Reference {
  const [start, end] = reference.range;
  if (!/\(<?$/.test(text.slice(Math.max(0, start - 2), start))) return reference;
  linkEnd.lastIndex = text.charAt(end) === '>' ? end + 1 : end;
  const label = linkStart.exec(text.slice(Math.max(0, start - longestLabel), start))?.[0];
  return label === undefined || !linkEnd.test(text)
    ? reference
    : { ...reference, range: [start - label.length, linkEnd.lastIndex] };
}
