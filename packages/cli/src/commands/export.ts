import { type Archive, openArchive } from '@embalm/store';
import {
  createWaczSigner,
  exportBag,
  type ExportCounts,
  type ExportOptions,
  exportJsonl,
  exportOcfl,
  exportWacz,
  exportWarc,
  type FileExportOptions,
  loadSigningKey,
  type Selection,
  writeWholeFile,
} from '@embalm/store/export';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { ExportTargetOptions } from '../options/export-options.ts';
import { findPost } from '../inputs/find-post.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import type { PostQueryOptions } from '../options/post-query.ts';
import { readPostQuery } from '../options/read-post-query.ts';
import { counted } from '../print/counted.ts';
import { printable } from '../print/printable.ts';
import { tellProgress } from '../print/tell-progress.ts';
import { UsageError } from '../usage-error.ts';
import { version } from '../version.ts';

interface ExportCommandOptions extends ArchiveOptions, OutputOptions, PostQueryOptions, ExportTargetOptions {}

/** `embalm export`: posts, with all their captures, as one file in a format of others. */
export async function exportPosts(posts: readonly string[], options: ExportCommandOptions, io: Io): Promise<ExitCode> {
  const { target, write } = await readTarget(options, io);
  await using archive = await openArchive(options.archive, { readOnly: true });
  const selection = await readSelection(posts, options, archive);
  const tell = tellProgress(options, io.err);
  let counts: ExportCounts = { posts: 0, snapshots: 0 };
  const written = await write(archive, {
    ...selection,
    software: { name: 'embalm', version },
    signal: io.signal,
    onProgress(soFar) {
      counts = soFar;
      tell(() => describeCounts(soFar));
    },
  });
  if (options.quiet !== true) report({ file: target, ...counts, ...written }, options, io);
  return exitCodes.done;
}

interface Target {
  readonly target: string;
  readonly write: (archive: Archive, options: ExportOptions) => Promise<Written>;
}

interface Written {
  readonly bytes: number;
  /** Of a folder. */
  readonly files?: number;
  /** Of objects in a storage root: how many were added. */
  readonly versions?: number;
  /** Objects that a storage root had as they are. */
  readonly unchanged?: number;
}

async function readTarget(options: ExportTargetOptions, io: Io): Promise<Target> {
  const { wacz, warc, jsonl, bagit, ocfl, baggingDate, sign, key } = options;
  if (wacz !== undefined) {
    const signer = sign ? createWaczSigner(await loadSigningKey(key)) : undefined;
    return fileTarget(wacz, (archive, more) => exportWacz(archive, { ...more, signer }), io);
  }
  if (warc !== undefined) return fileTarget(warc, exportWarc, io);
  if (jsonl !== undefined) return fileTarget(jsonl, exportJsonl, io);
  if (bagit !== undefined) {
    return { target: bagit, write: (archive, more) => exportBag(bagit, archive, { ...more, baggingDate }) };
  }
  if (ocfl !== undefined) return { target: ocfl, write: (archive, more) => exportOcfl(ocfl, archive, more) };
  throw new UsageError(
    '`embalm export` needs to know what to write, as in --wacz posts.wacz, --warc posts.warc.gz, --jsonl posts.jsonl, --bagit folder or --ocfl folder.',
  );
}

function fileTarget(
  target: string,
  open: (archive: Archive, options: FileExportOptions) => AsyncIterable<Uint8Array>,
  io: Io,
): Target {
  return {
    target,
    async write(archive, options) {
      if (target === '-') return { bytes: await writeOut(open(archive, options), io) };
      return { bytes: await writeWholeFile(target, open(archive, { ...options, lend: true })) };
    },
  };
}

async function readSelection(
  posts: readonly string[],
  options: PostQueryOptions,
  archive: Archive,
): Promise<Selection> {
  const query = readPostQuery(options);
  if (posts.length === 0) return { query };
  if (Object.keys(query).length > 0) {
    throw new UsageError('Name posts, or choose them by options such as --author; not both.');
  }
  return { posts: await Promise.all(posts.map((post) => findPost(post, archive))) };
}

async function writeOut(chunks: AsyncIterable<Uint8Array>, { out }: Io): Promise<number> {
  let bytes = 0;
  for await (const chunk of chunks) {
    await out.write(chunk);
    bytes += chunk.length;
  }
  return bytes;
}

function describeCounts({ posts, snapshots }: ExportCounts): string {
  return `${counted(posts, 'post')}, ${counted(snapshots, 'capture')}`;
}

interface Exported extends ExportCounts, Written {
  /** Or the folder. */
  readonly file: string;
}

/** Where the file itself is the output, nothing else is. */
function report(exported: Exported, { json }: OutputOptions, { out, err }: Io): void {
  const { file, versions, files, bytes } = exported;
  const added = versions === undefined ? '' : `, ${versions} new`;
  const parts = files === undefined ? added : `${added}, ${counted(files, 'file')}`;
  const text = `${describeCounts(exported)}${parts}, ${bytes} bytes → ${printable(file)}`;
  if (file === '-') {
    if (err.isTerminal) err.line(text);
  } else {
    out.line(out.isTerminal && json !== true ? text : JSON.stringify({ type: 'export', ...exported }));
  }
}
