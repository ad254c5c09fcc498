/** A place where a body may begin: white space between lines, or between sentences. Offsets are UTF-16 units of the text. */
export interface Boundary {
  readonly kind: 'line' | 'sentence';
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

/** The places between lines within `[from, to)`, in order. */
export function findLineBoundaries(text: string, from: number, to: number): readonly Boundary[] {
  return findAll('line', lineBreak, text, from, to);
}

/** The places between sentences within `[from, to)`, in order. */
export function findSentenceBoundaries(text: string, from: number, to: number): readonly Boundary[] {
  return findAll('sentence', sentenceEnd, text, from, to);
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
