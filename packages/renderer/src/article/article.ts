import type { Reference } from '@embalm/post';
import type { Exhibit } from '../exhibit.ts';
import type { PostOptions } from '../settings.ts';

/** An article as it was found. */
export interface Article {
  readonly text: string;
  readonly format: 'text' | 'html' | 'markdown';
  /** Its path or URL. */
  readonly source: string;
}

/** A reference of an article, and the post to show for it; without one the reference stays as it stands. */
export interface Embed {
  readonly reference: Reference;
  readonly exhibit: Exhibit | null;
}

/** How an article's page is made. */
export interface ArticleOptions extends PostOptions {
  /**
   * `robust` says in the links that stay which version of the post was archived; default `keep`. See
   * https://robustlinks.mementoweb.org/spec/.
   */
  readonly links?: 'keep' | 'robust' | undefined;
  /** `same` keeps Markdown as Markdown, `html` draws it as a text; default `same`. A text always becomes a page. */
  readonly to?: 'same' | 'html' | undefined;
  /** Shown above a text, and the page's title; by default the page is titled with its first words and shows no title. */
  readonly title?: string | undefined;
  /** The language of a text: BCP 47. By default the page names none. */
  readonly lang?: string | undefined;
}
