/** A place where a body may begin: white space between lines, sentences, or words. Offsets are UTF-16 units of the text. */
export interface Boundary {
  readonly kind: 'line' | 'sentence' | 'word';
  /** Where what stands before it ends. */
  readonly start: number;
  /** Where what stands behind it begins. */
  readonly end: number;
  /** Line breaks in it. */
  readonly breaks: number;
}

/** From the beginning of the white space on, so that a long run of it is looked at once. */
const lineBreak = /(?<![^\S\n])[^\S\n]*\n\s*/gu;

/** Sentences end in a mark and white space, in an ideographic full stop, or, where a flattener glued two paragraphs, in a mark and a capital. */
const sentenceEnd =
  /(?<=[.!?…:：]["'”’»)\]]{0,2}|\p{Extended_Pictographic}\ufe0f?)\s+|(?<=[。！？])\s*|(?<=[\p{Ll}\d)][.!?…]["'”’)]?)(?=[\p{Lu}“"«@#])|\s{2,}/gu;

/** Headings and names have no mark at their end: what follows them begins with a capital, a sign, or in a script without capitals. */
const wordStart = /\s+(?=["'“«‘(¡¿.]?[\p{Lu}\p{Lo}@#\d]|["“«‘[]|\p{Extended_Pictographic})/gu;

/** The same, glued to them. */
const gluedStart = /(?<=[\p{Ll}\d)\]])(?=[\p{Lu}“«@#][\p{Ll}\d]|\p{Lu}\s)/gu;

/** The places between lines within `[from, to)`, in order. */
export function findLineBoundaries(text: string, from: number, to: number): readonly Boundary[] {
  return findAll('line', lineBreak, text, from, to);
}

/** The places between sentences within `[from, to)`, in order. */
function findSentenceBoundaries(text: string, from: number, to: number): readonly Boundary[] {
  return findAll('sentence', sentenceEnd, text, from, to);
}

/**
 * The places between words within `[from, to)` at which a sentence may begin, those between sentences included, in order.
 *
 * @param glued Whether the flattener glues paragraphs.
 */
export function findWordBoundaries(text: string, from: number, to: number, glued: boolean): readonly Boundary[] {
  const sentences = findSentenceBoundaries(text, from, to);
  const known = new Set(sentences.map(({ end }) => end));
  const words = [
    ...findAll('word', wordStart, text, from, to),
    ...(glued ? findAll('word', gluedStart, text, from, to) : []),
  ].filter(({ end }) => !known.has(end));
  return [...sentences, ...words].sort((one, other) => one.end - other.end);
}

function findAll(kind: Boundary['kind'], pattern: RegExp, text: string, from: number, to: number): readonly Boundary[] {
  return [...text.slice(from, to).matchAll(pattern)]
    .map((match) => ({
      kind,
      start: from + match.index,
      end: from + match.index + match[0].length,
      breaks: match[0].split('\n').length - 1,
    }))
    .filter(({ start, end }) => start > from && end < to);
}
