import { statusHostNames, threadReaders } from '../platforms/x-hosts.ts';
import { openTrigramFinder, type Trigram, type TrigramFinder } from './trigram-finder.ts';

/** Characters, any of which is meant. */
const anything = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1');

/** What most hosts of links to posts have in their names, or in the path behind. */
const inMost: Trigram = ['i', 't', 't'];

/** The names of the others, all with a dot. */
const hosts = [...statusHostNames, ...threadReaders, 't.co', 'twimg.com'].filter(
  (host) => !host.includes(inMost.join('')),
);

/**
 * Make ready to find the places in a record at which there may be something that a finder looks for. Three characters of
 * each such thing are looked for: few of them are more frequent than what they stand for.
 *
 * @param names What has a hyphen and tells an embed, wherever it stands.
 * @param elements What tells one behind `<`.
 */
export function openPlaceFinder(names: readonly string[], elements: readonly string[]): TrigramFinder {
  const groups: readonly (readonly Trigram[])[] = [
    [...hosts.map((host) => around(host, host.lastIndexOf('.'))), inMost],
    [
      ['(>', '@', anything],
      // In base64: see `encodedEmbedClass`.
      ['i', '1', '0'],
      ['r', '3', 'a'],
      ['d', '2', 'l'],
    ],
    [
      ['&', '#', 'x01456789'],
      ['&', 's', 'o'],
      ['&', 'p', 'e'],
      ['&', 'cl', 'op'],
      ['\\', 'u', '0'],
    ],
    [
      ['[', 't', 'w'],
      ['[', 'em', 'me'],
      ['[', 'b', 'l'],
      ['[', 'x', ']'],
      [')]}', 'c', 'o'],
    ],
    [
      ['{', '{%', anything],
      ['{', 't', 'w'],
    ],
    [
      ['t', 'w', 'ei'],
      ['`', 'o', 'e'],
      ['w', 'p', ':'],
      ['d', 'e', '('],
    ],
    [...names.map((name) => around(name, name.indexOf('-'))), [':', ':', anything]],
    elements.map((name) => ['<;c', name.charAt(0), name.charAt(1)]),
  ];
  const wanted: ReadonlySet<number> = new Set(groups.flat().flatMap(spellOut));
  // The finder's tables take one for another that has parts of two.
  return openTrigramFinder(
    groups.map((group) => group.map(inBothCases)),
    (first, second, third) => wanted.has(pack(first, second, third)),
  );
}

/** The character at a place of a name, and its neighbours. */
function around(name: string, at: number): Trigram {
  return [name.charAt(at - 1), name.charAt(at), name.charAt(at + 1)];
}

function inBothCases([first, second, third]: Trigram): Trigram {
  return [bothCases(first), bothCases(second), bothCases(third)];
}

function bothCases(characters: string): string {
  return characters === anything ? anything : characters.toLowerCase() + characters.toUpperCase();
}

/** All that three sets of characters stand for, without regard to case. */
function spellOut(trigram: Trigram): readonly number[] {
  const [firsts, seconds, thirds] = trigram.map((characters) => Array.from(Buffer.from(characters, 'latin1')));
  return (firsts ?? []).flatMap((first) =>
    (seconds ?? []).flatMap((second) => (thirds ?? []).map((third) => pack(first, second, third))),
  );
}

function pack(first: number, second: number, third: number): number {
  return (lower(first) << 16) | (lower(second) << 8) | lower(third);
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
