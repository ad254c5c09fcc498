import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Attestation } from '@embalm/store';
import { UsageError } from '../usage-error.ts';

/**
 * Read what `embalm attest` printed on another machine.
 *
 * @throws {UsageError} If a line is something else.
 */
export async function* readAttestations(path: string, signal: AbortSignal): AsyncGenerator<Attestation, void, void> {
  let n = 0;
  for await (const line of createInterface({ input: createReadStream(path, { signal }), crlfDelay: Infinity })) {
    n += 1;
    yield readAttestation(line, `${path}, line ${n}`);
  }
}

function readAttestation(line: string, where: string): Attestation {
  const value = parse(line);
  const isObject = typeof value === 'object' && value !== null && 'path' in value && 'hash' in value;
  if (isObject && typeof value.path === 'string' && (value.hash === null || typeof value.hash === 'string')) {
    return { path: value.path, hash: value.hash };
  }
  throw new UsageError(`${where}: expected what \`embalm attest\` prints, as in {"path":"…","hash":"…"}.`);
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
