import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { importFile, type ImportReport, openWhenNeeded, RefusedImportError } from '@embalm/archiver/import';
import { openArchive } from '@embalm/store';
import { loadSigningKey } from '@embalm/store/export';
import type { KeyObject } from 'node:crypto';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { printable } from '../print/printable.ts';
import { counted } from '../print/counted.ts';
import { tellProgress } from '../print/tell-progress.ts';
import type { SigningOptions } from '../options/signing-key.ts';

interface ImportCommandOptions extends ArchiveOptions, OutputOptions, SigningOptions {
  /** Also take posts that were forgotten. */
  readonly again?: boolean;
}

/** `embalm import`: posts from files of other programs, each file by itself. */
export async function importFiles(files: readonly string[], options: ImportCommandOptions, io: Io): Promise<ExitCode> {
  const { present = [], missing = [] } = Object.groupBy(files, (file) => (existsSync(file) ? 'present' : 'missing'));
  for (const file of missing) {
    io.err.line(`embalm: ${printable(file) || '""'}: no such file. Check the name, and the folder it counts from.`);
  }
  if (present.length === 0) return exitCodes.usage;
  const ownKey = await readKeyIfThere(options.key);
  await using archive = openWhenNeeded(async () => openArchive(options.archive));
  const tell = tellProgress(options, io.err);
  let refused = 0;
  let posts = 0;
  const onPost = (): void => {
    posts += 1;
    tell(() => counted(posts, 'post'));
  };
  for (const file of present) {
    try {
      report(await importFile(file, { archive, ownKey, again: options.again, signal: io.signal, onPost }), options, io);
    } catch (error) {
      if (!(error instanceof RefusedImportError)) throw error;
      refused += 1;
      io.err.line(`embalm: ${printable(error.message)}`);
    }
  }
  if (missing.length > 0) return exitCodes.usage;
  return refused === 0 ? exitCodes.done : exitCodes.incomplete;
}

/** Nobody who only imports needs a key. */
async function readKeyIfThere(path: string): Promise<KeyObject | undefined> {
  try {
    await access(path);
  } catch {
    return undefined;
  }
  return loadSigningKey(path);
}

function report(done: ImportReport, { quiet, json }: OutputOptions, { out, err }: Io): void {
  if (quiet === true) return;
  if (!out.isTerminal || json === true) return out.line(JSON.stringify({ type: 'import', ...done }));
  out.line(`${printable(done.file)}: ${done.added} added, ${done.known} known (${done.kind})`);
  for (const problem of done.problems) err.line(`  ${printable(problem)}`);
}
