import { count, type Decode, instant, nullable, object, oneOf, string, text } from '@embalm/post/decode';
import type { LedgerWitness } from '../catalog/rows.ts';
import type { BlobRef } from '../exchange.ts';
import { blobFields, sha256 } from '../record/parse-exchange.ts';

/**
 * A signed statement of what an archive held: a log of heads, from the first checkpoint on, as the root of a Merkle tree.
 * `FORMAT.md` is its specification.
 */
export interface Checkpoint {
  readonly format: 'embalm-checkpoint';
  readonly version: 1;
  /** From 1, without gaps. */
  readonly n: number;
  /** The sha256 of the file of checkpoint `n - 1`, or `null` for the first. */
  readonly prev: string | null;
  /** By the clock of who made it. */
  readonly at: string;
  /** The list of heads that are new since the checkpoint before: a line each. */
  readonly added: BlobRef;
  /** How many lines all lists have up to this one. */
  readonly size: number;
  /** Of the tree over all these lines: RFC 6962 with SHA-256. */
  readonly root: string;
  /** How far the ledger had come, or `null` if there was none. */
  readonly ledger: LedgerWitness | null;
  /** Who signs: SPKI in DER, as base64; ECDSA on P-384. */
  readonly key: string;
}

const base64 = text('base64', (value) => /^[A-Za-z0-9+/]{1,1000}={0,2}$/.test(value));

/**
 * Read a checkpoint.
 *
 * @throws {ShapeError} If the value is none.
 */
export const parseCheckpoint: Decode<Checkpoint> = object<Checkpoint>({
  format: oneOf('embalm-checkpoint'),
  version: oneOf(1),
  n: count,
  prev: nullable(sha256),
  at: instant,
  added: object<BlobRef>(blobFields),
  size: count,
  root: sha256,
  ledger: nullable(object<LedgerWitness>({ name: string, bytes: count, chain: sha256 })),
  key: base64,
});
