import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runEmbalm } from '../../support/run-embalm.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { medianOf } from '../render/median-of.ts';
import type { ReplicaProcess } from './start-replica-process.ts';

/**
 * Run the command over an article whose posts are all archived.
 *
 * @returns Seconds from start to end, the median of some runs.
 */
export async function measureArchivedArticle(
  { proxyUrl, caFile }: ReplicaProcess,
  ids: readonly string[],
  times: number,
): Promise<number> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'article.txt'), ids.map((id) => `https://x.com/i/status/${id}`).join('\n'));
  const run = async (): Promise<number> => {
    const started = performance.now();
    const args = ['run', 'article.txt', '--proxy', proxyUrl, '--proxy-ca', caFile, '--spacing', '0'];
    const { code, objects, err } = await runEmbalm(args, { cwd: folder.path });
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0 || objects.length !== ids.length + 1) throw new Error(`The run ended with ${code}: ${err}`);
    return seconds;
  };
  await run();
  const seconds: number[] = [];
  for (let n = 0; n < times; n += 1) seconds.push(await run());
  return medianOf(seconds);
}
