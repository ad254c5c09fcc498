/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const codes = {
  busy: [5, 6],
  damaged: [1, 11, 26],
  unwritable: [5, 6, 8, 10, 13, 14],
} as const;

/** Whether another program holds the database. */
export function isBusy(error: unknown): boolean {
  return hasCode(error, codes.busy);
}

/** Whether the file is no database, is damaged, or lacks our tables. */
export function isDamagedDatabase(error: unknown): boolean {
  return hasCode(error, codes.damaged);
}

/** Whether the database cannot be written now: held by another program, read-only, a failing or full disk. */
export function isUnwritable(error: unknown): boolean {
  return hasCode(error, codes.unwritable);
}

function hasCode(error: unknown, wanted: readonly number[]): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return wanted.includes(error.errcode & 0xff);
}
