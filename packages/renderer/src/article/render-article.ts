import { applyEdits, type Edit } from './apply-edits.ts';
import type { Article, ArticleOptions, Embed } from './article.ts';
import { chooseEmbeds } from './choose-embeds.ts';
import { findOwnEmbeds } from './find-own-embeds.ts';
import { overlapsAny } from './overlaps-any.ts';
import { editHtmlArticle } from './edit-html-article.ts';
import { editMarkdownArticle } from './edit-markdown-article.ts';
import { renderTextArticle } from './render-text-article.ts';

/**
 * Render an article with its posts.
 *
 * A text becomes a page that loads nothing from elsewhere and says so in its content security policy: its paragraphs, and
 * each post where the reference stood. An HTML page and a Markdown file stay as they are, but for the posts in the place of
 * their references; posts that were put there before stay, too. References without a post stay as they stand.
 *
 * @param embeds Ranges are UTF-16 units of the article's text.
 */
export function renderArticle(article: Article, embeds: readonly Embed[], options: ArticleOptions = {}): string {
  const { text, format } = article;
  if (format === 'text' || (format === 'markdown' && options.to === 'html')) {
    return renderTextArticle(article, chooseEmbeds(embeds, text.length), options);
  }
  return applyEdits(text, editArticle(article, embeds, options));
}

/**
 * What {@link renderArticle} changes in an HTML page or a Markdown file: nothing where nothing is to be changed.
 *
 * @returns Edits of the article's text.
 */
export function editArticle(article: Article, embeds: readonly Embed[], options: ArticleOptions = {}): readonly Edit[] {
  const { text, format } = article;
  const own = findOwnEmbeds(text);
  const all = embeds.filter(({ reference }) => !overlapsAny(reference.range, own));
  const chosen = chooseEmbeds(all, text.length);
  return format === 'html'
    ? editHtmlArticle(article, chosen, all, options)
    : editMarkdownArticle(article, chosen, all, options);
}
