/** How the command ends. Scripts rely on these numbers. */
export const exitCodes = {
  done: 0,
  /** Finished, but some posts could not be captured. */
  incomplete: 1,
  /** The command was called wrongly: an unknown option, an input that is not there. */
  usage: 2,
  /** The archive is damaged. */
  damaged: 3,
  /** Something this machine lacks: a browser, room on the disk, a right to write. */
  environment: 4,
  /** A defect in embalm itself (`EX_SOFTWARE` of sysexits.h). */
  defect: 70,
  interrupted: 130,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** By the error's name, so that no command loads a package only to tell its errors. */
const codesByName: Readonly<Record<string, ExitCode>> = {
  ArchiveReadOnlyError: exitCodes.environment,
  CheckpointRaceError: exitCodes.incomplete,
  DamagedBlobError: exitCodes.damaged,
  DamagedLedgerError: exitCodes.damaged,
  DamagedRecordError: exitCodes.damaged,
  DamageError: exitCodes.damaged,
  DiskFullError: exitCodes.environment,
  ForgottenPostError: exitCodes.incomplete,
  InputError: exitCodes.usage,
  InterruptedError: exitCodes.interrupted,
  MissingBlobError: exitCodes.damaged,
  NewerFormatError: exitCodes.environment,
  NoArchiveError: exitCodes.usage,
  NoBrowserError: exitCodes.environment,
  NoContentError: exitCodes.incomplete,
  NotAnArchiveError: exitCodes.usage,
  NothingToExportError: exitCodes.usage,
  OccupiedPlaceError: exitCodes.usage,
  SameArchiveError: exitCodes.usage,
  SystemError: exitCodes.environment,
  UnknownPostError: exitCodes.environment,
  UnsuitableDiskError: exitCodes.environment,
  UnusableKeyError: exitCodes.usage,
  UnusableRootError: exitCodes.usage,
  UnusableTargetError: exitCodes.usage,
  UnwritableFileError: exitCodes.environment,
  UnwritableTargetError: exitCodes.environment,
  UsageError: exitCodes.usage,
};

/** How to end after an error, or `null` if it is none that was foreseen. */
export function exitCodeOf(error: unknown): ExitCode | null {
  return error instanceof Error ? (codesByName[error.name] ?? null) : null;
}
