import type { Range } from '@embalm/post';

/** What a payload says of the part of a text that readers see. */
export interface VisibleHint {
  /** `display_text_range`, in whichever unit. */
  readonly range: Range | null;
  /** The short links of the media, which stand at the end and are not shown. */
  readonly mediaLinks: readonly string[];
  /** Whether the text begins with the handles of those it answers. */
  readonly isReply: boolean;
  /** Short links that stand at the end of the range, from the last on, and are not shown: to the quoted post, say. */
  readonly hidden?: readonly string[];
}

const mention = /^[@＠]\w{1,20}$/;
const link = /^https?:\/\/\S+$/;
const leadingMentions = /^(?:[@＠]\w{1,20}\s{1,9})+/;

/**
 * The part of a text that readers see, without leading reply mentions and the trailing media link, in UTF-16 units.
 *
 * `display_text_range` counts UTF-16 units in some kinds of payload and code points in others (measured: 9 of 9 in the
 * syndication payload are UTF-16), so it is believed in the unit in which it hides nothing but mentions and links.
 *
 * @param offsets From `codePointOffsets`.
 * @returns The range, and whether the payload's own had to be put aside.
 */
export function findVisibleRange(
  text: string,
  hint: VisibleHint,
  offsets: readonly number[],
): { readonly range: Range; readonly ignored: boolean } {
  const readings = hint.range === null ? [] : readingsOf(hint.range, offsets);
  const believed = readings.find((range) => hidesOnlyLinks(text, range));
  const range = believed ?? guessRange(text, hint);
  const shown = (hint.hidden ?? []).reduce((left, short) => hideLink(text, left, short), range);
  return { range: shown, ignored: hint.range !== null && believed === undefined };
}

function hideLink(text: string, [start, end]: Range, short: string): Range {
  const shown = text.slice(start, end).trimEnd();
  if (short === '' || !shown.endsWith(short)) return [start, end];
  return [start, start + shown.slice(0, -short.length).trimEnd().length];
}

function readingsOf([start, end]: Range, offsets: readonly number[]): readonly Range[] {
  const [startOffset, endOffset] = [offsets[start], offsets[end]];
  const asUnits: Range = [start, end];
  return startOffset === undefined || endOffset === undefined ? [asUnits] : [asUnits, [startOffset, endOffset]];
}

function hidesOnlyLinks(text: string, [start, end]: Range): boolean {
  if (end > text.length || splitsPair(text, start) || splitsPair(text, end)) return false;
  return (
    wordsOf(text.slice(0, start)).every((word) => mention.test(word)) &&
    wordsOf(text.slice(end)).every((word) => link.test(word))
  );
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function guessRange(text: string, hint: VisibleHint): Range {
  let end = text.length;
  for (const short of hint.mediaLinks) {
    const trimmed = text.slice(0, end).trimEnd();
    if (trimmed.endsWith(short)) end = trimmed.length - short.length;
  }
  const cut = end < text.length ? text.slice(0, end).trimEnd().length : end;
  const start = hint.isReply ? (leadingMentions.exec(text)?.[0].length ?? 0) : 0;
  return [Math.min(start, cut), cut];
}
