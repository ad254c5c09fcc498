import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeData } from './make-data.ts';
import { printTable } from './print-table.ts';
import { timeRun, timeSideBySide, type Timing } from './time-runs.ts';

// `pnpm bench:speed`: what stands in the parser's README. EMBALM_BENCH_MB makes the inputs smaller for a quick look.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache', 'bench');
const megabyte = 1024 * 1024;
const size = Number(process.env['EMBALM_BENCH_MB'] ?? 1024) * megabyte;
const times = Number(process.env['EMBALM_BENCH_RUNS'] ?? 5);
/** twitter-text takes a minute for a gigabyte: it gets a part of the same kind, and its time is scaled. */
const sampleSize = Math.min(size, 32 * megabyte);

const node = process.execPath;
const embalm = join(root, 'packages/cli/bin/embalm.js');
const find = (...args: readonly string[]) => timeRun(node, [embalm, 'find', '--json', ...args]);
const program = (name: string, file: string) => timeRun(node, [join(import.meta.dirname, name), file]);
const none: Timing = { seconds: Number.NaN, peakMegabytes: 0 };
const ripgrep = spawnSync('rg', ['--version']).status === 0;

const rows: string[][] = [];
const seconds = (value: number): string => `${value.toFixed(2)} s`;

for (const [name, distance, kinds] of [
  ['one link a MB', megabyte, 'links'],
  ['one reference a MB, a third flattened', megabyte, 'mixed'],
  ['one link each 8 kB', 8000, 'links'],
  ['one reference each 8 kB, a third flattened', 8000, 'mixed'],
] as const) {
  const plan = { name: name.replaceAll(/\W+/g, '-'), distance, kinds, form: 'text' } as const;
  const file = makeData(folder, { ...plan, bytes: size });
  const sample = makeData(folder, { ...plan, name: `${plan.name}-sample`, bytes: sampleSize });
  const [ours, theirs, lines] = timeSideBySide(
    [
      () => find(file),
      () => program('twitter-text.ts', sample),
      () => (ripgrep ? timeRun('rg', ['-c', String.raw`twitter\.com/|x\.com/|t\.co/|\(@`, file]) : none),
    ],
    times,
  );
  if (ours === undefined || theirs === undefined || lines === undefined)
    throw new RangeError('Something was not timed.');
  const scaled = (theirs.seconds * statSync(file).size) / statSync(sample).size;
  add(name, size, ours, 'twitter-text (scaled)', scaled, scaled / ours.seconds);
  if (ripgrep) add('', size, ours, 'ripgrep', lines.seconds, lines.seconds / ours.seconds);
}

for (const [name, form] of [
  ['the same, gzip', 'text.gz'],
  ['pages in WARC, gzip', 'warc.gz'],
] as const) {
  const plan = { name: 'packed', bytes: size / 2, distance: 100_000, kinds: 'links', form } as const;
  const file = makeData(folder, plan);
  const [ours, inflate] = timeSideBySide([() => find(file), () => program('inflate.ts', file)], times);
  if (ours === undefined || inflate === undefined) throw new RangeError('Something was not timed.');
  add(name, plan.bytes, ours, "Node's zlib alone", inflate.seconds, inflate.seconds / ours.seconds);
}

{
  const plan = { name: 'threads', distance: 2000, kinds: 'mixed', form: 'text', bytes: size / 4 } as const;
  const file = makeData(folder, plan);
  const [two, one] = timeSideBySide([() => find('--workers', '2', file), () => find(file)], times);
  if (one === undefined || two === undefined) throw new RangeError('Something was not timed.');
  add('one reference each 2 kB, two threads', plan.bytes, two, 'one thread', one.seconds, one.seconds / two.seconds);
}

for (const prefix of ['<a ', '(@', '— ', 'pic.twitter.com/']) {
  const file = join(folder, 'nasty.txt');
  const ordinary = join(folder, 'ordinary.txt');
  writeFileSync(file, prefix.repeat(1e6));
  writeFileSync(ordinary, 'plain words, '.repeat(1e6).slice(0, statSync(file).size));
  const [ours, other] = timeSideBySide([() => find(file), () => find(ordinary)], times);
  if (ours === undefined || other === undefined) throw new RangeError('Something was not timed.');
  add(
    `\`${prefix}\` a million times`,
    statSync(file).size,
    ours,
    'as many bytes of words',
    other.seconds,
    other.seconds / ours.seconds,
  );
}

if (!ripgrep) console.error('ripgrep is not installed: it was not compared with.');
printTable(['input', 'embalm find', 'MB/s', 'peak MB', 'compared with', 'its time', 'ratio'], rows);

function add(name: string, bytes: number, ours: Timing, what: string, itsSeconds: number, ratio: number): void {
  const rate = (bytes / 1e6 / ours.seconds).toFixed(0);
  const first = name === '' ? ['', '', '', ''] : [name, seconds(ours.seconds), rate, ours.peakMegabytes.toFixed(0)];
  rows.push([...first, what, seconds(itsSeconds), `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`]);
}
