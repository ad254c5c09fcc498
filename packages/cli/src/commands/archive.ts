import { openArchiver, type Preserved, type PreservedPage } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import type { Reference } from '@embalm/post';
import { openArchive } from '@embalm/store';
import { archiverOptions } from '../options/archiver-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { finishInOrder } from '../in-order.ts';
import type { Io } from '../io.ts';
import { isComplete, isPageComplete } from '../is-complete.ts';
import { keepNurserySmall } from '../keep-nursery-small.ts';
import type { ArchiveOptions, NetworkOptions, OutputOptions } from '../options/shared-options.ts';
import { openLog } from '../open-log.ts';
import { preservedReport } from '../print/preserved-report.ts';
import { articlesAtOnce, openArticles } from '../inputs/read-articles.ts';
import { readWebFeed } from '../inputs/read-web-feed.ts';
import { sortInputs } from '../inputs/sort-inputs.ts';

interface ArchiveCommandOptions extends ArchiveOptions, NetworkOptions, OutputOptions {}

/** An article whose posts have been preserved. */
interface Begun {
  readonly source: string;
  readonly preserved: readonly Preserved[];
  /** Of an article by URL. */
  readonly page?: PreservedPage;
  /** Whether it is a feed, whose entries have been read. */
  readonly isFeed?: boolean;
}

/** `embalm archive`: capture posts named on the command line or found in articles, and articles by URL themselves. */
export async function archive(inputs: readonly string[], options: ArchiveCommandOptions, io: Io): Promise<ExitCode> {
  keepNurserySmall();
  const report = preservedReport(options, io);
  const { posts, pages, files } = sortInputs(inputs);
  const articles = await openArticles(files, io);
  if (articles.isEmpty && posts.length + pages.length === 0) return exitCodes.usage;
  const settings = await archiverOptions(options, io);
  await using log = await openLog(options.log);
  await using store = await openArchive(options.archive);
  await using archiver = openArchiver({
    ...settings,
    archive: store,
    onExchange: (exchange) => log.write(exchange),
    onPreserved: (preserved) => report.progress(preserved),
  });
  let allComplete = true;
  await using lane = finishInOrder(articlesAtOnce, async ({ source, preserved, page, isFeed = false }: Begun) => {
    if (page !== undefined) report.webPage(page);
    report.posts(source, preserved, isFeed ? [] : page?.shown);
    allComplete &&= preserved.every(isComplete) && (page === undefined || isFeed || isPageComplete(page));
  });
  const begin = async (source: string, references: readonly Reference[]): Promise<Begun> => {
    return { source, preserved: await archiver.preserve(source, references) };
  };
  const beginPage = async (url: string): Promise<Begun> => {
    const page = await archiver.preservePage(url);
    report.webPageProgress(page);
    const feed = page.outcome === 'noted' ? await readWebFeed(url, options, io.signal) : null;
    const inFeed = feed === null ? [] : findReferences(feed.html, { format: 'html' });
    return { ...(await begin(url, [...page.shown, ...page.others, ...inFeed])), page, isFeed: feed !== null };
  };
  if (posts.length > 0)
    await lane.add(
      begin(
        'argv',
        posts.map(({ reference }) => reference),
      ),
    );
  for (const url of pages) await lane.add(beginPage(url));
  const failures = await articles.forEach((article) =>
    lane.add(begin(article.source, findReferences(article.text, { format: article.format }))),
  );
  await lane.end();
  if (failures > 0) return exitCodes.usage;
  return allComplete ? exitCodes.done : exitCodes.incomplete;
}
