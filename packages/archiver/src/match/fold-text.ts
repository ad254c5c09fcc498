/** A link as posts print it, with or without its scheme. Flatteners glue a picture's link to the word before it. */
const links = /(?:https?:\/\/|pic\.(?:twitter|x)\.com\/|\bt\.co\/)\S{1,500}/gi;
const escapes: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};
const escape = /&(?:amp|lt|gt|quot|nbsp|#39);/g;
const leadingMentions = /^(?:\s{0,99}[@＠]\w{1,20})+(?=\s)/;
const endsCut = /(?:…|\.\.\.)\s{0,99}$/;
/** Nothing that is compared is longer. */
const longest = 30_000;

/** A text without what articles and posts print differently. */
export interface FoldedText {
  /** Letters, digits, emoji and the signs of tags and handles, in lower case, nothing between them. */
  readonly text: string;
  /** Whether it ends in an ellipsis: more may follow. */
  readonly isCut: boolean;
}

/**
 * Fold a text for comparing: links, leading reply mentions, escapes, quotation marks and other punctuation, white space
 * and case say nothing of whether two texts are the same post.
 */
export function foldText(original: string): FoldedText {
  const plain = original
    .slice(0, longest)
    .replace(escape, (reference) => escapes[reference] ?? reference)
    .replace(links, ' ')
    .normalize('NFKC');
  const text = plain
    .trimStart()
    .replace(leadingMentions, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}#@$]+/gu, '')
    .trim();
  return { text, isCut: endsCut.test(plain) };
}
