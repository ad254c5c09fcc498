import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { parseJson } from '../../payloads/parse-json.ts';

/**
 * Whether a WACZ file's digest is signed by a key (wacz-auth 0.1.0, anonymous).
 *
 * @param digest The bytes of `datapackage-digest.json`.
 * @returns `null` if the digest is not that of `datapackage.json`.
 */
export function isSignedBy(digest: Buffer, datapackage: Buffer, privateKey: KeyObject | undefined): boolean | null {
  const hash = `sha256:${createHash('sha256').update(datapackage).digest('hex')}`;
  const value = fieldsOf(parseJson(digest.toString('utf8')));
  if (value['hash'] !== hash) return null;
  const { signature, hash: signedHash } = fieldsOf(value['signedData']);
  if (privateKey === undefined || typeof signature !== 'string' || signedHash !== hash) return false;
  const key = createPublicKey(privateKey);
  return verify('sha256', Buffer.from(hash), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
