export type { Article, ArticleOptions, Embed } from './article/article.ts';
export { renderArticle } from './article/render-article.ts';
export type { Asset, AssetAlternative, AssetCaptions, AssetFinder, Exhibit, Provenance, Version } from './exhibit.ts';
export { type Form, forms, renderForm } from './forms/render-form.ts';
export { renderJsonLd } from './forms/render-json-ld.ts';
export { findLabelLanguage, type LabelLanguage } from './labels/label-tables.ts';
export { renderPost } from './render-post.ts';
export type { PostOptions, Theme } from './settings.ts';
export { stylesheet, stylesheetFor } from './stylesheet/stylesheet.ts';
