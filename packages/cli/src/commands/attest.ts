import { openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions } from '../options/shared-options.ts';
import { tellAttested } from '../print/tell-attested.ts';
import { tellProgress } from '../print/tell-progress.ts';

interface AttestOptions extends ArchiveOptions {
  readonly nonce: string;
}

/** `embalm attest`: the answer to a nonce, for `embalm compare` on another machine. */
export async function attest({ archive: folder, nonce }: AttestOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(folder, { readOnly: true });
  // Its lines on a terminal are progress enough.
  const tell = io.out.isTerminal ? () => {} : tellProgress({}, io.err);
  for await (const attestation of tellAttested(archive.attest(nonce, io.signal), tell)) {
    io.out.line(JSON.stringify(attestation));
    await io.out.drained();
  }
  return exitCodes.done;
}
