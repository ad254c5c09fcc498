import type { Post } from '@embalm/post';

/** Where a post is withheld, as in `DE, TR`: two letters say the same in every language, and in every version of its tables. */
export function countriesOf({ withheld }: Post): string | null {
  const codes = withheld?.countries.filter((code) => /^[A-Z]{2}$/.test(code) && !everywhere.has(code)) ?? [];
  return codes.length === 0 ? null : codes.join(', ');
}

/** X's codes for all countries, and for a complaint about copyright: no countries. */
const everywhere: ReadonlySet<string> = new Set(['XX', 'XY']);
