import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileTree } from './file-tree.ts';
import { gatherUpTo } from './file-tree.ts';
import type { ImportJob, ImportKind, ImportOptions, ImportReport } from './import-job.ts';
import { importPayload, mostPayloadBytes } from './import-payload.ts';
import { openFolder } from './open-folder.ts';
import { RefusedImportError } from './refused-import-error.ts';
import { unpack } from './unpack.ts';
import { importWacz } from './wacz/import-wacz.ts';
import { importWarc } from './warc/import-warc.ts';
import { importXExport, isXExport } from './x-export/import-x-export.ts';
import { openZip } from './zip/open-zip.ts';
import { reasonOf } from '../reason-of.ts';

/**
 * Import posts from a file that another program made, or this one elsewhere: WACZ, WARC, recorded payloads, X's data
 * export (also as a folder). Nothing is asked of the network. What the archive has already is not kept twice.
 *
 * @throws {RefusedImportError} If the file cannot be trusted, or is of no known kind. What was read before stays.
 * @throws The signal's reason, if it aborts.
 */
export async function importFile(path: string, options: ImportOptions): Promise<ImportReport> {
  const found = await lstat(path).catch((error: unknown) => {
    throw new RefusedImportError(path, reasonOf(error), null, { cause: error });
  });
  if (found.isDirectory()) {
    await using tree = await openFolder(path);
    if (!isXExport(tree.paths)) throw new RefusedImportError(path, 'of folders, only X’s data export is read');
    const account = tree.paths.find((name) => name.endsWith('data/account.js')) ?? '';
    const work = startJob(path, 'x-export', await digestOf(tree.open(account)), options);
    await importXExport(work.job, tree, path, found.mtime.toISOString());
    return work.report();
  }
  if (!found.isFile()) throw new RefusedImportError(path, 'it is neither a file nor a folder');
  return importOneFile(path, found.mtime.toISOString(), options);
}

async function importOneFile(path: string, madeAt: string, options: ImportOptions): Promise<ImportReport> {
  const sha256 = await digestOf(createReadStream(path));
  const start = await firstBytes(path);
  const open = (): AsyncIterable<Uint8Array> => unpack(createReadStream(path));
  if (start.toString('latin1', 0, 4) === 'PK\x03\x04') {
    await using tree = await openZip(path);
    const kind = kindOf(path, tree);
    const work = startJob(path, kind, sha256, options);
    if (kind === 'wacz') await importWacz(work.job, tree, path, options.ownKey);
    else await importXExport(work.job, tree, path, madeAt);
    return work.report();
  }
  try {
    const unpacked = await firstUnpacked(open());
    const kind = unpacked.startsWith('WARC/') ? 'warc' : 'payload';
    const work = startJob(path, kind, sha256, options);
    if (kind === 'warc') await importWarc(work.job, open, false);
    else await importPayload(work.job, await wholeOf(path, open()), madeAt);
    if (kind === 'payload' && work.report().added + work.report().known === 0) {
      throw new RefusedImportError(path, work.job.problems.join('; ').replace(/\.$/, '') || 'it holds no post');
    }
    return work.report();
  } catch (error) {
    const isOfFile =
      error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'));
    throw isOfFile ? new RefusedImportError(path, error.message, null, { cause: error }) : error;
  }
}

function kindOf(path: string, { paths }: FileTree): 'wacz' | 'x-export' {
  if (paths.includes('datapackage.json')) return 'wacz';
  if (isXExport(paths)) return 'x-export';
  throw new RefusedImportError(path, 'it is a ZIP file, but neither WACZ nor X’s data export');
}

interface Work {
  readonly job: ImportJob;
  readonly report: () => ImportReport;
}

function startJob(path: string, kind: ImportKind, sha256: string, options: ImportOptions): Work {
  const { archive, signal, onPost, now = () => new Date() } = options;
  const counts = { added: 0, known: 0 };
  const problems: string[] = [];
  return {
    job: {
      archive,
      kind,
      imported: { file: basename(resolve(path)), sha256, at: now().toISOString() },
      problems,
      again: options.again === true,
      goOn: () => signal?.throwIfAborted(),
      done(outcome) {
        counts[outcome.outcome] += 1;
        onPost?.(outcome);
      },
    },
    report: () => ({ file: path, kind, sha256, ...counts, problems: [...problems] }),
  };
}

async function digestOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}

async function firstBytes(path: string): Promise<Buffer> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { end: 15 });
  return (await gatherUpTo(chunks, 16)) ?? Buffer.alloc(0);
}

async function firstUnpacked(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  for await (const chunk of chunks) return Buffer.from(chunk).toString('latin1', 0, 16);
  return '';
}

async function wholeOf(path: string, chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const bytes = await gatherUpTo(chunks, mostPayloadBytes);
  if (bytes === null) throw new RefusedImportError(path, `it has more than ${mostPayloadBytes} bytes`);
  return bytes;
}
