import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isErrno, nodeDisk } from '../disk/disk.ts';
import { createDurableFiles } from '../disk/durable-files.ts';
import { explainDiskErrors } from '../disk/explain-disk-errors.ts';

/** Only its owner reads a private key. */
const keyMode = 0o600;

/** A file holds no key that can sign. Name another, or move it away: a new key is made then. */
export class UnusableKeyError extends Error {
  override readonly name = 'UnusableKeyError';
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(
      `${path} holds no key to sign with: ${reason}. Name a PEM file with an ECDSA key on P-384, or a file that is not there yet to make one.`,
      options,
    );
    this.path = path;
  }
}

/**
 * Read the private key that signs for this user; make one if the file is not there: ECDSA on P-384, PKCS #8 in PEM,
 * readable by its owner only. Two programs that make it at the same time get the same one.
 *
 * @throws {UnusableKeyError} If the file holds something else.
 */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  return (await readKey(path)) ?? (await makeKey(resolve(path)));
}

async function readKey(path: string): Promise<KeyObject | null> {
  let key: KeyObject;
  try {
    key = createPrivateKey(await readFile(path));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw new UnusableKeyError(path, error instanceof Error ? error.message : String(error), { cause: error });
  }
  if (key.asymmetricKeyDetails?.namedCurve === 'secp384r1') return key;
  throw new UnusableKeyError(path, `it has a key of another kind (${key.asymmetricKeyType ?? 'unknown'})`);
}

async function makeKey(path: string): Promise<KeyObject> {
  const directory = dirname(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const files = createDurableFiles(explainDiskErrors(nodeDisk), directory, directory, keyMode);
  await using temporary = await files.createTemporary();
  await temporary.append(Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' })));
  await temporary.finish();
  if (await temporary.claim(path)) return privateKey;
  const other = await readKey(path);
  if (other === null) throw new UnusableKeyError(path, 'it has been taken away while it was read');
  return other;
}
