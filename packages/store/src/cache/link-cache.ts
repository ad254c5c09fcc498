import { join } from 'node:path';
import { Keyv } from 'keyv';
import { createSqliteStorage } from './sqlite-storage.ts';

const namespacePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Open a cache. Its errors are thrown: Keyv would report them as events to whoever listens, and go on as if nothing had
 * been found.
 *
 * @param directory Where its file is, `<namespace>.sqlite`; `null` for one in memory.
 * @throws {RangeError} If the namespace is not made of lower-case letters, digits and `-`.
 */
export function openLinkCache(directory: string | null, namespace: string, ttlMs: number, now: () => Date): Keyv {
  if (!namespacePattern.test(namespace)) throw new RangeError(`Not a name for a cache: ${JSON.stringify(namespace)}`);
  const store =
    directory === null
      ? new Map<string, unknown>()
      : createSqliteStorage(join(directory, `${namespace}.sqlite`), () => now().getTime());
  const cache = new Keyv({ store, namespace, ttl: ttlMs });
  cache.on('error', (error: unknown) => {
    throw error;
  });
  return cache;
}
