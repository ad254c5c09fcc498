import type { Archive } from '@embalm/store';
import type { ImportTarget } from './import-job.ts';

/**
 * Open an archive, or make it, only when something is asked of it: files that are all refused leave none behind.
 *
 * @param open Called once. What it throws is thrown where the archive is needed first.
 */
export function openWhenNeeded(open: () => Promise<Archive>): ImportTarget & AsyncDisposable {
  let opening: Promise<Archive> | null = null;
  const opened = async (): Promise<Archive> => (opening ??= open());
  return {
    keep: async (bytes) => (await opened()).keep(bytes),
    commit: async (draft, options) => (await opened()).commit(draft, options),
    head: async (post) => (await opened()).head(post),
    forgotten: async (post) => (await opened()).forgotten(post),
    async *history(post) {
      yield* (await opened()).history(post);
    },
    async [Symbol.asyncDispose]() {
      // Whoever needed it first was told why it could not be opened.
      const archive = await opening?.catch(() => null);
      await archive?.[Symbol.asyncDispose]();
    },
  };
}
