import { access, constants, mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeArchive } from './export/make-archive.ts';
import { printTable } from './print-table.ts';
import { timeRun, timeSideBySide } from './time-runs.ts';

// How fast `embalm export --wacz` is, beside the least that it could do with the bytes that come of it, and how much memory it
// takes for a small archive, for one eight times as large, and for 5 GB; and what folders of BagIt and OCFL take.
// `pnpm bench:export [posts]`
const command = fileURLToPath(new URL('../../packages/cli/bin/embalm.js', import.meta.url));
const floor = fileURLToPath(new URL('export/floor.ts', import.meta.url));
const runs = 3;
const posts = Number(process.argv[2] ?? 800);
const quick = await access('/dev/shm', constants.W_OK).then(
  () => '/dev/shm',
  () => tmpdir(),
);
const root = await mkdtemp(join(quick, 'embalm-bench-export-'));
try {
  const rows: string[][] = [];
  for (const count of [Math.ceil(posts / 8), posts]) {
    const archive = join(root, `archive-${count}`);
    const file = join(root, 'posts.wacz');
    await makeArchive(archive, count);
    const args = ['export', '--wacz', file, '--archive', archive, '--no-sign', '--quiet'];
    const times = timeSideBySide(
      {
        exported: () => timeRun(process.execPath, [command, ...args]),
        least: () => timeRun(process.execPath, [floor, file, `${file}.copy`]),
      },
      runs,
    );
    const megabytes = (await stat(file)).size / 1e6;
    const { exported, least } = times;
    rows.push([
      String(count),
      `${megabytes.toFixed(0)} MB`,
      `${(megabytes / exported.seconds).toFixed(0)} MB/s`,
      `${(megabytes / exported.cpuSeconds).toFixed(0)} MB/s`,
      (exported.cpuSeconds / least.cpuSeconds).toFixed(1),
      `${exported.peakMegabytes.toFixed(0)} MiB`,
    ]);
  }
  printTable(['posts', 'WACZ', 'wall', 'of one processor', 'times the least', 'memory'], rows);
  const folders: string[][] = [];
  for (const format of ['bagit', 'ocfl']) {
    for (const count of [Math.ceil(posts / 8), posts]) {
      const archive = join(root, `archive-${count}`);
      const target = join(root, `${format}-${count}`);
      const args = ['export', `--${format}`, target, '--archive', archive, '--quiet'];
      const { cpuSeconds, peakMegabytes } = timeRun(process.execPath, [command, ...args]);
      folders.push([format, String(count), `${cpuSeconds.toFixed(1)} s`, `${peakMegabytes.toFixed(0)} MiB`]);
      await rm(target, { recursive: true });
    }
  }
  printTable(['folder', 'posts', 'of one processor', 'memory'], folders);
} finally {
  await rm(root, { recursive: true });
}
await exportMuch();

/** On the disk: that many bytes may not fit into memory. */
async function exportMuch(): Promise<void> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < 12e9) {
    process.stderr.write(`An export of 5 GB is skipped: it takes 12 GB in ${tmpdir()}.\n`);
    return;
  }
  const place = await mkdtemp(join(tmpdir(), 'embalm-bench-export-'));
  try {
    const archive = join(place, 'archive');
    const file = join(place, 'posts.wacz');
    await makeArchive(archive, 600, 80_000_000);
    const args = ['export', '--wacz', file, '--archive', archive, '--quiet'];
    const { cpuSeconds, peakMegabytes } = timeRun(process.execPath, [command, ...args]);
    const size = `${((await stat(file)).size / 1e9).toFixed(1)} GB`;
    printTable(
      ['posts', 'WACZ', 'of one processor', 'memory'],
      [['600', size, `${cpuSeconds.toFixed(1)} s`, `${peakMegabytes.toFixed(0)} MiB`]],
    );
  } finally {
    await rm(place, { recursive: true });
  }
}
