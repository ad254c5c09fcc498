import { createHash } from 'node:crypto';
import { type BaseBlock, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { Certificate, ExtKeyUsage, SignedData } from 'pkijs';
import { digestNames, objectIds } from './object-ids.ts';
import { TimestampError } from './timestamp-error.ts';

/** The DER of a certificate. */
export function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema().toBER());
}

/**
 * Check that a certificate is one for time stamps, was valid at a time, and is the one that the signature itself names: or
 * else whoever has another certificate for the same key could stand in for the authority.
 *
 * @throws {TimestampError} If it is not.
 */
export function checkSignerCertificate(certificate: Certificate, signed: SignedData, at: Date): void {
  checkPurpose(certificate);
  const from = certificate.notBefore.value;
  const until = certificate.notAfter.value;
  if (at < from || at > until) {
    const span = `valid from ${from.toISOString()} to ${until.toISOString()}`;
    const reason = `the certificate of who signed it is ${span}, and not at ${at.toISOString()}`;
    throw new TimestampError('expired-certificate', reason);
  }
  if (!isNamedBySignature(certificate, signed)) {
    throw new TimestampError('bad-certificate', 'the signature does not name the certificate that comes with it');
  }
}

/** RFC 3161, section 2.3: this purpose, no other, and critical. */
function checkPurpose(certificate: Certificate): void {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === objectIds.extendedKeyUsage);
  const purposes = (extension?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  if (extension?.critical === true && purposes.length === 1 && purposes[0] === objectIds.timestamping) return;
  throw new TimestampError('bad-certificate', 'the certificate of who signed it is not one for time stamps alone');
}

/** RFC 5035, section 3, and RFC 2634, section 5.4. */
function isNamedBySignature(certificate: Certificate, { signerInfos }: SignedData): boolean {
  const attributes = signerInfos[0]?.signedAttrs?.attributes ?? [];
  const second = attributes.find(({ type }) => type === objectIds.signingCertificateV2);
  const first = attributes.find(({ type }) => type === objectIds.signingCertificate);
  const [certs] = partsOf((second ?? first)?.values[0]);
  const [named] = partsOf(certs);
  const parts = partsOf(named);
  const algorithm = second === undefined ? objectIds.sha1 : algorithmOf(parts[0]);
  const hash = parts.find((part) => part instanceof OctetString);
  const digest = digestNames[algorithm];
  if (hash === undefined || digest === undefined) return false;
  return createHash(digest).update(derOf(certificate)).digest().equals(hash.valueBlock.valueHexView);
}

/** SHA-256 unless it is said. */
function algorithmOf(part: BaseBlock | undefined): string {
  const [id] = partsOf(part);
  return id instanceof ObjectIdentifier ? id.valueBlock.toString() : objectIds.sha256;
}

function partsOf(block: unknown): readonly BaseBlock[] {
  return block instanceof Sequence ? block.valueBlock.value : [];
}
