import { decodeHTMLAttribute } from 'entities';

/** Markup in JSON in an attribute is under two layers, and under one more where a program wrote it twice. */
const mostLayers = 4;

/** In a program's string quotes, slashes or brackets have a backslash. */
const inProgram = /=\s{0,9}\\+["']|<\\+\/|\\(?:u00|x)3c/i;
const escapes = /\\(?:u(?<unicode>[\da-f]{4})|x(?<hex>[\da-f]{2})|(?<other>[^]))/gi;
const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', ''],
  ['f', ''],
  ['\n', ''],
]);

/** In other markup brackets or quotes are character references. */
const inMarkup = /^&|^<[^<>]{0,1000}?=\s{0,9}&(?:amp;)?(?:quot|apos|#34|#39|#x22|#x27);/i;

/** Markup as it is before programs and other markup escape it: `\u003cp class=\"a\"`, `&lt;p class=&quot;a&quot;`. */
export function unescapeMarkup(written: string): string {
  let markup = written;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    if (inMarkup.test(markup)) markup = decodeHTMLAttribute(markup);
    else if (inProgram.test(markup)) markup = markup.replace(escapes, unescape);
    else break;
  }
  return markup;
}

function unescape(_: string, unicode?: string, hex?: string, other?: string): string {
  const code = unicode ?? hex;
  return code === undefined
    ? (controls.get(other ?? '') ?? other ?? '')
    : String.fromCharCode(Number.parseInt(code, 16));
}
