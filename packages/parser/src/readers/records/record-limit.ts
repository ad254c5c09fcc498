/** The most a record may have: it is held in memory as a whole, and more than once. */
export const mostRecordBytes: number = 16 * 1024 * 1024;

/** What is wrong with a record that has more. @param at At which byte it begins, if that is known. */
export function tooLong(at?: number): string {
  const record = at === undefined ? 'it' : `the record at byte ${at}`;
  return `${record} is longer than ${mostRecordBytes / 1024 / 1024} MiB and is skipped.`;
}
