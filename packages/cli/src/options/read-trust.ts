import { createPublicKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

/** What `verify` is told to trust besides the archive itself. */
export interface TrustOptions {
  /** A file with a public key in PEM. */
  readonly publicKey?: string;
  /** A file with a checkpoint that was kept elsewhere. */
  readonly checkpoint?: string;
  /** A file with certificates in PEM. */
  readonly tsaCa?: string;
}

interface Trust {
  readonly signer: string | undefined;
  readonly checkpoint: Uint8Array | undefined;
  /** Certificates in DER. */
  readonly authorities: readonly Uint8Array[] | undefined;
}

/**
 * Read it.
 *
 * @throws {UsageError} If a file cannot be read, or is not what it should be.
 */
export async function readTrust({ publicKey, checkpoint, tsaCa }: TrustOptions): Promise<Trust> {
  return {
    signer: publicKey === undefined ? undefined : signerIn(publicKey, await read('--public-key', publicKey)),
    checkpoint: checkpoint === undefined ? undefined : checkpointIn(checkpoint, await read('--checkpoint', checkpoint)),
    authorities: tsaCa === undefined ? undefined : certificatesIn(tsaCa, await read('--tsa-ca', tsaCa)),
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

function certificatesIn(path: string, pem: Buffer): readonly Uint8Array[] {
  try {
    const blocks = pem.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block).raw);
  } catch (error) {
    throw new UsageError(`--tsa-ca: ${path} has a certificate that cannot be read.`, { cause: error });
  }
  throw new UsageError(`--tsa-ca takes certificates in PEM form; ${path} has none.`);
}

async function read(option: string, path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw new UsageError(`${option}: ${path} cannot be read.`, { cause: error });
  });
}
