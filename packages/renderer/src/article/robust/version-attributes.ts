import { attribute, markupOfAttribute } from '../../html/attribute.ts';
import { linkUrl, textOfUrl } from '../../html/safe-url.ts';
import type { Exhibit } from '../../exhibit.ts';

/**
 * The attributes of Robust Links, as markup with its leading space: `data-versiondate`, when a post was captured, and
 * `data-versionurl`, where that is in a web archive, if it is.
 *
 * @see https://robustlinks.mementoweb.org/spec/
 */
export function versionAttributes({ provenance: { memento, capturedAt } }: Exhibit): string {
  const url = linkUrl(memento?.url);
  return [
    attribute('data-versionurl', url === null ? null : forReaders(textOfUrl(url))),
    attribute('data-versiondate', memento?.at ?? capturedAt),
  ]
    .map(markupOfAttribute)
    .join('');
}

/** The Internet Archive shows what it kept as a page where it is not asked for the bytes alone. */
function forReaders(memento: string): string {
  return memento.replace(/^(https:\/\/web\.archive\.org\/web\/\d{14})id_\//, '$1/');
}
