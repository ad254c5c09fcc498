/** The folder is no archive, and nothing may be written into it. Name another folder. */
export class NotAnArchiveError extends Error {
  override readonly name = 'NotAnArchiveError';
  readonly directory: string;

  constructor(directory: string, reason: string, options?: ErrorOptions) {
    super(`${directory} is not an archive: ${reason}. Name an archive, or a new or empty folder to make one.`, options);
    this.directory = directory;
  }
}

/** There is no archive, and none is to be made. Name another folder, or make one. */
export class NoArchiveError extends Error {
  override readonly name = 'NoArchiveError';
  readonly directory: string;

  constructor(directory: string) {
    super(
      `There is no archive in ${directory}. Name the folder of one, or make one with \`embalm archive\` or \`embalm import\`.`,
    );
    this.directory = directory;
  }
}

/** The copy to repair from is the archive itself. Name another folder. */
export class SameArchiveError extends Error {
  override readonly name = 'SameArchiveError';
  readonly directory: string;

  constructor(directory: string) {
    super(`${directory} is the archive itself. Name the folder of another copy of it.`);
    this.directory = directory;
  }
}

/** The archive was written by a newer program. Update this one. */
export class NewerFormatError extends Error {
  override readonly name = 'NewerFormatError';
  readonly directory: string;
  /** The archive's format version. */
  readonly version: number;

  constructor(directory: string, version: number) {
    super(
      `${directory} has archive format ${version}; this program knows format 1 only. Use a newer embalm; nothing was changed.`,
    );
    this.directory = directory;
    this.version = version;
  }
}

/** A post is of a platform that a newer program has added, so that nobody here can tell what belongs to it. Update this one. */
export class UnknownPostError extends Error {
  override readonly name = 'UnknownPostError';
  /** Relative to the archive. */
  readonly folder: string;

  constructor(folder: string) {
    super(
      `${folder} is no post that this program knows, and nobody can tell which bytes it needs. Use a newer embalm; nothing was removed.`,
    );
    this.folder = folder;
  }
}

/** Nothing can be written: the disk, the folder or the archive as it was opened allows reading only. */
export class ArchiveReadOnlyError extends Error {
  override readonly name = 'ArchiveReadOnlyError';
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(
      `Cannot write to ${path}: ${reason}. Make it writable or use another archive; what was kept before is safe and can be read.`,
      options,
    );
    this.path = path;
  }
}

/** The disk is full, or a quota is used up. Make room and run again. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(
      `No room left on the disk for ${path}. Make room and run again; what was kept before is safe, and nothing half-written was left.`,
      options,
    );
    this.path = path;
  }
}

/** The file system lacks what durable commits need. Put the archive elsewhere. */
export class UnsuitableDiskError extends Error {
  override readonly name = 'UnsuitableDiskError';
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(
      `The file system of ${path} has no hard links, which an archive needs to commit safely. Use ext4, XFS, Btrfs, ZFS, APFS or NTFS, not FAT.`,
      options,
    );
    this.path = path;
  }
}

/** What is kept is damaged. Restore it from a copy; `verify` names everything that is damaged. */
export class DamageError extends Error {
  override readonly name: string = 'DamageError';
  /** The damaged file, relative to the archive. */
  readonly path: string;
  /** What is wrong with it. */
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(
      `${path} is damaged: ${reason}. Restore it from a copy; \`embalm verify\` names everything that is damaged.`,
      options,
    );
    this.path = path;
    this.reason = reason;
  }
}

/** A record cannot be trusted. */
export class DamagedRecordError extends DamageError {
  override readonly name = 'DamagedRecordError';
}

/** The bytes of a blob are not those it is named after. */
export class DamagedBlobError extends DamageError {
  override readonly name = 'DamagedBlobError';
}

/** The ledger of checks cannot be continued. */
export class DamagedLedgerError extends DamageError {
  override readonly name = 'DamagedLedgerError';
}

/** A blob is not in the archive. */
export class MissingBlobError extends Error {
  override readonly name = 'MissingBlobError';
  readonly sha256: string;

  constructor(sha256: string, reason = 'it is not in the archive') {
    super(`No blob ${sha256}: ${reason}.`);
    this.sha256 = sha256;
  }
}

/** A stream has more bytes than may be kept of it. */
export class BlobTooLargeError extends Error {
  override readonly name = 'BlobTooLargeError';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The stream has more than ${maxBytes} bytes; nothing of it was kept.`);
    this.maxBytes = maxBytes;
  }
}
