import { isCredit, isCreditLine, isLetterEnd } from './credit.ts';

/** Where a signature begins, and the name in it. */
export interface SignatureStart {
  /** Where the dash begins, or the name if there is no dash; UTF-16 units of the text. */
  readonly start: number;
  /** As it stands, or `null` if the flattener lost it. */
  readonly name: string | null;
  /** Whether it begins with a dash. */
  readonly dashed: boolean;
  /** Whether the flattener left nothing of the body. */
  readonly bodiless?: true;
  /** From 0 to 1: how sure it is that a signature begins here. Estimates by what marks it, in the order in which these can be trusted. */
  readonly confidence: number;
}

/** With its bracket, and what is behind it. */
const longestHandle = 22;

/** Names have at most 50 characters; emoji and escaped `&` take more units. */
const longestName = 50;
const window = 160;

/** Pages that are written for a generator have its tags in them. */
const templateTag = /\{%[^%\n]{0,100}%\}/g;

/**
 * The dashes of signatures, as flatteners leave them; the widget writes `&mdash;` and a space. Also escaped as in JSON, read
 * in a wrong encoding, or in one that it is not a character of.
 */
const strongDash =
  /(?:&(?:amp;)?(?:[mn]dash|#(?:821[12]|15[01])|#x201[345]);|\\{1,2}u201[345]|[—–―−⸺⸻\u0096\u0097]|(?<!-)-{2,3}(?!-)|\u00e2[\u20ac\u0080][\u201c\u201d\u0093\u0094]|(?<=^|\s)\ufffd{1,3}(?=\s))/giu;
/** A dash that is all there is of a line. */
const dashLine = /(?<=\n[ \t]{0,20}|[^\s—])(?:&(?:amp;)?mdash;|—)[ \t]{0,4}\r?\n[ \t]{0,20}$/iu;

/** A dash may be escaped, and there is white space around it. */
const longestDashLine = 60;

const hyphen = /(?<=\s)-(?=\s)/gu;

/** Flatteners that drop what is not ASCII leave the two spaces that stood around the dash. */
const gap = /(?<=\S)[ \u00a0]{2,}/gu;

/** What ends a body when nothing else marks where the name begins. */
const bodyEnd =
  /(?:pic\.(?:twitter|x)\.com\/[A-Za-z0-9]{7,10}|t\.co\/[A-Za-z0-9]{7,10}|(?<!\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Jr|Sr|Sen|Rep|Gov|Gen|Prof|Fot)|^\s{0,4}\d{1,3})[.!?…]["'”’)]?)(?=\s)/gu;
const link = /(?:pic\.(?:twitter|x)\.com|t\.co)\/[A-Za-z0-9]{7,10}$/u;

/**
 * Walk left from `(@handle)` for the name and the dash before it.
 *
 * Names hold parentheses, emoji, dashes, `@`: only the handle behind them is sure. So whatever ends the body is looked
 * for, the most telling first: a dash, the two spaces of a lost dash, a hyphen, the end of a link or of a sentence.
 *
 * @param floor Where the reference before this one ends.
 * @param at Where `(@handle)` begins.
 * @returns `null` if this looks like a byline, a credit, or prose.
 */
export function findName(text: string, floor: number, at: number): SignatureStart | null {
  const from = Math.max(floor, at - window);
  const raw = text.slice(from, at);
  const trimmed = raw.trimEnd();
  // A page may be broken between name and handle, but no name is in another paragraph.
  if (raw.slice(trimmed.length).split('\n').length > 2) return null;
  const line = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  const lineStart = from + trimmed.length - line.length;
  const handle = text.slice(at + '(@'.length, at + longestHandle);
  const begin =
    afterDash(line, lineStart) ??
    belowDash(text, from, line, lineStart) ??
    afterPoint(text, from, line, lineStart, at) ??
    afterGap(line, lineStart, raw, handle) ??
    afterHyphen(line, lineStart) ??
    afterBody(line, lineStart);
  if (begin === null || begin.name === null) return begin;
  if (isCredit(begin.name, begin.dashed) && !isEcho(begin.name, handle)) return null;
  const before = text.slice(Math.max(floor, lineStart), begin.start);
  return begin.dashed && (isCreditLine(before) || isLetterEnd(text.slice(floor, begin.start))) ? null : begin;
}

function afterDash(line: string, lineStart: number): SignatureStart | null {
  const dashes = findAll(strongDash, line).filter(
    (dash) => fits(line.slice(dash.index + dash[0].length)) && !isBetweenDigits(line, dash),
  );
  const first = dashes[0];
  if (first === undefined) return null;
  // A dash that opens its line is the signature's; within a line it is the last, for bodies have dashes too.
  const opens = line.slice(0, first.index).trim() === '';
  const spaced = dashes.filter((dash) => /^\s/u.test(line.slice(dash.index + dash[0].length)));
  const dash = opens ? first : (spaced.at(-1) ?? dashes.at(-1) ?? first);
  const name = trimName(line.slice(dash.index + dash[0].length));
  return {
    start: lineStart + dash.index,
    name: name === '' ? null : name,
    dashed: true,
    confidence: spaced.length > 0 ? 0.99 : 0.9,
  };
}

/** As in a score: no dash of a signature. */
function isBetweenDigits(line: string, { index, 0: dash }: RegExpExecArray): boolean {
  return /\d/.test(line.charAt(index - 1)) && /\d/.test(line.charAt(index + dash.length));
}

/** Pages whose markup is broken into lines have the dash on one of its own. */
function belowDash(text: string, from: number, line: string, lineStart: number): SignatureStart | null {
  const dash =
    lineStart > from ? dashLine.exec(text.slice(Math.max(from, lineStart - longestDashLine), lineStart)) : null;
  const name = trimName(line);
  if (dash === null || name === '' || !fits(name)) return null;
  return {
    start: Math.max(from, lineStart - longestDashLine) + dash.index + dash[0].search(/\S/u),
    name,
    dashed: true,
    confidence: 0.95,
  };
}

/** A hyphen that opens a line: a signature's, or that of a point in a list, which has others beside it. */
function afterPoint(text: string, from: number, line: string, lineStart: number, at: number): SignatureStart | null {
  const point = /^\s{0,8}-\s/u.exec(line);
  const name = point === null ? '' : trimName(line.slice(point[0].length));
  if (point === null || name === '' || !fits(name)) return null;
  const behind = text.slice(at, at + window);
  if (
    /\n\s{0,8}[-*•]\s/u.test(behind) ||
    /(?:^|\n)\s{0,8}[-*•]\s[^\n]{0,160}\s{1,8}$/u.test(text.slice(from, lineStart))
  )
    return null;
  if (text.slice(from, lineStart).trim() === '' || isCredit(name, false)) return null;
  return { start: lineStart + point[0].search(/\S/u), name, dashed: true, confidence: 0.8 };
}

function afterGap(line: string, lineStart: number, raw: string, handle: string): SignatureStart | null {
  const gaps = findAll(gap, line).map((found) => found.index + found[0].length);
  const names = gaps.filter((end) => isName(line.slice(end)));
  // A name that lost an emoji has a gap too: its first word may be what the handle is made of.
  const inLine = names.find((end) => opensHandle(line.slice(end), handle)) ?? names.at(-1);
  const start = inLine ?? (/^ {1,2}\S/u.test(line) && isName(line) ? line.search(/\S/u) : undefined);
  if (start !== undefined) {
    const name = line.slice(start);
    return { start: lineStart + start, name, dashed: false, confidence: inLine === undefined ? 0.7 : 0.9 };
  }
  // Dash and name are both lost.
  if (/\S {2,}$/u.test(raw)) return { start: lineStart + line.length, name: null, dashed: false, confidence: 0.7 };
  return null;
}

function afterHyphen(line: string, lineStart: number): SignatureStart | null {
  const dash = findAll(hyphen, line).findLast((found) => fits(line.slice(found.index + 1)));
  if (dash === undefined) return null;
  const name = trimName(line.slice(dash.index + 1));
  return { start: lineStart + dash.index, name, dashed: true, confidence: 0.8 };
}

function afterBody(line: string, lineStart: number): SignatureStart | null {
  const end = findAll(bodyEnd, line).at(-1);
  if (end === undefined) return null;
  const after = end.index + end[0].length;
  const name = line.slice(after).trim();
  if (!fits(name) || name === '') return null;
  const start = lineStart + line.length - name.length;
  return { start, name, dashed: false, confidence: link.test(end[0]) ? 0.9 : 0.5 };
}

/** All matches of a global pattern. `matchAll` makes a new pattern each time, which takes longer than to look at a line. */
function findAll(pattern: RegExp, line: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) found.push(match);
  return found;
}

/** Whether a handle begins with the first two words of a name: then they are one, whatever they say. */
function isEcho(name: string, handle: string): boolean {
  const [first = '', second = ''] = name.toLowerCase().match(/[a-z\d]{1,20}/g) ?? [];
  return (
    second !== '' &&
    handle
      .toLowerCase()
      .replaceAll('_', '')
      .startsWith(first + second)
  );
}

function opensHandle(name: string, handle: string): boolean {
  const word = /^[A-Za-z]{3,30}/.exec(name)?.[0].toLowerCase();
  return word !== undefined && handle.toLowerCase().includes(word);
}

/** Without a dash, links and mere signs before a handle are the body's end. */
function isName(text: string): boolean {
  return fits(text) && /[\p{L}\p{N}]/u.test(text) && !/(?:\/\/|\bt\.co\/|pic\.(?:twitter|x)\.com\/)/u.test(text);
}

/** What is not seen is no part of a name. */
function trimName(name: string): string {
  return name.replace(/^[\s\u200b\u200e\u200f\u2060]{1,9}|[\s\u200b\u200e\u200f\u2060]{1,9}$/gu, '').trim();
}

function fits(name: string): boolean {
  const shown = name.includes('{%') ? name.replaceAll(templateTag, '') : name;
  return shown.length <= longestName || Array.from(shown.trim()).length <= longestName;
}
