import type { Range, Reference } from '@embalm/post';
import { isBlock, type ReadyEmbed } from './choose-embeds.ts';
import { lookAround, type Surroundings } from './look-around.ts';

/** Where a post goes in a Markdown file, and what parts it from the words around it. */
export interface MarkdownPlace {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  /** What begins a further line of it, or `null` if it stands on a line of HTML. */
  readonly prefix: string | null;
}

/** The marks of quotations and list items, and the indentation of what stands in them. */
const containers = /^(?: {0,3}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]?){0,20}/;

/** The beginning of a line where no block can stand: indented code, a row of a table, a title, a footnote. */
const closed = /^(?: {4}|\t| {0,3}(?:\||#{1,6}[ \t]|\[\^))/;

/** Beginnings of a line that is HTML to its end (CommonMark 0.31 §4.6, those that hold other elements). */
const htmlLine =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|body|center|details|div|figure|footer|header|main|nav|p|section|td)[\s>]/i;

/** A line that parts what stands above it from what stands below it, or has nothing but an address or a post of ours. */
const loneLine =
  /^ {0,3}(?:<?https?:\/\/\S{1,2000}\s{0,99}|#{1,6}(?:[ \t].*)?|<(?:article class="embalm|style>\.embalm).*|\s{0,99})$/;

/**
 * Where an embed goes in a Markdown file: in the place of the reference, as a block of HTML of its own.
 *
 * @returns `null` for a link that has words or stands among words, in a list or in a quotation, and for what stands where no
 * block can.
 */
export function placeInMarkdown(text: string, { reference }: ReadyEmbed, newline: string): MarkdownPlace | null {
  if (reference.inString === true) return null;
  const around = lookAround(text, reference.range);
  return isBlock(reference)
    ? placeBlock(reference, around, newline)
    : placeLink(text, reference.range, around, newline);
}

function placeBlock(
  { kind, range }: Reference,
  { before, after, below }: Surroundings,
  newline: string,
): MarkdownPlace | null {
  const marks = containers.exec(before)?.[0] ?? '';
  const words = before.slice(marks.length);
  if (closed.test(words)) return null;
  const startsLine = words.trim() === '';
  if (!startsLine && htmlLine.test(words)) return { range, before: '', after: '', prefix: null };
  const prefix = (marks + (/^\s*/.exec(words)?.[0] ?? '')).replaceAll(/[^>\s]/g, ' ');
  const place = { range, before: startsLine ? '' : newline + prefix, prefix };
  const parting = newline + prefix.trimEnd();
  if (after.trim() === '') {
    // What follows HTML was HTML before, up to a blank line.
    return { ...place, after: kind === 'embed' || isBlank(below) ? '' : parting };
  }
  if (after.trimStart().startsWith('<')) return { ...place, after: '' };
  const space = /^[ \t]*/.exec(after)?.[0].length ?? 0;
  return { ...place, range: [range[0], range[1] + space], after: parting + newline + prefix };
}

function placeLink(text: string, [from, to]: Range, around: Surroundings, newline: string): MarkdownPlace | null {
  const bracketed = around.before.endsWith('<') && around.after.startsWith('>');
  const before = bracketed ? around.before.slice(0, -1) : around.before;
  const after = bracketed ? around.after.slice(1) : around.after;
  if (!/^https?:\/\/\S+$/i.test(text.slice(from, to))) return null;
  if (!/^ {0,3}$/.test(before) || after.trim() !== '') return null;
  if (!loneLine.test(around.above) || !loneLine.test(around.below)) return null;
  return {
    range: bracketed ? [from - 1, to + 1] : [from, to],
    before: '',
    after: isBlank(around.below) ? '' : newline,
    prefix: before,
  };
}

/** A line of nothing but the marks of a quotation parts as well. */
function isBlank(line: string): boolean {
  return /^[\s>]*$/.test(line);
}
