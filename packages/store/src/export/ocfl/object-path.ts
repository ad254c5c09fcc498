import { createHash } from 'node:crypto';

/** The parameters of layout extension 0003. */
export interface HashedTuples {
  readonly digestAlgorithm: string;
  /** Digits of each folder's name. */
  readonly tupleSize: number;
  readonly numberOfTuples: number;
}

/** How long the last folder's name may be before its digest takes over. */
const longestName = 100;

/**
 * Where an object is below its storage root, by OCFL extension 0003 (hash and id n-tuple): folders of digits of the id's digest,
 * and one that is named after the id.
 */
export function objectPath(id: string, { digestAlgorithm, tupleSize, numberOfTuples }: HashedTuples): string {
  const digest = createHash(digestAlgorithm).update(id).digest('hex');
  const tuples = Array.from({ length: numberOfTuples }, (_, index) =>
    digest.slice(index * tupleSize, (index + 1) * tupleSize),
  );
  const encoded = encodeId(id);
  const name = encoded.length > longestName ? `${encoded.slice(0, longestName)}-${digest}` : encoded;
  return [...tuples, name].join('/');
}

/** Every byte but those of letters, digits, `-` and `_` as `%` and two lower-case digits. */
function encodeId(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}
