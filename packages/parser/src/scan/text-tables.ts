import { hostEndCharacters, type Needle, needles, shortestCode, shortHosts } from './needles.ts';

const needlesBehindHosts = 72;
const codeLengthAt = 73;
const shortHostsAt = 80;
const lane = 16;
const tablesAt = 256;
const tableLength = 256;
const ofNeedles = 4;
const hostsAt = tablesAt + ofNeedles * tableLength;
const dot = 0x2e;

const allCharacters = Buffer.from(Uint8Array.from({ length: tableLength }, (_, code) => code)).toString('latin1');

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
    for (const [table, characters] of [first, before, second, third].entries()) {
      for (const code of codesOf(characters)) set(all, tablesAt + tableLength * table + code, bit);
    }
    if (kind === 'link') set(all, needlesBehindHosts, bit);
  }
  all[codeLengthAt] = shortestCode;
  for (const [index, host] of shortHosts.entries()) {
    const end = shortHostsAt + (index + 1) * lane;
    all.write(host, end - host.length);
    all.fill(0xff, end + shortHosts.length * lane - host.length, end + shortHosts.length * lane);
  }
  for (const code of codesOf(hostEndCharacters)) all[hostsAt + code] = 1;
  all[hostsAt + dot] = 2;
  return all;
}

function set(all: Buffer, at: number, bit: number): void {
  all[at] = (all[at] ?? 0) | bit;
}

/** What may stand in a place of a needle; see {@link Needle.before}. */
function codesOf(characters: Needle['before']): readonly number[] {
  if (characters?.length === 1) return [characters.charCodeAt(0)];
  const pattern = characters === undefined ? /[^]/g : new RegExp(`[${characters}]`, 'g');
  return Array.from(allCharacters.matchAll(pattern), ({ index }) => index);
}
