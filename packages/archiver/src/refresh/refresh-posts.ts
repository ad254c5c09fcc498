import { createBrowserHandle } from '../browser/browser-handle.ts';
import { mediaLimits } from '../media/capture-media.ts';
import type { OpenArchiverOptions } from '../open-archiver.ts';
import { prepareWayOut } from '../open-way-out.ts';
import { listSources } from '../sources/list-sources.ts';
import type { Checked } from './checked.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import { type RunLimits, runRefresh } from './run-refresh.ts';
import type { Selection } from './wanted-pages.ts';

/** What a refresh works with, and how: as an archiver, for the posts that have changed. */
export interface RefreshOptions extends Omit<OpenArchiverOptions, 'offline' | 'onNotice' | 'onPreserved'>, RunLimits {
  /** Called as each post is done. */
  readonly onChecked?: ((checked: Checked) => void) | undefined;
}

/**
 * Look at archived posts again. A look is one request; the browser starts when the first post turns out to have changed.
 * Several runs may be at one archive at the same time: none looks at a post that another is at.
 *
 * @returns What was done. If the signal aborts, what was under way is given up, and `ended` says `interrupted`.
 * @throws {NoBrowserError} If something is new, a browser is to capture it, and there is none.
 */
export async function refreshPosts(selection: Selection, options: RefreshOptions): Promise<RefreshSummary> {
  const { archive } = options;
  await using wayOut = prepareWayOut({ ...options, offline: false }, () => {});
  await using browser = createBrowserHandle();
  return await runRefresh(selection, options, {
    ...options,
    captures: options.concurrency,
    mediaLimits: mediaLimits(options.maxMediaBytes),
    wayOut: () => wayOut.open(),
    sources: listSources(options, browser),
    keep: (bytes) => archive.keep(bytes),
    keepStream: (chunks) => archive.keepStream(chunks),
    browser: options.browser ? browser : null,
    browserVersion: () => browser.product,
    now: options.now ?? (() => new Date()),
  });
}
