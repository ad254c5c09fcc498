import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions } from '../options/shared-options.ts';

interface AttestOptions extends ArchiveOptions {
  readonly nonce: string;
}

/** `embalm attest`: the answer to a nonce, for `embalm compare` on another machine. */
export async function attest({ archive: folder, nonce }: AttestOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(folder, { readOnly: true });
  for await (const attestation of archive.attest(nonce, io.signal)) {
    io.out.line(JSON.stringify(attestation));
    await io.out.drained();
  }
  return exitCodes.done;
}
