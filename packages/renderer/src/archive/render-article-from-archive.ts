import { basename, dirname, extname, join } from 'node:path';
import type { Reference } from '@embalm/post';
import type { Article, ArticleOptions } from '../article/article.ts';
import { renderArticle } from '../article/render-article.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { openFolderSink } from './folder-sink.ts';
import { gatherEmbeds } from './gather-embeds.ts';
import type { MediaProblem } from './media-problem.ts';
import { replaceFile } from './replace-file.ts';

/** Where an article's page goes, and how it is made. */
export interface PageOptions extends ArticleOptions {
  /** The page's path. Folders on the way are made; a page that is there is replaced. */
  readonly page: string;
  /** The folder for the page's media; by default `<name>.media` beside the page. */
  readonly mediaDirectory?: string | undefined;
  /** As in `EmbedOptions`. */
  readonly avif?: boolean | undefined;
}

/** A page that was written. */
export interface WrittenPage {
  readonly html: string;
  /** How many references have a post to show. */
  readonly shown: number;
  /** The files that the page shows, absolute; those that were there before are among them. */
  readonly files: readonly string[];
  /** Files that are in the archive and could not be shown. */
  readonly problems: readonly MediaProblem[];
}

/**
 * Render an article with what the archive has of its posts, and write the page and its media. Each file is written whole
 * or not at all, the page last.
 *
 * @param references What the parser found in the article.
 * @throws {DamagedRecordError} If a record of one of the posts cannot be trusted.
 * @throws {UnwritableFileError} If the page or its media cannot be written.
 * @throws {OccupiedPlaceError} If something else is there.
 */
export async function renderArticleFromArchive(
  archive: ExhibitSource,
  article: Article,
  references: readonly Reference[],
  options: PageOptions,
): Promise<WrittenPage> {
  const { page, mediaDirectory = mediaDirectoryOf(page), avif } = options;
  const sink = openFolderSink(page, mediaDirectory, avif);
  const { embeds, problems } = await gatherEmbeds(archive, references, sink);
  const html = renderArticle(article, embeds, options);
  await replaceFile(page, html);
  return {
    html,
    shown: embeds.filter((embed) => embed.exhibit !== null).length,
    files: sink.files(),
    problems,
  };
}

function mediaDirectoryOf(page: string): string {
  return join(dirname(page), `${basename(page, extname(page))}.media`);
}
