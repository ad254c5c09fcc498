import { type Archiver, createArchiver } from './archiver.ts';
import { createBrowserHandle } from './browser/browser-handle.ts';
import { findBrowser } from './browser/find-browser.ts';
import { mediaLimits } from './media/capture-media.ts';
import { prepareWayOut, type WayOutOptions } from './open-way-out.ts';
import type { Preserved } from './preserve/preserved.ts';
import { listSources } from './sources/list-sources.ts';

/** A short link leads to the same post for ever; this only bounds how long a wrong answer could live. */
const linkTtlMs = 30 * 24 * 60 * 60 * 1000;

/** What the archiver works with, and how. */
export interface OpenArchiverOptions extends WayOutOptions {
  /** Whether to capture with Chromium; without it, there are no screenshots and no record of the embed page. */
  readonly browser: boolean;
  /** How many posts are captured at a time. */
  readonly concurrency: number;
  /** For asking about one post, in ms; its files may take as long as they go on. */
  readonly timeoutMs: number;
  /** The most bytes to take of a photo or video: the best that fits is kept. Default 512 MiB; photos have 64 MiB at most. */
  readonly maxMediaBytes?: number;
  /** Also keep posts that were erased from the archive on request; default false. */
  readonly again?: boolean | undefined;
  /** Called with what a user should know, once each. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  /** Called as each post is done, in the order in which they are. */
  readonly onPreserved?: ((preserved: Preserved) => void) | undefined;
  /** Default: this machine's clock. */
  readonly now?: () => Date;
}

/**
 * Open an archiver. Door and browser are opened when they are first needed, and closed with it; the archive stays the
 * caller's to close.
 */
export function openArchiver(options: OpenArchiverOptions): Archiver & AsyncDisposable {
  const browser = createBrowserHandle();
  const wayOut = prepareWayOut(options, async ({ door }) => {
    if (door === null) {
      options.onNotice?.('No network: posts that are not archived yet are kept as the article quotes them.');
    } else if (options.browser) {
      // Better to say at once that there is none than after the first post.
      await findBrowser();
    }
  });

  const archiver = createArchiver({
    ...options,
    mediaLimits: mediaLimits(options.maxMediaBytes),
    wayOut: () => wayOut.open(),
    browser: options.browser ? browser : null,
    sources: listSources(options, browser),
    linkCache: options.archive.linkCache('short-links', linkTtlMs),
    keep: (bytes) => options.archive.keep(bytes),
    keepStream: (chunks) => options.archive.keepStream(chunks),
    browserVersion: () => browser.product,
    now: options.now ?? (() => new Date()),
  });

  return {
    preserve: (article, references) => archiver.preserve(article, references),
    preservePage: (url) => archiver.preservePage(url),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await wayOut[Symbol.asyncDispose]();
    },
  };
}
