import { attribute } from '../html/attribute.ts';
import { html, type Html, textOfMarkup, trustMarkup } from '../html/html.ts';
import { labelOfPost } from '../parts/label-of-post.ts';
import type { Exhibit } from '../exhibit.ts';
import type { Settings } from '../settings.ts';
import { pagePolicy } from '../stylesheet/page-policy.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';

/** The frame belongs to the page around it: no margin, and its colour. */
const frameStyles = 'html{color-scheme:light dark}body{margin:0}.embalm.embalm{margin:0 auto}';

/**
 * A file of its own, for an `<iframe sandbox="">`, a book or a photograph.
 *
 * @param guarded Whether it carries a policy that lets it load nothing; books allow none.
 */
export function writeDocument(
  post: Html,
  exhibit: Exhibit,
  { labels, theme, mediaPrefix }: Settings,
  guarded: boolean,
): string {
  const title = labelOfPost({ ...exhibit, labels, quoted: exhibit.provenance.source === 'quoted' });
  const css = stylesheetFor(textOfMarkup(post)) + frameStyles;
  const guard = guarded
    ? html`
        <meta http-equiv="Content-Security-Policy" content="${pagePolicy(css, mediaPrefix)}" />
        <meta name="referrer" content="no-referrer" />
      `
    : null;
  const page = html`
    <!doctype html>
    <html
      lang="${labels.language}"
      dir="${labels.direction}"
      ${attribute('data-theme', theme === 'auto' ? null : theme)}
    >
      <head>
        <meta charset="utf-8" />
        ${guard}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${trustMarkup(`<style>${css}</style>`)}
      </head>
      <body>
        <main>${post}</main>
      </body>
    </html>
  `;
  return `${textOfMarkup(page)}\n`;
}
