import { setTimeout as delay } from 'node:timers/promises';
import { isBusy } from './sqlite-errors.ts';

/**
 * Try until no other program holds the database. SQLite's own waiting would stop this whole program meanwhile.
 *
 * @param patienceMs How long to try; then the last error is thrown.
 */
export async function withPatience<T>(patienceMs: number, attempt: () => T): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
    }
    await delay(10);
  }
}
