import type { SignatureStart } from './name.ts';

/** How far to look for other signatures. */
const reachBack = 1200;
const reachAhead = 250;

/** A signature that lost its dash and kept the two spaces that stood around it. */
const gapSignature = /\S {2}\S[^\n]{0,50}\(@\w{1,20}\) \w/;
const longestName = 50;

/**
 * Read a line that holds nothing but a signature without its dash, or without its name too: in a text whose flattener
 * drops what is not ASCII, and with it whole bodies. Elsewhere such a line is a byline, unless it has no name at all.
 *
 * @param floor Where the reference before this one ends.
 * @param at Where `(@handle)` begins.
 * @param end Where the date ends.
 */
export function findNameOnLine(text: string, floor: number, at: number, end: number): SignatureStart | null {
  const from = Math.max(floor, at - longestName - 2);
  const before = text.slice(from, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  if (lineStart === 0 && from > 0 && text.charAt(from - 1) !== '\n') return null;
  const name = before.slice(lineStart).trim();
  // No byline is without a name.
  const alone = name === '' && (end === text.length || text.charAt(end) === '\n');
  if (/^(?:by|via)\s|[.:/]/i.test(name) || !(alone || losesDashes(text, at))) return null;
  return {
    start: at - before.slice(lineStart).trimStart().length,
    name: name || null,
    dashed: false,
    bodiless: true,
    confidence: 0.6,
  };
}

function losesDashes(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - reachBack), at + reachAhead);
  return !/[^\0-\x7f]/.test(around) && gapSignature.test(around);
}
