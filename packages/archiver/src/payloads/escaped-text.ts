const escapePattern = /&(?:amp|lt|gt);/g;
const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A part of a text, with its escapes undone. */
export interface DecodedText {
  readonly text: string;
  /** Where an offset of the escaped text lies in `text`; both in UTF-16 units. */
  offsetOf(escaped: number): number;
}

/**
 * Undo the escapes of `[start, end)` of a text. X escapes `&`, `<` and `>` in the text of a post, and nothing else.
 *
 * @param start In UTF-16 units.
 * @param end In UTF-16 units.
 */
export function decodeText(escaped: string, start: number, end: number): DecodedText {
  const part = escaped.slice(start, end);
  /** Where each escape ends, and how many units were saved up to there. */
  const savings: { readonly after: number; readonly saved: number }[] = [];
  let saved = 0;
  const text = part.replace(escapePattern, (escape, offset: number) => {
    saved += escape.length - 1;
    savings.push({ after: start + offset + escape.length, saved });
    return escapes[escape] ?? escape;
  });
  return {
    text,
    offsetOf: (offset) => offset - start - (savings.findLast(({ after }) => after <= offset)?.saved ?? 0),
  };
}
