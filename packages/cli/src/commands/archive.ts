import { openArchiver, type Preserved } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import type { Reference } from '@embalm/post';
import { openArchive } from '@embalm/store';
import { archiverOptions } from '../archiver-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { finishInOrder } from '../in-order.ts';
import type { Io } from '../io.ts';
import { isComplete } from '../is-complete.ts';
import type { ArchiveOptions, NetworkOptions, OutputOptions } from '../options.ts';
import { openLog } from '../open-log.ts';
import { preservedReport } from '../print/preserved-report.ts';
import { articlesAtOnce, readArticles } from '../read-articles.ts';
import { referenceOfPost } from '../reference-of-post.ts';

interface ArchiveCommandOptions extends ArchiveOptions, NetworkOptions, OutputOptions {}

/** An article whose posts have been preserved. */
interface Begun {
  readonly source: string;
  readonly preserved: readonly Preserved[];
}

/** `embalm archive`: capture posts named on the command line or found in articles. */
export async function archive(inputs: readonly string[], options: ArchiveCommandOptions, io: Io): Promise<ExitCode> {
  const report = preservedReport(options, io);
  await using store = await openArchive(options.archive);
  await using log = await openLog(options.log);
  await using archiver = openArchiver({
    ...(await archiverOptions(options, store, io)),
    onExchange: (exchange) => log.write(exchange),
    onPreserved: (preserved) => report.progress(preserved),
  });
  const all: Preserved[] = [];
  await using lane = finishInOrder(articlesAtOnce, async ({ source, preserved }: Begun) => {
    report.posts(source, preserved);
    all.push(...preserved);
  });
  const begin = async (source: string, references: readonly Reference[]): Promise<Begun> => {
    return { source, preserved: await archiver.preserve(source, references) };
  };
  const named = inputs.flatMap((input) => referenceOfPost(input) ?? []);
  if (named.length > 0) await lane.add(begin('argv', named));
  const files = inputs.filter((input) => referenceOfPost(input) === null);
  const failures = await readArticles(files, io, (article) =>
    lane.add(begin(article.source, findReferences(article.text, { format: article.format }))),
  );
  await lane.end();
  if (failures > 0) return exitCodes.usage;
  return all.every(isComplete) ? exitCodes.done : exitCodes.incomplete;
}
