import { stat } from 'node:fs/promises';
import { findReferences } from '@embalm/parser';
import { renderSite, SiteManifestError, type SitePage } from '@embalm/renderer/archive';
import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { type LabelOptions, readLabelLanguage } from './options/label-option.ts';
import { type MediaOptions, readMediaOptions } from './options/media-options.ts';
import type { ArchiveOptions, OutputOptions } from './options/shared-options.ts';
import type { PageOptions } from './plan-pages.ts';
import { counted } from './print/counted.ts';
import { describeMediaProblem } from './print/media-problem.ts';
import { UsageError } from './usage-error.ts';

type InPlaceOptions = ArchiveOptions & OutputOptions & LabelOptions & MediaOptions & Pick<PageOptions, 'links'>;

const reasons: Readonly<Record<NonNullable<SitePage['reason']>, string>> = {
  encoding: 'is not UTF-8, or says that it is not; left as it is.',
  changed: 'was changed while it was read; left as it is. Run this again once the site is built.',
};

/** `embalm render --in-place`: put posts into all pages of built sites. */
export async function renderInPlace(folders: readonly string[], options: InPlaceOptions, io: Io): Promise<ExitCode> {
  const labels = readLabelLanguage(options);
  const media = readMediaOptions(options);
  await using archive = await openArchive(options.archive, { readOnly: true });
  let isComplete = true;
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory() !== true) {
      throw new UsageError(`--in-place takes the folders of built sites; ${folder} is none.`);
    }
    const pages = await renderSite(archive, folder, (html) => findReferences(html, { format: 'html' }), {
      ...media,
      labels,
      links: options.links,
      signal: io.signal,
      onPage: (page) => printPage(page, options, io),
    }).catch((error: unknown) => {
      throw error instanceof SiteManifestError ? new UsageError(error.message) : error;
    });
    isComplete &&= pages.every(({ outcome }) => outcome !== 'left');
    printSummary(folder, pages, options, io);
  }
  return isComplete ? exitCodes.done : exitCodes.incomplete;
}

function printPage({ page, outcome, reason, posts, problems }: SitePage, options: OutputOptions, io: Io): void {
  for (const problem of problems) io.err.line(describeMediaProblem(problem));
  if (reason !== null) io.err.line(`embalm: ${page} ${reasons[reason]}`);
  if (options.quiet === true || outcome !== 'rewritten') return;
  if (isForPeople(options, io)) io.out.line(`${page}: ${counted(posts, 'post')}`);
  else io.out.line(JSON.stringify({ type: 'page', page, posts }));
}

function printSummary(folder: string, pages: readonly SitePage[], options: OutputOptions, io: Io): void {
  if (options.quiet === true) return;
  const count = (wanted: SitePage['outcome']): number => pages.filter(({ outcome }) => outcome === wanted).length;
  const [rewritten, left] = [count('rewritten'), count('left')];
  if (isForPeople(options, io)) {
    io.out.line(`${folder}: ${rewritten} of ${pages.length} pages rewritten, ${count('same')} skipped, ${left} left`);
  } else {
    const same = count('same');
    io.out.line(JSON.stringify({ type: 'summary', site: folder, pages: pages.length, rewritten, same, left }));
  }
}

function isForPeople({ json }: OutputOptions, io: Io): boolean {
  return io.out.isTerminal && json !== true;
}
