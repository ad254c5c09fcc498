import { type Checked, type RefreshSummary, refreshPosts, type Selection, watchPosts } from '@embalm/archiver';
import { isProvisional } from '@embalm/post';
import { type Archive, type Exchange, openArchive } from '@embalm/store';
import { captureSettings } from '../options/archiver-options.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import { keepNurserySmall } from '../keep-nursery-small.ts';
import { openLog } from '../open-log.ts';
import { refreshReport } from '../print/refresh-report.ts';
import type { RefreshCommandOptions } from '../options/refresh-options.ts';
import { UsageError } from '../usage-error.ts';

/** `embalm refresh`: look at archived posts again, once or as they become due. */
export async function refresh(names: readonly string[], options: RefreshCommandOptions, io: Io): Promise<ExitCode> {
  requireSelection(names, options);
  keepNurserySmall();
  await using archive = await openArchive(options.archive, { create: false });
  await using log = await openLog(options.log);
  const selection = await selectPosts(names, options, archive);
  const report = refreshReport(options, io);
  let notable: Checked[] = [];
  const settings = {
    ...(await captureSettings(options, io)),
    archive,
    onExchange: (exchange: Exchange) => log.write(exchange),
    budget: options.budget,
    maxTimeMs: options.maxTime,
    onChecked: (checked: Checked) => {
      report.post(checked);
      if (checked.outcome !== 'unchanged') notable.push(checked);
    },
  };
  const onRound = async (summary: RefreshSummary): Promise<void> => {
    report.summary(summary);
    if (options.report !== undefined) await writeReport(options.report, summary, notable);
    notable = [];
  };
  if (options.watch === true) {
    await watchPosts({ ...settings, everyMs: options.every, onRound });
    return exitCodes.done;
  }
  const summary = await refreshPosts(selection, settings);
  await onRound(summary);
  if (summary.ended === 'interrupted') io.signal.throwIfAborted();
  return exitCodeOf(summary);
}

function requireSelection(names: readonly string[], { due, all, watch }: RefreshCommandOptions): void {
  const isNamed = names.length > 0;
  const isSwept = due === true || all === true || watch === true;
  if (isNamed && isSwept) throw new UsageError('Name posts, or say --due, --all or --watch; not both.');
  if (!isNamed && !isSwept) {
    throw new UsageError('Name the posts to look at again, or say --due (whose turn has come) or --all.');
  }
}

async function selectPosts(
  names: readonly string[],
  { all }: RefreshCommandOptions,
  archive: Archive,
): Promise<Selection> {
  if (names.length === 0) return { kind: all === true ? 'all' : 'due' };
  const posts = await Promise.all(names.map((name) => findPost(name, archive)));
  const unknown = posts.find(isProvisional);
  if (unknown === undefined) return { kind: 'named', posts };
  throw new UsageError(`The own id of ${unknown} is not known yet: \`embalm archive\` its short link to look for it.`);
}

async function writeReport(path: string, summary: RefreshSummary, posts: readonly Checked[]): Promise<void> {
  const { replaceFile } = await import('@embalm/renderer/archive');
  await replaceFile(path, `${JSON.stringify({ ...summary, posts }, null, 2)}\n`);
}

function exitCodeOf({ outcomes, ended }: RefreshSummary): ExitCode {
  if (outcomes.damaged > 0) return exitCodes.damaged;
  const isIncomplete = outcomes.unreachable > 0 || ended === 'silent' || ended === 'offline';
  return isIncomplete ? exitCodes.incomplete : exitCodes.done;
}
