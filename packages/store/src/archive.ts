import type { KeyObject } from 'node:crypto';
import type { Keyv } from 'keyv';
import type { PostId } from '@embalm/post';
import type { KeepStreamOptions } from './blob/blob-writer.ts';
import type { ReindexOptions, ReindexReport } from './catalog/fill-index.ts';
import type { PostQuery, PostSummary } from './catalog/post-summary.ts';
import type { StoredCheckpoint } from './checkpoint/checkpoint-file.ts';
import type { Attestation } from './compare/attest-files.ts';
import type { DueTable } from './due/due-table.ts';
import type { BlobRef } from './exchange.ts';
import type { ForgetReason, ForgetReport } from './forget/forget-post.ts';
import type { Forgotten } from './forget/forgotten.ts';
import type { GcOptions, GcReport } from './gc/collect-garbage.ts';
import type { Check } from './ledger/check.ts';
import type { StoredTimestamp, TimestampAuthority } from './timestamp/stamp-checkpoint.ts';
import type { RepairOptions, RepairReport } from './repair/repair-archive.ts';
import type { CommitOptions } from './record/commit-snapshot.ts';
import type { StoredSnapshot } from './record/stored-snapshot.ts';
import type { SnapshotDraft } from './snapshot-record.ts';
import type { VerifyOptions, VerifyReport } from './verify/verify-report.ts';

/**
 * An archive that is open. Any number of programs may have it open at the same time; none locks it.
 *
 * Whatever keeps, commits or notes throws `ArchiveReadOnlyError` or `DiskFullError` if it cannot be done; nothing
 * that was acknowledged before is lost then, and nothing half-written can be seen.
 */
export interface Archive extends AsyncDisposable {
  /** Absolute. */
  readonly directory: string;
  /** Where anything that can be made again may be kept, as in rendered images. Absolute; it exists if the archive is not read-only. */
  readonly cacheDirectory: string;
  readonly readOnly: boolean;

  /** Keep bytes under their digest. When this resolves they are on the disk. */
  keep(bytes: Uint8Array): Promise<BlobRef>;
  /**
   * Keep what a stream delivers, without holding it in memory.
   *
   * @throws {BlobTooLargeError} If it delivers more than `maxBytes`.
   */
  keepStream(chunks: AsyncIterable<Uint8Array>, options?: KeepStreamOptions): Promise<BlobRef>;
  /** Whether there is a blob of this digest; its bytes are not looked at. */
  hasBlob(sha256: string): Promise<boolean>;
  /**
   * Read a blob whole. Its digest is checked.
   *
   * @throws {MissingBlobError} If there is none.
   * @throws {DamagedBlobError} If its bytes are not those it is named after.
   */
  readBlob(sha256: string): Promise<Uint8Array>;
  /**
   * Read a blob piece by piece. The last piece comes only once the digest has been checked.
   *
   * @throws As {@link readBlob}, while it is read.
   */
  openBlob(sha256: string): AsyncIterable<Uint8Array>;

  /**
   * Commit a snapshot as the next record of its post. When this resolves it is on the disk.
   *
   * @throws {ShapeError} If the draft is not as its type says.
   * @throws {ForgottenPostError} If the post was erased on request, and `again` is not said.
   * @throws {MissingBlobError} If it names a blob that has not been kept.
   * @throws {DamagedRecordError} If the record before it cannot be trusted.
   */
  commit(draft: SnapshotDraft, options?: CommitOptions): Promise<StoredSnapshot>;
  /**
   * The newest record of a post, or `null` if it has none.
   *
   * @throws {DamagedRecordError} If it cannot be trusted.
   */
  head(post: PostId): Promise<StoredSnapshot | null>;
  /**
   * All records of a post, oldest first.
   *
   * @throws {DamagedRecordError} At the first that cannot be trusted.
   */
  history(post: PostId): AsyncIterable<StoredSnapshot>;
  /** Note an observation that changed nothing, in the ledger. When this resolves it is on the disk. */
  note(check: Check): Promise<void>;
  /** The checks of a post, oldest first. Reads the whole ledger. */
  checks(post: PostId): AsyncIterable<Check>;

