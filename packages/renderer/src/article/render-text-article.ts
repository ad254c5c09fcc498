import { attribute } from '../html/attribute.ts';
import { html, textOfMarkup, trustMarkup } from '../html/html.ts';
import { resolveSettings } from '../settings.ts';
import { pageStylesheetFor } from '../stylesheet/page-stylesheet.ts';
import { pagePolicy } from '../stylesheet/page-policy.ts';
import type { Article, ArticleOptions } from './article.ts';
import type { ReadyEmbed } from './choose-embeds.ts';
import { drawText } from './draw-text.ts';
import { titleOfText } from './title-of-text.ts';

/** Make a page of a text. */
export function renderTextArticle(
  { text, source }: Article,
  embeds: readonly ReadyEmbed[],
  options: ArticleOptions,
): string {
  const { title, lang, theme = 'auto', mediaPrefix = null } = options;
  const heading = title === undefined ? null : html`<h1 dir="auto">${title}</h1>`;
  const blocks = [heading, ...drawText(text, embeds, resolveSettings(options))].filter((block) => block !== null);
  const main = html` <main>${blocks.map((block) => ['\n', block])}</main> `;
  const css = pageStylesheetFor(textOfMarkup(main));
  const page = html`
    <!doctype html>
    <html${attribute('lang', lang ?? null)}${attribute('data-theme', theme === 'auto' ? null : theme)}>
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${pagePolicy(css, mediaPrefix)}">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title ?? titleOfText(text, source)}</title>
        ${trustMarkup(`<style>${css}</style>`)}
      </head>
      <body>
        ${main}
      </body>
    </html>
  `;
  return `${textOfMarkup(page)}\n`;
}
