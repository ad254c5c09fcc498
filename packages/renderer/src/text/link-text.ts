import type { LinkEntity } from '@embalm/post';
import { stripBidi } from './strip-bidi.ts';

const longest = 40;

/**
 * What to show for a link. The payload's own words stand only if they are the beginning of the address the link leads
 * to: text that names another site is no display form but a disguise.
 */
export function textOfLink({ url, display, short }: LinkEntity): string {
  const shown = stripBidi(display);
  const address = withoutScheme(stripBidi(url));
  const beginning = withoutScheme(shown).replace(/(?:…|\.\.\.)$/, '');
  if (url === short || (beginning !== '' && address.toLowerCase().startsWith(beginning.toLowerCase()))) return shown;
  return address.length > longest ? `${address.slice(0, longest)}…` : address;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '');
}
