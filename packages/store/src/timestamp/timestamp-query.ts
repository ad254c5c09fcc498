import { randomBytes } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { objectIds } from './object-ids.ts';

/** A question to a time stamp authority. */
export interface TimestampQuery {
  /** `TimeStampReq` of RFC 3161, in DER. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the answer must repeat, in hex. */
  readonly nonce: string;
}

/**
 * Ask for a time stamp of a digest, with the certificate of who gives it.
 *
 * @param sha256 64 lower-case hex digits.
 */
export function createTimestampQuery(sha256: string): TimestampQuery {
  const nonce = randomBytes(8);
  // A positive number in as few bytes as DER wants.
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIds.sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(sha256, 'hex')) }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonce) }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce: nonce.toString('hex') };
}
