import { createHash } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits that follow from a seed: the codes and keys that X draws at random. */
export function deriveCode(seed: string, length: number): string {
  const digest = createHash('sha512').update(seed).digest();
  return Array.from(digest.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** The decimal id of an account, with nine digits; handles differ in more than case. */
export function deriveAccountId(handle: string): string {
  return String(
    100_000_000 + (createHash('sha256').update(handle.toLowerCase()).digest().readUInt32BE() % 900_000_000),
  );
}

/** A hue in degrees that follows from a seed. */
export function deriveHue(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt16BE(4) % 360;
}
