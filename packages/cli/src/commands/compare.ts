import { randomBytes } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { type Attestation, compareAttestations, openArchive } from '@embalm/store';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { ArchiveOptions, OutputOptions } from '../options/shared-options.ts';
import { readAttestations } from '../inputs/read-attestations.ts';
import { counted } from '../print/counted.ts';
import { tellAttested } from '../print/tell-attested.ts';
import { tellProgress } from '../print/tell-progress.ts';
import { UsageError } from '../usage-error.ts';

interface CompareOptions extends ArchiveOptions, OutputOptions {
  readonly nonce?: string;
}

const what = { this: 'only here', other: 'only there', both: 'not the same' } as const;

/** `embalm compare`: read every byte of two archives; name every file in which they differ. */
export async function compare(other: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  await using archive = await openArchive(options.archive, { readOnly: true });
  const { nonce, theirs } = await otherSide(other, options, io);
  const asText = io.out.isTerminal && options.json !== true;
  const tell = tellProgress(options, io.err);
  const comparison = compareAttestations(tellAttested(archive.attest(nonce, io.signal), tell), theirs);
  let differences = 0;
  for (;;) {
    const { done, value } = await comparison.next();
    if (done === true) {
      if (options.quiet !== true) report(value, differences);
      return differences === 0 ? exitCodes.done : exitCodes.incomplete;
    }
    differences += 1;
    io.out.line(asText ? `${value.path}: ${what[value.on]}` : JSON.stringify({ type: 'difference', ...value }));
    await io.out.drained();
  }

  function report(same: number, different: number): void {
    io.out.line(
      asText
        ? `the same: ${counted(same, 'file')}; not the same: ${counted(different, 'file')}`
        : JSON.stringify({ type: 'summary', same, different, nonce }),
    );
  }
}

interface OtherSide {
  readonly nonce: string;
  readonly theirs: AsyncIterable<Attestation>;
}

async function otherSide(path: string, { nonce, archive }: CompareOptions, { signal }: Io): Promise<OtherSide> {
  const found = await stat(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read. Name another archive, or a file from \`embalm attest\`.`, {
      cause: error,
    });
  });
  if (!found.isDirectory()) {
    if (nonce !== undefined) return { nonce, theirs: readAttestations(path, signal) };
    throw new UsageError(
      'To compare with a file from `embalm attest`, repeat the nonce you chose for it: --nonce HEX.',
    );
  }
  if ((await realpath(path)) === (await realpath(archive))) {
    throw new UsageError(`${path} is the archive itself. Name another one to compare it with.`);
  }
  const other = await openArchive(path, { readOnly: true });
  // An archive that is only read and attested holds nothing open.
  const chosen = nonce ?? randomBytes(32).toString('hex');
  return { nonce: chosen, theirs: other.attest(chosen, signal) };
}
