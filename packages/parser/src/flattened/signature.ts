import { readDate } from './dates.ts';
import { readBlueskyDate } from './bluesky-date.ts';
import { findName } from './name.ts';
import { findNameOnLine } from './name-on-line.ts';

/** The end of a flattened embed: `— NASA Watch (@NASAWatch) March 5, 2022`. Offsets are UTF-16 units of the text. */
export interface Signature {
  readonly platform: 'x' | 'bluesky';
  readonly start: number;
  readonly end: number;
  /** Without `@`. */
  readonly handle: string;
  /** `null` if the flattener lost it. */
  readonly name: string | null;
  /** ISO 8601, as in `2022-03-05`. */
  readonly day: string;
  /** Where the date leads, if the flattener left that. */
  readonly url: string | null;
  /** Whether it still has its dash. */
  readonly dashed: boolean;
  /** Whether the flattener left nothing of the body. */
  readonly bodiless?: true;
  /** From 0 to 1. */
  readonly confidence: number;
}

/**
 * Handles of X, also with the underscores that Markdown escapes, and the bracket before a date that is a link, or the number
 * of that in a list below. The widget writes one space before the date, reformatted pages a line break, quotations a mark.
 */
const handlePattern =
  /\(@((?:[A-Za-z0-9_]|\\_){1,20})\)(?!\s{0,4}\n\s{0,4}\n)(?:[\s>\u200b\u200e\u200f]|&nbsp;){0,4}(?:\[\d{1,3}\](?!\())?(\[)?/y;

/** Where a flattener that writes Markdown leaves the link on the date. */
const dateLink = /\]\((?<url>[^()\s]{1,500})(?:\s"[^"\n]{0,200}")?\)/y;

/**
 * Read the signature around `(@`. In 2,426 of 2,426 embeds the handle is the one in the status URL, and a date follows:
 * these two are the anchor, the name is looked for from there.
 *
 * @param floor Where the reference before this one ends.
 * @param at Where `(@` begins.
 */
export function readSignature(text: string, floor: number, at: number): Signature | null {
  handlePattern.lastIndex = at;
  const [, written, bracket] = handlePattern.exec(text) ?? [];
  const handle = written?.replaceAll('\\', '');
  if (handle === undefined) return readBlueskySignature(text, floor, at);
  const date = readDate(text, handlePattern.lastIndex);
  if (date === null) return null;
  const begin = findName(text, floor, at) ?? findNameOnLine(text, floor, at, date.end);
  if (begin === null || (date.damaged && begin.dashed)) return null;
  dateLink.lastIndex = date.end;
  const url = bracket === undefined ? undefined : dateLink.exec(text)?.groups?.['url'];
  return {
    platform: 'x',
    ...begin,
    end: url === undefined ? date.end : dateLink.lastIndex,
    handle,
    day: date.day,
    url: url ?? null,
  };
}

/** Handles of Bluesky are names of hosts; its embed writes the same signature, with the time behind the day. */
function readBlueskySignature(text: string, floor: number, at: number): Signature | null {
  const dated = readBlueskyDate(text, at);
  const begin = dated === null ? null : findName(text, floor, at);
  if (dated === null || begin === null || !begin.dashed) return null;
  return { platform: 'bluesky', ...begin, end: dated.end, handle: dated.handle, day: dated.day, url: null };
}
