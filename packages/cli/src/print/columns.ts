/** Code points that terminals draw two columns wide: East Asian scripts and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** Made when it is needed: it reads tables of Unicode for milliseconds. */
let segments: Intl.Segmenter | null = null;

/** Text cut to a number of terminal columns, with `…` where something was cut off, and padded to fill them. */
export function fit(text: string, columns: number): string {
  const width = widthOf(text);
  if (width <= columns) return text + ' '.repeat(columns - width);
  segments ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  let used = 0;
  for (const { segment } of segments.segment(text)) {
    const next = widthOf(segment);
    if (used + next > columns - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept}…${' '.repeat(Math.max(0, columns - used - 1))}`;
}

/** How many terminal columns a text takes, as near as can be told without asking the terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!zeroWidth.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
