import { createPublicKey, type KeyObject } from 'node:crypto';
import { p384 } from '@noble/curves/nist.js';
import { createHash } from 'node:crypto';

/** Signs WACZ files. */
export interface WaczSigner {
  /** SPKI in DER, as base64. */
  readonly publicKey: string;
  /** Sign a text: base64 of the signature's two numbers (IEEE P1363). */
  sign(text: string): string;
}

/**
 * Make a signer that ReplayWeb.page accepts: ECDSA over P-384 with SHA-256. The signature of a text is always the same
 * (RFC 6979), which `node:crypto` does not offer.
 *
 * @throws {RangeError} If that is no private key on P-384.
 */
export function createWaczSigner(privateKey: KeyObject): WaczSigner {
  const { crv, d } = privateKey.export({ format: 'jwk' });
  if (crv !== 'P-384' || d === undefined) throw new RangeError('A WACZ file is signed with a private key on P-384');
  const secret = Buffer.from(d, 'base64url');
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
    sign(text) {
      const digest = createHash('sha256').update(text).digest();
      return Buffer.from(p384.sign(digest, secret, { prehash: false, lowS: false })).toString('base64');
    },
  };
}
