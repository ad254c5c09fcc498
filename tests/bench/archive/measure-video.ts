import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { medianOf } from '../render/median-of.ts';
import { timeRun } from '../time-runs.ts';

/** How long it takes to get one long video onto the disk: medians, in turn. */
export interface VideoTimes {
  readonly embalmSeconds: number;
  /** The most memory of the whole program, in MB. */
  readonly embalmMegabytes: number;
  readonly curlSeconds: number;
  /** With its file flushed to the disk, as embalm's is. */
  readonly curlFlushedSeconds: number;
  /** With its digest made on the way, and flushed: all that embalm does with it. */
  readonly curlDigestedSeconds: number;
}

/** Fetch a video of so many bytes from this machine, some times. @returns `null` without curl. */
export async function measureVideo(bytes: number, times: number): Promise<VideoTimes | null> {
  if (spawnSync('curl', ['--version']).status !== 0) return null;
  await using folder = await temporaryFolder();
  const server = fork(programOf('serve-video.ts'), [String(bytes)], { execArgv: [] });
  const [port] = (await once(server, 'message')) as [number];
  const url = `http://video.twimg.com:${port}/film.mp4`;
  const curl = ['-sS', '--noproxy', '*', '--resolve', `video.twimg.com:${port}:127.0.0.1`, url];
  const embalm: number[] = [];
  const plain: number[] = [];
  const flushed: number[] = [];
  const digested: number[] = [];
  let megabytes = 0;
  for (let n = 0; n < times; n += 1) {
    const args = ['--conditions=@embalm/source', programOf('fetch-video.ts'), url, join(folder.path, `archive-${n}`)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The video was not fetched: ${stderr}`);
    const told = JSON.parse(stdout) as { readonly seconds: number; readonly megabytes: number };
    embalm.push(told.seconds);
    megabytes = Math.max(megabytes, told.megabytes);
    plain.push(timeRun('curl', [...curl, '-o', join(folder.path, `plain-${n}`)]).seconds);
    flushed.push(timeShell('"$@" -o "$0" && sync "$0"', `flushed-${n}`));
    digested.push(timeShell('"$@" | tee "$0" | sha256sum && sync "$0"', `digested-${n}`));
  }
  server.disconnect();
  return {
    embalmSeconds: medianOf(embalm),
    embalmMegabytes: megabytes,
    curlSeconds: medianOf(plain),
    curlFlushedSeconds: medianOf(flushed),
    curlDigestedSeconds: medianOf(digested),
  };

  function timeShell(script: string, name: string): number {
    return timeRun('sh', ['-c', script, join(folder.path, name), 'curl', ...curl]).seconds;
  }
}

function programOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
