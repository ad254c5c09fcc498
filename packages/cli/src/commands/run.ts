import { openArchiver, type Preserved } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import type { Article } from '@embalm/parser/read';
import type { Reference } from '@embalm/post';
import { renderArticleFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { finishInOrder } from '../in-order.ts';
import type { Io } from '../io.ts';
import { isComplete } from '../is-complete.ts';
import type { ArchiveOptions, NetworkOptions, OutputOptions } from '../options.ts';
import { type LabelOptions, readLabelLanguage } from '../label-option.ts';
import { type PageOptions, type PagePlan, planPages } from '../plan-pages.ts';
import { describeMediaProblem } from '../print/media-problem.ts';
import { openLog } from '../open-log.ts';
import { preservedReport } from '../print/preserved-report.ts';
import { articlesAtOnce, readArticles } from '../read-articles.ts';
import { archiverOptions } from '../archiver-options.ts';

export interface RunOptions extends ArchiveOptions, NetworkOptions, OutputOptions, LabelOptions, PageOptions {
  readonly strict?: boolean;
}

/** An article whose posts have been preserved. */
interface Begun {
  readonly article: Article;
  readonly plan: PagePlan;
  readonly references: readonly Reference[];
  readonly preserved: readonly Preserved[];
}

/** `embalm run`: find, capture, keep and render. Posts of a few articles are captured side by side; pages come in order. */
export async function run(inputs: readonly string[], options: RunOptions, io: Io): Promise<ExitCode> {
  const pageOf = planPages(options);
  const labels = readLabelLanguage(options);
  const report = preservedReport(options, io);
  await using archive = await openArchive(options.archive);
  await using log = await openLog(options.log);
  await using archiver = openArchiver({
    ...(await archiverOptions(options, archive, io)),
    onExchange: (exchange) => log.write(exchange),
    onPreserved: (preserved) => report.progress(preserved),
  });
  let allComplete = true;
  await using lane = finishInOrder(articlesAtOnce, async ({ article, plan, references, preserved }: Begun) => {
    report.posts(article.source, preserved);
    const { problems } = await renderArticleFromArchive(archive, article, references, {
      ...plan,
      labels,
      links: options.links,
    });
    for (const problem of problems) io.err.line(describeMediaProblem(problem));
    report.page(article.source, plan.page, preserved);
    allComplete &&= preserved.every(isComplete);
  });
  const failures = await readArticles(inputs, io, (article) => lane.add(begin(article)));
  await lane.end();
  if (failures > 0) return exitCodes.usage;
  return !allComplete && options.strict === true ? exitCodes.incomplete : exitCodes.done;

  async function begin(article: Article): Promise<Begun> {
    const plan = pageOf(article);
    const references = findReferences(article.text, { format: article.format });
    return { article, plan, references, preserved: await archiver.preserve(article.source, references) };
  }
}
