import { openArchiver } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import { renderArticleFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { isComplete } from '../is-complete.ts';
import type { ArchiveOptions, NetworkOptions, OutputOptions } from '../options.ts';
import { type LabelOptions, readLabelLanguage } from '../label-option.ts';
import { planPages } from '../plan-pages.ts';
import { describeMediaProblem } from '../print/media-problem.ts';
import { openLog } from '../open-log.ts';
import { preservedReport } from '../print/preserved-report.ts';
import { readArticles } from '../read-articles.ts';
import { archiverOptions } from '../archiver-options.ts';

export interface RunOptions extends ArchiveOptions, NetworkOptions, OutputOptions, LabelOptions {
  readonly out: string;
  readonly strict?: boolean;
}

/** `embalm run`: find, capture, keep and render, article by article. */
export async function run(inputs: readonly string[], options: RunOptions, io: Io): Promise<ExitCode> {
  const pageOf = planPages(options.out);
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
  const failures = await readArticles(inputs, io, async (article) => {
    const page = pageOf(article.source);
    const references = findReferences(article.text, { format: article.format });
    const preserved = await archiver.preserve(article.source, references);
    report.posts(article.source, preserved);
    const { problems } = await renderArticleFromArchive(archive, article, references, { page, labels });
    for (const problem of problems) io.err.line(describeMediaProblem(problem));
    report.page(article.source, page, preserved);
    allComplete &&= preserved.every(isComplete);
  });
  if (failures > 0) return exitCodes.usage;
  return !allComplete && options.strict === true ? exitCodes.incomplete : exitCodes.done;
}
