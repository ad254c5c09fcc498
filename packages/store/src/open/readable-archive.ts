import { join } from 'node:path';
import type { Archive } from '../archive.ts';
import { ArchiveReadOnlyError } from '../archive-errors.ts';
import { readBlob, sizeOfBlob, streamBlob } from '../blob/read-blob.ts';
import { openLinkCache } from '../cache/link-cache.ts';
import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import { attestArchive } from '../compare/attest-archive.ts';
import { createDueTable } from '../due/due-table.ts';
import { readForgotten } from '../forget/forgotten.ts';
import { layout } from '../layout.ts';
import { readChecks } from '../ledger/read-checks.ts';
import { readHeadNow, readHistoryNow } from '../record/read-now.ts';
import { verifyArchive } from '../verify/verify-archive.ts';

/** An archive that is open for reading only. */
export function readableArchive(root: string, now: () => Date): Archive {
  const catalog = createCatalog(root, null);
  const refuse = async (): Promise<never> => {
    throw new ArchiveReadOnlyError(root, 'it was opened for reading only');
  };
  return {
    ...readingPart(root, catalog),
    due: createDueTable({ read: (run) => catalog.look(run), write: refuse }, '', now),
    readOnly: true,
    keep: refuse,
    keepStream: refuse,
    commit: refuse,
    note: refuse,
    reindex: refuse,
    forget: refuse,
    collectGarbage: refuse,
    checkpoint: refuse,
    timestamp: refuse,
    repair: refuse,
    linkCache: (namespace, ttlMs) => openLinkCache(null, namespace, ttlMs, now),
    [Symbol.asyncDispose]: () => catalog.close(),
  };
}

/** What an archive can do without writing. */
export function readingPart(
  root: string,
  catalog: Catalog,
): Omit<
  Archive,
  | 'readOnly'
  | 'due'
  | 'keep'
  | 'keepStream'
  | 'commit'
  | 'note'
  | 'reindex'
  | 'forget'
  | 'collectGarbage'
  | 'checkpoint'
  | 'timestamp'
  | 'repair'
  | 'linkCache'
  | typeof Symbol.asyncDispose
> {
  return {
    directory: root,
    cacheDirectory: join(root, layout.cache),
    hasBlob: async (sha256) => sizeOfBlob(root, sha256) !== null,
    readBlob: (sha256) => readBlob(root, sha256),
    openBlob: (sha256) => streamBlob(root, sha256),
    head: async (post) => readHeadNow(root, post),
    async *history(post) {
      yield* readHistoryNow(root, post);
    },
    forgotten: async (post) => readForgotten(root, post),
    checks: (post) => readChecks(root, post),
    resolve: (name) => catalog.findByName(name),
    list: (query = {}) => catalog.list(query),
    verify: (options = {}) => verifyArchive(root, options),
    attest: (nonce, signal) => attestArchive(root, nonce, signal),
  };
}
