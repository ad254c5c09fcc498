/**
 * Scripts that set no spaces between words, or hang much onto them. The tokenizer would take a whole sentence for one
 * word; with each character a word of its own, any part of a sentence is found as a phrase.
 */
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/gu;

/** What the tokenizer takes for part of a word: the categories in {@link tokenizer}. */
const word = /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]/u;

/** For FTS5: case and diacritics of Latin, Greek and Cyrillic do not matter, vowel signs of other scripts do. */
export const tokenizer = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'";

const mostTerms = 32;

/** Nothing of it is written in two ways, or without spaces. */
const plain = /^[\0-\x7f]*$/;

/** Text as the full-text index gets it. */
export function toSearchable(text: string): string {
  if (plain.test(text)) return text;
  return text.normalize('NFKC').replaceAll(unspaced, ' $& ');
}

/**
 * Write what someone looks for in the query language of FTS5: all words must be there, `"…"` is a phrase, `word*` a
 * beginning. Nothing else has a meaning.
 *
 * @returns `null` if there is no word in it.
 * @throws {RangeError} If there are more than 32 words.
 */
export function toFullTextQuery(search: string): string | null {
  const terms = [...search.matchAll(/"([^"]*)"?|([^\s"]+)/g)].flatMap(([, phrase, bare = '']) => {
    const text = toSearchable(phrase ?? bare.replace(/(?<!\*)\*+$/, ''));
    if (!word.test(text)) return [];
    return [`${quoted(text)}${bare.endsWith('*') ? ' *' : ''}`];
  });
  if (terms.length > mostTerms) throw new RangeError(`A search has at most ${mostTerms} words`);
  return terms.length === 0 ? null : terms.join(' AND ');
}

/** A phrase for FTS5, in which nothing has a meaning. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
