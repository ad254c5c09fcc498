import { readEmbedTarget } from '../../finders/embed-target.ts';
import { tokenize } from '../../html/tokenize.ts';
import { readAround } from './trace.ts';

/** The longest tag that is looked at. */
const longestTag = 4096;

/** A tag to its end. */
const tag = /^<(?:[^<>"']|"[^"]*"|'[^']*')*>/;

/** The tag that begins at a place, or `null` if it has no end, or is one in the string of a program. */
export function readTag(bytes: Buffer, at: number): string | null {
  const written = tag.exec(readAround(bytes, at, 0, longestTag))?.[0];
  return written === undefined || written.includes('\\') ? null : written;
}

/** How far from the beginning of its tag an attribute may be. */
const farthest = 1024;

/** The tag around a place, or `null` if that cannot be told: there are angle brackets in attributes. */
function readTagAround(bytes: Buffer, at: number): string | null {
  const before = readAround(bytes, at, farthest, 0);
  const start = before.lastIndexOf('<');
  if (start <= before.lastIndexOf('>')) return null;
  const begin = at - before.length + start;
  const written = readTag(bytes, begin);
  return written !== null && begin + written.length > at ? written : null;
}

/** Whether the tag around a place is that of an embed, as far as that can be told. */
export function mayEmbedAround(bytes: Buffer, at: number): boolean {
  const written = readTagAround(bytes, at);
  return written === null || embedsPost(written);
}

/** Whether a tag is that of an embed. */
export function embedsPost(written: string): boolean {
  let isEmbed = false;
  tokenize(written, {
    onOpen: (name, attributes) => void (isEmbed ||= readEmbedTarget(name, attributes) !== null),
    onSelfClosing: () => {},
    onClose: () => {},
    onText: () => {},
    onLongAttribute: () => {},
    onCharacter: () => {},
  });
  return isEmbed;
}
