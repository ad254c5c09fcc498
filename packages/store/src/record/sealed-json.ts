import { canonicalJson } from './canonical-json.ts';

/** A line of JSON whose last member is computed from all bytes before it, so that no byte can change unnoticed. */
export interface SealedJson {
  /** The bytes before the comma in front of the seal. */
  readonly body: Uint8Array;
  /** A sha256 in hex or a signature in base64, if nothing is wrong. */
  readonly seal: string;
}

const closing = '"}\n';

/**
 * Write a non-empty object as one line of canonical JSON that ends with its seal: `{…,"checksum":"<64 hex>"}` and a
 * newline.
 *
 * @param member The seal's key.
 * @param sealOf Computes the seal, which JSON need not escape, from what stands before it.
 */
export function sealJson(value: object, member: string, sealOf: (body: Uint8Array) => string): Uint8Array {
  const body = Buffer.from(canonicalJson(value).slice(0, -1));
  return Buffer.concat([body, Buffer.from(`${opening(member)}${sealOf(body)}${closing}`)]);
}

/**
 * Take such a line apart, or `null` if it does not end as it must.
 *
 * @param sealLength In characters; default that of a sha256.
 */
export function unsealJson(line: Buffer, member: string, sealLength = 64): SealedJson | null {
  const bodyLength = line.length - opening(member).length - sealLength - closing.length;
  if (bodyLength <= 0) return null;
  const tail = line.toString('latin1', bodyLength);
  if (!tail.startsWith(opening(member)) || !tail.endsWith(closing)) return null;
  return { body: line.subarray(0, bodyLength), seal: tail.slice(opening(member).length, -closing.length) };
}

function opening(member: string): string {
  return `,"${member}":"`;
}
