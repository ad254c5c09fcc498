import { hostCharacters, type Needle, needles } from './needles.ts';

const needlesBehindHosts = 72;
const tablesAt = 256;
const tableLength = 256;
const ofNeedles = 4;
const hostsAt = tablesAt + ofNeedles * tableLength;
const dot = 0x2e;

/** What `scanText` of `scanner.wat` needs to know of the needles, to be put at the beginning of its memory. */
export const textTables: Buffer = writeTables();

function writeTables(): Buffer {
  const all = Buffer.alloc(hostsAt + tableLength);
  // What no byte looks like.
  for (let half = 0; half < 16; half += 1) all[half] = half ^ 1;
  for (const [index, { first, before, second, third, kind }] of needles.entries()) {
    const byte = first.charCodeAt(0);
    const bit = 1 << index;
    all[byte & 15] = byte | 0x20;
    for (const [table, isThere] of [first, before, second, third].map(toTest).entries()) {
      for (let code = 0; code < tableLength; code += 1) {
        if (isThere(code)) set(all, tablesAt + tableLength * table + code, bit);
      }
    }
    if (kind === 'link') set(all, needlesBehindHosts, bit);
  }
  const isInHost = toTest(hostCharacters);
  for (let code = 0; code < tableLength; code += 1) all[hostsAt + code] = code === dot ? 2 : Number(isInHost(code));
  return all;
}

function set(all: Buffer, at: number, bit: number): void {
  all[at] = (all[at] ?? 0) | bit;
}

function toTest(characters: Needle['before']): (code: number) => boolean {
  if (characters === undefined) return () => true;
  const pattern = characters.length === 1 ? null : new RegExp(`[${characters}]`);
  return (code) => pattern?.test(String.fromCharCode(code)) ?? code === characters.charCodeAt(0);
}
