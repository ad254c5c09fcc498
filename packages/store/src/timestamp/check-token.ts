import { X509Certificate } from 'node:crypto';
import { Certificate, type SignedData, SignedDataVerifyError } from 'pkijs';
import { sha256Of } from '../layout.ts';
import { objectIds } from './object-ids.ts';
import { readToken, type TimestampToken } from './read-token.ts';
import { checkSignerCertificate, derOf } from './signer-certificate.ts';
import { TimestampError } from './timestamp-error.ts';

/** What a token says, once it has been checked. */
export interface CheckedTimestamp {
  /** What was stamped existed then, by the authority's clock: ISO 8601 in UTC. */
  readonly at: string;
  /** How far off that may be at most, in ms; `null` if the authority does not say. */
  readonly accuracyMs: number | null;
  /** Under which policy it was given: an object identifier. */
  readonly policy: string;
  /** The authority's number of it, in hex. */
  readonly serial: string;
  /** The subject of the certificate that signed it, as in `C=AQ, CN=Time`. */
  readonly authority: string;
  /**
   * `signature`: whoever has that certificate signed it; anybody can make one. `chain`: an authority that is trusted
   * vouches for the certificate. Whether it was revoked is not looked up.
   */
  readonly proves: 'signature' | 'chain';
}

/**
 * Check a token: that it stamps these bytes, that the key of the certificate in it signed it, and that this is a
 * certificate for time stamps, valid then.
 *
 * @param trusted Certificates, in DER, of authorities that its certificate must lead to; empty for any.
 * @throws {TimestampError} If it proves less than that.
 */
export async function checkToken(
  bytes: Uint8Array,
  stamped: Uint8Array,
  trusted: readonly Uint8Array[],
): Promise<CheckedTimestamp> {
  const token = readToken(bytes);
  const { signed, info } = token;
  requireImprint(token, sha256Of(stamped));
  requireSignedAttributes(signed);
  const certificate = await verifySignature(signed, stamped, trusted);
  checkSignerCertificate(certificate, signed, info.genTime);
  const { accuracy } = info;
  return {
    at: info.genTime.toISOString(),
    accuracyMs:
      accuracy === undefined
        ? null
        : (accuracy.seconds ?? 0) * 1000 + (accuracy.millis ?? 0) + (accuracy.micros ?? 0) / 1000,
    policy: info.policy,
    serial: hexOf(info.serialNumber.valueBlock.valueHexView),
    authority: new X509Certificate(derOf(certificate)).subject.replaceAll('\n', ', '),
    proves: trusted.length === 0 ? 'signature' : 'chain',
  };
}

/** @throws {TimestampError} If the token repeats another nonce, or none. */
export function requireNonce({ info }: TimestampToken, nonce: string): void {
  const repeated = info.nonce === undefined ? null : hexOf(info.nonce.valueBlock.valueHexView);
  if (repeated === nonce) return;
  throw new TimestampError('other-nonce', `it answers another question (nonce ${repeated ?? 'missing'})`);
}

/** @throws {TimestampError} If the token stamps another digest. */
export function requireImprint({ info }: TimestampToken, sha256: string): void {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const imprint = hexOf(hashedMessage.valueBlock.valueHexView);
  if (hashAlgorithm.algorithmId === objectIds.sha256 && imprint === sha256) return;
  throw new TimestampError('other-imprint', `it stamps something else (${imprint.slice(0, 128)})`);
}

/** RFC 5652, section 5.3, demands them; without them, the certificate would not be signed for. */
function requireSignedAttributes({ signerInfos }: SignedData): void {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
  const type: unknown = attributes.find((attribute) => attribute.type === objectIds.contentType)?.values[0];
  const isStamp = String((type as { valueBlock?: unknown } | undefined)?.valueBlock) === objectIds.timestampInfo;
  if (signerInfos.length === 1 && isStamp) return;
  throw new TimestampError('bad-signature', 'it is not signed by one signer, as a time stamp');
}

async function verifySignature(
  signed: SignedData,
  stamped: Uint8Array,
  trusted: readonly Uint8Array[],
): Promise<Certificate> {
  try {
    const { signatureVerified, signerCertificate } = await signed.verify({
      signer: 0,
      data: Uint8Array.from(stamped).buffer,
      extendedMode: true,
      checkChain: trusted.length > 0,
      trustedCerts: trusted.map((der) => Certificate.fromBER(Uint8Array.from(der))),
    });
    if (signatureVerified === true && signerCertificate instanceof Certificate) return signerCertificate;
  } catch (error) {
    throw explain(error);
  }
  throw new TimestampError('bad-signature', 'its signature is not that of its certificate');
}

/** The codes are those of `SignedData.verify` in pkijs. */
function explain(error: unknown): TimestampError {
  const options = { cause: error };
  if (!(error instanceof SignedDataVerifyError)) {
    return new TimestampError('bad-signature', 'its signature cannot be checked', options);
  }
  const { code, message } = error;
  if (code === 2 || code === 3) {
    return new TimestampError('bad-certificate', 'the certificate of who signed it is not in it', options);
  }
  if (code === 5) {
    const reason = `its certificate does not lead to an authority that is trusted (${message})`;
    return new TimestampError('untrusted', reason, options);
  }
  return new TimestampError('bad-signature', `its signature cannot be relied on (${message})`, options);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
