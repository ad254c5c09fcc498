import type { Article } from '@embalm/parser/read';
import { relocatePage } from '@embalm/renderer';

/** The document of a web page. */
interface PageDocument {
  /** Where it was. */
  readonly url: string;
  readonly html: string;
}

/**
 * A web page as an article, to be rendered in another place: its own pictures, styles and scripts stay where they are.
 *
 * @param source The URL, as it was given.
 */
export function webArticle(source: string, { url, html }: PageDocument): Article {
  return { source, format: 'html', text: relocatePage(html, url), encoding: 'utf-8', replacements: 0 };
}
