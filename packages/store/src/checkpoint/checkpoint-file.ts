import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamageError } from '../archive-errors.ts';
import { statIfPresent } from '../disk/stat-if-present.ts';
import { layout, recordName, sha256Of } from '../layout.ts';
import { sealJson, unsealJson } from '../record/sealed-json.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';

/** A checkpoint as it is in the archive. */
export interface StoredCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Of the checkpoint's file; the next one names it. */
  readonly sha256: string;
  /** The file, relative to the archive, as in `checkpoints/000001.json`. */
  readonly path: string;
}

const member = 'signature';

/** Two numbers of 48 bytes, in base64. */
const signatureLength = 128;
const mostBytes = 65_536;

/** The relative path of checkpoint `n`. */
export function checkpointPath(n: number): string {
  return `${layout.checkpoints}/${recordName(n)}`;
}

/** Write a checkpoint as a line of canonical JSON that ends with its signature: ECDSA on P-384 with SHA-384, IEEE P1363. */
export function writeCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): Uint8Array {
  return sealJson(checkpoint, member, (body) =>
    sign('sha384', body, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
  );
}

/**
 * Read checkpoint `n`.
 *
 * @returns `null` if there is none.
 * @throws {DamageError} If it is not as its signer wrote it.
 */
export async function readCheckpoint(root: string, n: number): Promise<StoredCheckpoint | null> {
  const path = checkpointPath(n);
  const found = await statIfPresent(join(root, path));
  if (found === null) return null;
  if (!found.isFile() || found.size > mostBytes) throw new DamageError(path, 'it is no file of a checkpoint');
  const bytes = await readFile(join(root, path));
  const checkpoint = requireSigned(path, bytes);
  if (checkpoint.n !== n) throw new DamageError(path, `it is checkpoint ${checkpoint.n}`);
  return { checkpoint, sha256: sha256Of(bytes), path };
}

function requireSigned(path: string, bytes: Buffer): Checkpoint {
  const sealed = unsealJson(bytes, member, signatureLength);
  if (sealed === null) throw new DamageError(path, 'it does not end with a signature');
  let checkpoint: Checkpoint;
  try {
    checkpoint = parseCheckpoint(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DamageError(path, `it is not as it was signed: ${reason}`, { cause: error });
  }
  if (isSignedBy(checkpoint.key, sealed.body, sealed.seal)) return checkpoint;
  throw new DamageError(path, 'its signature is not that of its key');
}

function isSignedBy(key: string, body: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  // Node reads `-` and `_` as `+` and `/`, too: a changed byte would pass.
  if (bytes.toString('base64') !== signature) return false;
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    if (publicKey.asymmetricKeyDetails?.namedCurve !== 'secp384r1') return false;
    return verify('sha384', body, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}
