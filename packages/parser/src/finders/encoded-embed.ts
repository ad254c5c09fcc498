import type { Range, Reference } from '@embalm/post';
import { encodedEmbedClass, encodedMarkup } from '../platforms/embed-markup.ts';
import { readFirstEmbed } from './first-embed.ts';

/** All of a script or of an attribute in base64, its quotes left out. */
const encoded = /^[\s="']{0,20}(?<code>(?<whole>[A-Za-z0-9+/]{60,40000})={0,2})[\s"']{0,20}$/;
const encodedStart = /[\s="']{0,20}[A-Za-z0-9+/]{60}/y;

/**
 * Find the embed whose markup is in base64, as consent managers hold it back.
 *
 * @param range Where to look: a script, or an attribute from its `=` on.
 * @returns `null` if there is none.
 */
export function findEncodedEmbed(html: string, range: Range): Reference | null {
  encodedStart.lastIndex = range[0];
  if (!encodedStart.test(html) || encodedStart.lastIndex > range[1]) return null;
  const written = html.slice(...range);
  const { code, whole } = encoded.exec(written)?.groups ?? {};
  if (code === undefined || whole === undefined) return null;
  if (!whole.startsWith(encodedMarkup) && !encodedEmbedClass.test(whole)) return null;
  const reference = readFirstEmbed(decodeBase64(whole));
  const start = range[0] + written.indexOf(code);
  return reference === null ? null : { ...reference, range: [start, start + code.length] };
}

/** @param code Without its padding. */
function decodeBase64(code: string): string {
  // One character alone is nothing, as where it is cut off.
  const bytes = atob(code.length % 4 === 1 ? code.slice(0, -1) : code);
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
