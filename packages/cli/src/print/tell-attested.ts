import type { Attestation } from '@embalm/store';
import { counted } from './counted.ts';
import type { Tell } from './tell-progress.ts';

/** Hand on what is said of files, and tell how many there were. */
export async function* tellAttested(
  attestations: AsyncIterable<Attestation>,
  tell: Tell,
): AsyncGenerator<Attestation, void, void> {
  let files = 0;
  for await (const attestation of attestations) {
    files += 1;
    tell(() => counted(files, 'file'));
    yield attestation;
  }
}