  /**
   * Find a post by a name: its id, a provisional id or a link. A post whose own id is known comes before one whose is
   * not.
   *
   * @returns `null` if the archive has none of that name.
   */
  resolve(name: string): Promise<PostId | null>;
  /** Posts in the order of their ids (for X that of posting), provisional ones last. */
  list(query?: PostQuery): AsyncIterable<PostSummary>;
  /** When each post is to be looked at again. */
  readonly due: DueTable;
  /** Make the index anew from the records. */
  reindex(options?: ReindexOptions): Promise<ReindexReport>;
  /**
   * Read every byte, and check every digest, chain and name.
   *
   * @throws The signal's reason, if it aborts.
   */
  verify(options?: VerifyOptions): Promise<VerifyReport>;

  /**
   * Erase a post: its records, those under its provisional names, and the blobs that nothing else names. The ledger says
   * that it was done; later commits of it are refused. All records are read.
   *
   * @throws An error if a record or a checkpoint cannot be read: repair it first.
   * @throws The reason's signal's reason, if it aborts before anything is erased.
   */
  forget(post: PostId, reason: ForgetReason): Promise<ForgetReport>;
  /**
   * What stands in the place of a post that was erased, or `null`. It may have been kept again since.
   *
   * @throws {DamagedRecordError} If it is not as it was written.
   */
  forgotten(post: PostId): Promise<Forgotten | null>;
  /**
   * Remove blobs that no record and no checkpoint names, and that have lain for a while. All records are read.
   *
   * @throws {RangeError} If the grace is less than a day.
   * @throws An error if a record or a checkpoint cannot be read: nobody knows then what it names.
   */
  collectGarbage(options?: GcOptions): Promise<GcReport>;
  /**
   * Sign what the archive holds now: dropping or rewriting any of it shows from then on. What is new since the last
   * checkpoint is read.
   *
   * @param privateKey ECDSA on P-384.
   * @returns The last checkpoint if nothing has changed since.
   * @throws {DamageError} If an earlier checkpoint is damaged.
   * @throws {CheckpointRaceError} If another program made one at the same time.
   * @throws The signal's reason, if it aborts: then none was made.
   */
  checkpoint(privateKey: KeyObject, signal?: AbortSignal): Promise<StoredCheckpoint>;
  /**
   * Have a time stamp authority sign when a checkpoint existed (RFC 3161), and keep its token beside it; one of that host
   * which is there already is checked, and nobody is asked.
   *
   * @throws {TimestampError} If it gives none, or one that proves nothing: that is not kept.
   * @throws {DamageError} If the one that is there is damaged.
   * @throws What the authority's `ask` throws.
   */
  timestamp(checkpoint: StoredCheckpoint, authority: TimestampAuthority): Promise<StoredTimestamp>;
  /**
   * Put back what is damaged or gone from a copy, and verify again.
   *
   * @throws {NotAnArchiveError}, {NoArchiveError}, {SameArchiveError} If the copy is none.
   * @throws The signal's reason, if it aborts.
   */
  repair(options: RepairOptions): Promise<RepairReport>;
  /**
   * Say of every file that is kept what its bytes are: the sha256 of a nonce and them. For `compareAttestations`.
   *
   * @param nonce Chosen anew, at random, by whoever asks.
   */
  attest(nonce: string, signal?: AbortSignal): AsyncGenerator<Attestation, void, void>;

  /**
   * A cache that may be lost, as for resolved links; in memory if the archive is read-only. Its errors are thrown, and it
   * is closed with the archive.
   *
   * @param namespace Lower-case letters, digits and `-`.
   * @param ttlMs How long an entry lives.
   */
  linkCache(namespace: string, ttlMs: number): Keyv;
}
