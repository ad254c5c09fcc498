export type { Article, ArticleOptions, Embed } from './article/article.ts';
export { renderArticle } from './article/render-article.ts';
export type { Asset, AssetFinder, Exhibit, Provenance } from './exhibit.ts';
export { renderPost } from './render-post.ts';
export type { PostOptions, Theme } from './settings.ts';
export { stylesheet } from './stylesheet/stylesheet.ts';
