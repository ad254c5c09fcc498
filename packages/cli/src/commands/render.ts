import { readArchivedPage } from '@embalm/archiver/pages';
import { findReferences } from '@embalm/parser';
import type { Article } from '@embalm/parser/read';
import { renderArticleFromArchive } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { type LabelOptions, readLabelLanguage } from '../options/label-option.ts';
import { type PageOptions, planPages } from '../plan-pages.ts';
import { describeMediaProblem } from '../print/media-problem.ts';
import { openArticles } from '../inputs/read-articles.ts';
import { renderInPlace } from '../render-in-place.ts';
import { postArticle } from '../inputs/post-article.ts';
import { sortInputs } from '../inputs/sort-inputs.ts';
import { webArticle } from '../inputs/web-article.ts';

interface RenderOptions extends ArchiveOptions, OutputOptions, LabelOptions, PageOptions {
  readonly inPlace?: boolean;
}

/** `embalm render`: make pages from the archive, without network and without changing the archive. */
export async function render(inputs: readonly string[], options: RenderOptions, io: Io): Promise<ExitCode> {
  if (options.inPlace === true) return renderInPlace(inputs, options, io);
  const pageOf = planPages(options);
  const { links } = options;
  const labels = readLabelLanguage(options);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const { posts, pages, files } = sortInputs(inputs);
  let missing = 0;
  for (const url of pages) {
    const page = await readArchivedPage(archive, url);
    if (page !== null) {
      await renderOne(webArticle(url, { url: page.page.url, html: page.html }));
      continue;
    }
    io.err.line(`embalm: ${url}: not in the archive. \`embalm archive\` it first.`);
    missing += 1;
  }
  for (const post of posts) await renderOne(postArticle(post));
  const articles = await openArticles(files, io);
  const failures = await articles.forEach(renderOne);
  return failures + missing === 0 ? exitCodes.done : exitCodes.usage;

  async function renderOne(article: Article & { readonly name?: string }): Promise<void> {
    const plan = pageOf(article);
    const references = findReferences(article.text, { format: article.format });
    const { shown, problems } = await renderArticleFromArchive(archive, article, references, {
      ...plan,
      labels,
      links,
    });
    for (const problem of problems) io.err.line(describeMediaProblem(problem));
    if (options.quiet === true) return;
    const result = { type: 'page', source: article.source, page: plan.page, references: references.length, shown };
    if (io.out.isTerminal && options.json !== true) {
      io.out.line(`${plan.page}: ${shown} of ${references.length} references shown from the archive`);
    } else {
      io.out.line(JSON.stringify(result));
    }
  }
}
