import { join } from 'node:path';
import type { PostId } from '@embalm/post';
import { type Form, renderForm } from '../forms/render-form.ts';
import { renderJsonLd } from '../forms/render-json-ld.ts';
import type { PostOptions } from '../settings.ts';
import { stylesheetFor } from '../stylesheet/stylesheet.ts';
import { chooseContent } from './choose-content.ts';
import { dataSink } from './data-sink.ts';
import type { ExhibitSource } from './exhibit-source.ts';
import { openFolderSink } from './folder-sink.ts';
import { gatherContent } from './gather-content.ts';
import { makeExhibit } from './make-exhibit.ts';
import { NoContentError } from './no-content-error.ts';
import { collect } from './collect.ts';

/** How one post is shown by itself. */
export interface EmbedOptions extends PostOptions {
  /**
   * `data`: within the markup. Otherwise: as files in a folder, named relative to the page that the markup is for; without a
   * page, relative to the folder itself, for use with `mediaPrefix`.
   */
  readonly media: 'data' | { readonly folder: string; readonly page?: string | undefined };
  /** Whether photos in a folder also come as AVIF where that is a tenth smaller, which takes seconds for each; default `false`. */
  readonly avif?: boolean | undefined;
  /** Whether the stylesheet comes before the post; default `true`. A page needs it once. */
  readonly styles?: boolean | undefined;
  /** Whether a description for machines comes after the post, where the form is for pages; default `false`. */
  readonly jsonLd?: boolean | undefined;
  /** Default `full`. */
  readonly form?: Form | undefined;
}

/**
 * Render one post of the archive, ready to be put into a page.
 *
 * @throws {NoContentError} If the archive has nothing to show of it.
 * @throws {DamagedRecordError} If one of its records cannot be trusted.
 * @throws {UnwritableFileError} If media cannot be written.
 * @throws {OccupiedPlaceError} If something else is there.
 */
export async function embedFromArchive(archive: ExhibitSource, post: PostId, options: EmbedOptions): Promise<string> {
  const { media, styles = true, form = 'full', jsonLd = false, avif } = options;
  const records = await collect(archive.history(post));
  const chosen = chooseContent(records, null);
  if (chosen === null) throw new NoContentError(post);
  const sink =
    media === 'data' ? dataSink : openFolderSink(media.page ?? join(media.folder, 'page.html'), media.folder, avif);
  const gathered = await gatherContent(archive, records, chosen, sink);
  const exhibit = makeExhibit(records, chosen, gathered, null);
  const html = renderForm(exhibit, form, options);
  const isBare = form === 'full' || form === 'compact';
  return [
    styles && isBare ? `<style>${stylesheetFor(html)}</style>` : '',
    html,
    jsonLd && (isBare || form === 'dsd') ? renderJsonLd(exhibit) : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}
