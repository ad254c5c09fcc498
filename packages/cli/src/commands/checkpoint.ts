import { createPublicKey, type KeyObject } from 'node:crypto';
import { openArchive } from '@embalm/store';
import { loadSigningKey } from '@embalm/store/export';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options.ts';
import type { SigningOptions } from '../signing-key.ts';

interface CheckpointOptions extends ArchiveOptions, OutputOptions, SigningOptions {
  readonly publicKey?: boolean;
}

/** `embalm checkpoint`: sign what the archive holds now; print the checkpoint, to be kept elsewhere too. */
export async function checkpoint(options: CheckpointOptions, io: Io): Promise<ExitCode> {
  const key = await loadSigningKey(options.key);
  if (options.publicKey === true) {
    io.out.line(publicKeyOf(key));
    return exitCodes.done;
  }
  await using archive = await openArchive(options.archive, { create: false });
  const { checkpoint: made, sha256, path } = await archive.checkpoint(key);
  const asText = io.out.isTerminal && options.json !== true;
  io.out.line(
    asText ? `${path} · ${made.at} · root ${made.root}` : JSON.stringify({ type: 'checkpoint', path, sha256, ...made }),
  );
  if (asText && options.quiet !== true) {
    io.err.line(`Keep a copy of ${path} elsewhere: \`embalm verify --checkpoint FILE\` then shows what was dropped.`);
  }
  return exitCodes.done;
}

function publicKeyOf(key: KeyObject): string {
  return String(createPublicKey(key).export({ format: 'pem', type: 'spki' })).trimEnd();
}
