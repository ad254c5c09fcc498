import type { Article, ArticleOptions, Embed } from './article.ts';
import { chooseEmbeds } from './choose-embeds.ts';
import { renderHtmlArticle } from './render-html-article.ts';
import { renderTextArticle } from './render-text-article.ts';

/**
 * Render an article with its posts.
 *
 * A text becomes a page that loads nothing from elsewhere and says so in its content security policy: its paragraphs, and
 * each post where the reference stood. An HTML page stays as it is, but for the posts in the place of their references.
 * References without a post stay as they stand.
 *
 * @param embeds Ranges are UTF-16 units of the article's text.
 */
export function renderArticle(article: Article, embeds: readonly Embed[], options: ArticleOptions = {}): string {
  const chosen = chooseEmbeds(embeds, article.text.length);
  return article.format === 'html'
    ? renderHtmlArticle(article, chosen, embeds, options)
    : renderTextArticle(article, chosen, options);
}
