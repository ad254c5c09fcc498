import type { Range, Reference } from '@embalm/post';
import { applyEdits, type Edit } from './apply-edits.ts';
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

/** A line that parts what stands above it from what stands below it, or has nothing but an address. */
const loneLine = /^ {0,3}(?:<?https?:\/\/\S{1,2000}\s{0,99}|#{1,6}(?:[ \t].*)?|\s{0,99})$/;

/** A post of ours, which parts what stands above it from it, and not what stands below it. */
const ownLine = /^ {0,3}<(?:article class="embalm|style>\.embalm)/;

/** What stands for a post that goes elsewhere, where the lines around a link are looked at. */
const filler = '\0';

/**
 * Where embeds go in a Markdown file: in the place of their references, as blocks of HTML of their own.
 *
 * A link has no place if it has words or stands among words, in a list or in a quotation; an embed has none where no block
 * can stand. A link beside an embed is alone once that has parted their line, and so it is from the beginning.
 *
 * @returns Those that have a place, in the order of the file.
 */
export function placeInMarkdown(
  text: string,
  embeds: readonly ReadyEmbed[],
  newline: string,
): ReadonlyMap<ReadyEmbed, MarkdownPlace> {
  const candidates = embeds.filter(({ reference }) => reference.inString !== true);
  const blocks = new Map<ReadyEmbed, MarkdownPlace>();
  for (const embed of candidates) {
    const { reference } = embed;
    const place = isBlock(reference) ? placeBlock(reference, lookAround(text, reference.range), newline) : null;
    if (place !== null) blocks.set(embed, place);
  }
  const rest = applyEdits(
    text,
    Array.from(blocks.values(), ({ range }) => fillRange(text, range)),
  );
  const places = new Map<ReadyEmbed, MarkdownPlace>();
  for (const embed of candidates) {
    const { range } = embed.reference;
    const place = isBlock(embed.reference)
      ? blocks.get(embed)
      : placeLink(rest, range, lookAround(rest, range), newline);
    if (place !== undefined && place !== null) places.set(embed, place);
  }
  return places;
}

function fillRange(text: string, range: Range): Edit {
  return { range, replacement: text.slice(...range).replaceAll(/[^\n]/g, filler) };
}

/** What stands around a link once the embeds on its line and beside it are parted from it. */
function partAtFiller({ before, after, above, below }: Surroundings): Surroundings {
  return {
    before: before.includes(filler) ? prefixOf(before) : before,
    after: after.split(filler, 1)[0] ?? '',
    above: before.includes(filler) ? '' : above.slice(above.lastIndexOf(filler) + 1),
    below: after.includes(filler) ? '' : (below.split(filler, 1)[0] ?? ''),
  };
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
  const prefix = prefixOf(before);
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

/** What begins a further line where a line begins so. */
function prefixOf(before: string): string {
  const marks = containers.exec(before)?.[0] ?? '';
  return (marks + (/^\s*/.exec(before.slice(marks.length))?.[0] ?? '')).replaceAll(/[^>\s]/g, ' ');
}

function placeLink(text: string, [from, to]: Range, line: Surroundings, newline: string): MarkdownPlace | null {
  const around = partAtFiller(line);
  const bracketed = around.before.endsWith('<') && around.after.startsWith('>');
  const before = bracketed ? around.before.slice(0, -1) : around.before;
  const after = bracketed ? around.after.slice(1) : around.after;
  if (!/^https?:\/\/\S+$/i.test(text.slice(from, to))) return null;
  if (!/^ {0,3}$/.test(before) || after.trim() !== '') return null;
  if (!loneLine.test(around.above) || !(loneLine.test(around.below) || ownLine.test(around.below))) return null;
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
