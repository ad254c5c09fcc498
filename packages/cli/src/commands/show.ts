import { listVersions } from '@embalm/archiver/changes';
import type { Page } from '@embalm/post';
import { openArchive, type SnapshotRecord, type StoredSnapshot } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { counted } from '../print/counted.ts';
import { printable } from '../print/printable.ts';

/** Of a web page's text, in UTF-16 units. */
const shownText = 500;

interface ShowOptions extends ArchiveOptions, OutputOptions {}

/** `embalm show`: every record of one post and of its newer versions, the newest last; as JSON, a record a line. */
export async function show(text: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  const post = await findPost(text, archive);
  const versions = await listVersions(archive, post);
  for (const version of versions.slice(versions.indexOf(post))) {
    for await (const snapshot of archive.history(version)) {
      if (!io.out.isTerminal || options.json === true) io.out.line(JSON.stringify(snapshot.record));
      else for (const line of describe(snapshot)) io.out.line(line);
    }
  }
  return exitCodes.done;
}

function* describe({ record, path, sha256 }: StoredSnapshot): Generator<string> {
  const { observation, content, page = null } = record;
  yield `${record.post} · record ${record.n} · ${record.capturedAt}`;
  yield `  state    ${observation.state}${observation.reason === null ? '' : `: ${printable(observation.reason)}`}`;
  yield `  source   ${record.source ?? 'none: only the answers were kept'}`;
  yield* describeAnswers(record);
  yield* describeOrigin(record);
  if (content !== null) {
    yield `  author   ${printable(content.author.name)} (@${printable(content.author.handle)})`;
    yield `  posted   ${content.createdAt ?? 'unknown'}`;
    yield `  text     ${printable(content.text)}`;
  }
  if (page !== null) yield* describePage(page);
  yield* describeEvidence(record);
  yield `  record   ${path}`;
  yield `  sha256   ${sha256}`;
}

/** One answer is the state itself. */
function* describeAnswers({ answers }: SnapshotRecord): Generator<string> {
  if (answers.length < 2) return;
  for (const { source, state, reason } of answers) {
    yield `  said     ${source}: ${state}${reason === null ? '' : ` (${printable(reason)})`}`;
  }
}

function* describePage({ url, title, siteName, byline, publishedAt, text, posts }: Page): Generator<string> {
  yield `  page     ${printable(url)}`;
  yield `  title    ${printable(title)}`;
  if (byline !== null || siteName !== null) {
    yield `  author   ${printable([byline, siteName].filter((name) => name !== null).join(', '))}`;
  }
  yield `  posted   ${publishedAt ?? 'unknown'}`;
  yield `  text     ${printable(text.slice(0, shownText))}${text.length > shownText ? '…' : ''}`;
  for (const { post } of posts) yield `  refers to ${post}`;
}

function* describeOrigin({ memento, identified }: SnapshotRecord): Generator<string> {
  if (memento) yield `  memento  ${printable(memento.url)} of ${memento.at}`;
  if (identified && identified.by !== 'url') {
    yield `  found by ${identified.by} (${Math.round(identified.confidence * 100)} % sure)`;
  }
}

function* describeEvidence({ files, exchanges, mismatches, knownAs, ...record }: SnapshotRecord): Generator<string> {
  for (const [name, { mediaType, bytes, rung }] of Object.entries(files)) {
    yield `  file     ${printable(name)} · ${mediaType} · ${bytes} bytes${rung === null ? '' : ` · ${rung}`}`;
  }
  for (const { url, reason } of record.missing ?? []) yield `  missing  ${printable(url)}: ${printable(reason)}`;
  yield `  evidence ${counted(exchanges.length, 'HTTP exchange')}`;
  for (const { source, path, problem } of record.diagnostics ?? []) {
    yield `  payload  ${source}: ${printable(path)} is ${problem}`;
  }
  for (const { field, claimed, found } of mismatches) {
    yield `  differs  ${field}: the article says ${printable(claimed)}, the post ${printable(found)}`;
  }
  if (knownAs.length > 0) yield `  known as ${knownAs.map(printable).join(' ')}`;
}
