/** What a browser makes of an address. */
export type Address =
  /** Nothing is asked for: empty, `about:`, a place in the page itself. */
  | { readonly kind: 'nothing' }
  /** A file beside the page or elsewhere on its site. */
  | { readonly kind: 'own' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'code' }
  | { readonly kind: 'data'; readonly mediaType: string };

const schemePattern = /^[a-z][a-z0-9+.-]*(?=:)/i;
const codeSchemes = /^(?:javascript|vbscript|livescript|mocha)$/i;

/**
 * Tell what an address leads to. Read as browsers read it (URL standard §4.4): control characters and spaces around it do
 * not count, tabs and line breaks in it neither, and `\` is `/`.
 */
export function readAddress(written: string): Address {
  const url = trimControls(written).replaceAll(/[\t\n\r]/g, '');
  const scheme = schemePattern.exec(url)?.[0].toLowerCase();
  if (scheme === undefined) {
    if (url === '' || url.startsWith('#')) return { kind: 'nothing' };
    return { kind: /^[/\\]{2}/.test(url) ? 'elsewhere' : 'own' };
  }
  if (codeSchemes.test(scheme)) return { kind: 'code' };
  if (scheme === 'about') return { kind: 'nothing' };
  if (scheme !== 'data') return { kind: 'elsewhere' };
  const mediaType = /^data:([^;,]{0,100})/i.exec(url)?.[1]?.trim().toLowerCase() ?? '';
  return { kind: 'data', mediaType: mediaType === '' ? 'text/plain' : mediaType };
}

function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}
