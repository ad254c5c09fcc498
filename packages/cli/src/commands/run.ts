import { openArchiver, type Preserved, type PreservedPage } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import type { Article } from '@embalm/parser/read';
import type { Reference } from '@embalm/post';
import { renderArticleFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { finishInOrder } from '../in-order.ts';
import type { Io } from '../io.ts';
import { isComplete, isPageComplete } from '../is-complete.ts';
import { keepNurserySmall } from '../keep-nursery-small.ts';
import type { ArchiveOptions, NetworkOptions, OutputOptions } from '../options/shared-options.ts';
import { type LabelOptions, readLabelLanguage } from '../options/label-option.ts';
import { type PageOptions, type PagePlan, planPages } from '../plan-pages.ts';
import { describeMediaProblem } from '../print/media-problem.ts';
import { openLog } from '../open-log.ts';
import { preservedReport } from '../print/preserved-report.ts';
import { articlesAtOnce, openArticles } from '../inputs/read-articles.ts';
import { archiverOptions } from '../options/archiver-options.ts';
import { postArticle } from '../inputs/post-article.ts';
import { readWebFeed } from '../inputs/read-web-feed.ts';
import { sortInputs } from '../inputs/sort-inputs.ts';
import { webArticle } from '../inputs/web-article.ts';

/** Options of `embalm run`. */
export interface RunOptions extends ArchiveOptions, NetworkOptions, OutputOptions, LabelOptions, PageOptions {
  readonly strict?: boolean;
}

/** An article whose posts have been preserved; of a web page, itself too. */
interface Begun {
  readonly webPage: PreservedPage | null;
  /** Whether it is a feed, whose entries are the article. */
  readonly isFeed: boolean;
  /** `null` if the web page could not be had. */
  readonly rendering: Rendering | null;
}

interface Rendering {
  readonly article: Article;
  readonly plan: PagePlan;
  readonly references: readonly Reference[];
  readonly preserved: readonly Preserved[];
}

/** `embalm run`: find, capture, keep and render. Posts of a few articles are captured side by side; pages come in order. */
export async function run(inputs: readonly string[], options: RunOptions, io: Io): Promise<ExitCode> {
  const pageOf = planPages(options);
  const labels = readLabelLanguage(options);
  keepNurserySmall();
  const report = preservedReport(options, io);
  const { posts, pages, files } = sortInputs(inputs);
  const articles = await openArticles(files, io);
  if (articles.isEmpty && posts.length + pages.length === 0) return exitCodes.usage;
  const settings = await archiverOptions(options, io);
  await using log = await openLog(options.log);
  await using archive = await openArchive(options.archive);
  await using archiver = openArchiver({
    ...settings,
    archive,
    onExchange: (exchange) => log.write(exchange),
    onPreserved: (preserved) => report.progress(preserved),
  });
  let allComplete = true;
  let allMade = true;
  await using lane = finishInOrder(articlesAtOnce, async ({ webPage, isFeed, rendering }: Begun) => {
    if (webPage !== null) report.webPage(webPage);
    allComplete &&= webPage === null || isFeed || isPageComplete(webPage);
    allMade &&= rendering !== null;
    if (rendering === null) return;
    const { article, plan, references, preserved } = rendering;
    report.posts(article.source, preserved, webPage === null ? undefined : references);
    const { problems } = await renderArticleFromArchive(archive, article, references, {
      ...plan,
      labels,
      links: options.links,
    });
    for (const problem of problems) io.err.line(describeMediaProblem(problem));
    report.page(article.source, plan.page, preserved);
    allComplete &&= preserved.every(isComplete);
  });
  for (const url of pages) await lane.add(beginPage(url));
  for (const post of posts) await lane.add(begin(postArticle(post)));
  const failures = await articles.forEach((article) => lane.add(begin(article)));
  await lane.end();
  if (failures > 0) return exitCodes.usage;
  return !allMade || (!allComplete && options.strict === true) ? exitCodes.incomplete : exitCodes.done;

  async function begin(article: Article & { readonly name?: string }): Promise<Begun> {
    const plan = pageOf(article);
    return { webPage: null, isFeed: false, rendering: await prepare(article, plan, []) };
  }

  async function beginPage(url: string): Promise<Begun> {
    const plan = pageOf({ source: url, format: 'html' });
    const webPage = await archiver.preservePage(url);
    report.webPageProgress(webPage);
    const feed = webPage.outcome === 'noted' ? await readWebFeed(url, options, io.signal) : null;
    const document = webPage.document ?? feed;
    if (document === null) return { webPage, isFeed: false, rendering: null };
    const rendering = await prepare(webArticle(url, document), plan, webPage.others);
    return { webPage, isFeed: feed !== null, rendering };
  }

  /** @param others References to posts that are preserved, too, and have no place in the article. */
  async function prepare(article: Article, plan: PagePlan, others: readonly Reference[]): Promise<Rendering> {
    const references = findReferences(article.text, { format: article.format });
    const preserved = await archiver.preserve(article.source, [...references, ...others]);
    return { article, plan, references, preserved };
  }
}
