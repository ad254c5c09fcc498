import { drawExhibit } from '../draw-exhibit.ts';
import type { Exhibit } from '../exhibit.ts';
import { textOfMarkup } from '../html/html.ts';
import { renderPost } from '../render-post.ts';
import { type PostOptions, resolveSettings } from '../settings.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import { outlineExhibit } from './outline-exhibit.ts';
import { writeDocument } from './write-document.ts';
import { writeFeed } from './write-feed.ts';
import { writeXhtml } from './write-xhtml.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writePlain } from './write-plain.ts';

/** The forms in which a post can be shown. */
export const forms = ['full', 'compact', 'feed', 'text', 'markdown', 'iframe', 'dsd', 'epub'] as const;

/** One of {@link forms}. */
export type Form = (typeof forms)[number];

/**
 * Render a post in a form.
 *
 * - `full` and `compact`: an `<article>`; the stylesheet is the page's.
 * - `feed`: markup without class and style, of elements that feed readers and sanitizers keep. Sensitive media stay out.
 * - `text`, `markdown`: for mail, notes and terminals.
 * - `iframe`: a whole file, with its styles and a policy that lets it load nothing, for `<iframe sandbox="" src="…">`.
 * - `dsd`: an element with a declarative shadow root, which no rule of the page reaches; not for feeds, nor for pages that a
 *   script puts together.
 * - `epub`: a whole file in XHTML, for a book.
 */
export function renderForm(exhibit: Exhibit, form: Form, options: PostOptions = {}): string {
  const settings = resolveSettings(options);
  switch (form) {
    case 'full':
      return renderPost(exhibit, options);
    case 'compact':
      return renderPost(exhibit, { ...options, compact: true });
    case 'feed':
      return textOfMarkup(writeFeed(outlineExhibit(exhibit, settings)));
    case 'text':
      return writePlain(outlineExhibit(exhibit, settings));
    case 'markdown':
      return writeMarkdown(outlineExhibit(exhibit, settings));
    case 'iframe':
      return writeDocument(drawExhibit(exhibit, settings), exhibit, settings, true);
    case 'epub':
      return writeXhtml(writeDocument(drawExhibit(exhibit, settings), exhibit, settings, false));
    case 'dsd': {
      const post = renderPost(exhibit, options);
      return `<div><template shadowrootmode="open"><style>${stylesheetFor(post)}</style>${post}</template></div>`;
    }
  }
}
