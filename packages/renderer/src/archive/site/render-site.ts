import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Reference } from '@embalm/post';
import type { ExhibitSource } from '../exhibit-source.ts';
import { inTurns } from '../in-turns.ts';
import type { ArticleOptions } from '../../article/article.ts';
import { askOnce } from './made-from.ts';
import { rewritePage } from './rewrite-page.ts';
import type { SitePage } from './site-page.ts';
import { type PageEntry, readSiteManifest, writeSiteManifest } from './site-manifest.ts';

/** How the pages of a site are made. */
export interface SiteOptions extends ArticleOptions {
  /** One folder for the media of all pages; default `embalm-media` in the site's. */
  readonly mediaDirectory?: string | undefined;
  /** As in `EmbedOptions`. */
  readonly avif?: boolean | undefined;
  /** Stops between two pages; what was done stays. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each page, as it is done. */
  readonly onPage?: ((page: SitePage) => void) | undefined;
}

/** Reading and writing overlap; the rest is done by one processor. */
const atATime = 4;

/**
 * Put posts into all pages of a built site, in place: each page whole or not at all. A manifest in its folder tells what
 * was replaced where. Pages that are as they were then are not read, unless the archive says by now something else of their
 * posts: then they are made again from what they were built as.
 *
 * @param directory Files in it that end in `.html` or `.htm`, at any depth but for hidden folders and links.
 * @param find Finds the references of a page.
 * @throws {SiteManifestError} If there is another file in the place of the manifest.
 * @throws {UnwritableFileError} If a page or its media cannot be written.
 * @throws {OccupiedPlaceError} If something else is there.
 */
export async function renderSite(
  archive: ExhibitSource,
  directory: string,
  find: (html: string) => readonly Reference[],
  options: SiteOptions = {},
): Promise<readonly SitePage[]> {
  const { mediaDirectory = join(directory, 'embalm-media'), avif = false, signal, onPage, ...article } = options;
  const settings = JSON.stringify({
    ...article,
    avif,
    mediaDirectory: relative(resolve(directory), resolve(mediaDirectory)),
  });
  const before = await readSiteManifest(directory);
  const names = await listPages(directory);
  const pages = new Map<string, PageEntry>();
  for (const name of names) {
    const entry = before?.pages.get(name);
    if (entry !== undefined) pages.set(name, entry);
  }
  const answers = askOnce(archive);
  const site = {
    archive,
    answers,
    directory,
    mediaDirectory,
    avif,
    find,
    article,
    isSameWay: before?.settings === settings,
  };
  try {
    return await inTurns(names, atATime, async (name) => {
      signal?.throwIfAborted();
      const { entry, ...done } = await rewritePage(site, name, pages.get(name) ?? null);
      if (entry !== null) pages.set(name, entry);
      onPage?.(done);
      return done;
    });
  } finally {
    const inOrder = [...pages].toSorted(([left], [right]) => (left < right ? -1 : 1));
    await writeSiteManifest(directory, { settings, pages: new Map(inOrder) });
  }
}

async function listPages(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/(?:^|\/)(?:\.|node_modules\/)/.test(name))
    .toSorted();
}
