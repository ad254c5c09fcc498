import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** What `verify` is told to trust besides the archive itself. */
export interface TrustOptions {
  /** A file with a public key in PEM. */
  readonly publicKey?: string;
  /** A file with a checkpoint that was kept elsewhere. */
  readonly checkpoint?: string;
}

interface Trust {
  readonly signer: string | undefined;
  readonly checkpoint: Uint8Array | undefined;
}

/**
 * Read it.
 *
 * @throws {UsageError} If a file cannot be read, or is not what it should be.
 */
export async function readTrust({ publicKey, checkpoint }: TrustOptions): Promise<Trust> {
  return {
    signer: publicKey === undefined ? undefined : signerIn(publicKey, await read('--public-key', publicKey)),
    checkpoint: checkpoint === undefined ? undefined : checkpointIn(checkpoint, await read('--checkpoint', checkpoint)),
  };
}

function signerIn(path: string, pem: Buffer): string {
  try {
    return createPublicKey(pem).export({ format: 'der', type: 'spki' }).toString('base64');
  } catch (error) {
    throw new UsageError(
      `--public-key takes what \`embalm checkpoint --public-key\` prints; ${path} is something else.`,
      {
        cause: error,
      },
    );
  }
}

function checkpointIn(path: string, bytes: Buffer): Buffer {
  if (bytes.toString('latin1').startsWith('{"added":') && bytes.includes('"format":"embalm-checkpoint"')) return bytes;
  throw new UsageError(`--checkpoint takes a copy of a file from checkpoints/; ${path} is something else.`);
}

async function read(option: string, path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw new UsageError(`${option}: ${path} cannot be read.`, { cause: error });
  });
}
