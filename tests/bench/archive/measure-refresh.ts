import { join } from 'node:path';
import { openArchiver, refreshPosts } from '@embalm/archiver';
import { findReferences } from '@embalm/parser';
import { openArchive } from '@embalm/store';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { medianOf } from '../render/median-of.ts';
import type { ReplicaProcess } from './start-replica-process.ts';

/**
 * Look again at posts that have not changed: read what is archived, ask, compare, add a line to the ledger.
 *
 * @returns Posts a second, the median of some runs over all of them.
 */
export async function measureRefresh(
  { proxyUrl, caPem }: ReplicaProcess,
  ids: readonly string[],
  times: number,
): Promise<number> {
  await using folder = await temporaryFolder();
  await using archive = await openArchive(join(folder.path, 'archive'));
  const settings = {
    archive,
    proxy: proxyUrl,
    proxyCa: caPem,
    // How fast it can be; politeness makes it slower on purpose.
    spacingMs: 0,
    browser: false,
    concurrency: 4,
    timeoutMs: 120_000,
    signal: new AbortController().signal,
  };
  {
    await using archiver = openArchiver({ ...settings, offline: false });
    const links = ids.map((id) => `https://x.com/i/status/${id}`).join('\n');
    await archiver.preserve('bench', findReferences(links, { format: 'text' }));
  }
  const rates: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const { outcomes, durationMs } = await refreshPosts({ kind: 'all' }, settings);
    if (outcomes.unchanged !== ids.length)
      throw new Error(`Not all posts were found unchanged: ${JSON.stringify(outcomes)}`);
    rates.push(ids.length / (durationMs / 1000));
  }
  return medianOf(rates);
}
