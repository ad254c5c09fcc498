import { drawExhibit } from './draw-exhibit.ts';
import type { Exhibit } from './exhibit.ts';
import { textOfMarkup } from './html/html.ts';
import { type PostOptions, resolveSettings } from './settings.ts';

/**
 * Render a post as an `<article>`: no script, no request, no `style` attribute. It looks as it should where
 * {@link stylesheet} is in the page, and is readable where it is not.
 *
 * The same exhibit gives the same text on every machine.
 */
export function renderPost(exhibit: Exhibit, options: PostOptions = {}): string {
  return textOfMarkup(drawExhibit(exhibit, resolveSettings(options)));
}
