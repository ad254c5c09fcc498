import { rm } from 'node:fs/promises';

/** Remove a database. The file itself goes first: SQLite drops a log without one, but would take it into a new one. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${path}${suffix}`, { force: true });
}
