import { measureGzip, measureWarc } from './speed/packed.ts';
import { measureNastyPrefixes } from './speed/nasty-prefixes.ts';
import { measureStart } from './speed/start.ts';
import { measureText } from './speed/text.ts';
import { measureThreads } from './speed/threads.ts';
import { printTable } from './print-table.ts';
import type { SpeedRow } from './speed/speed-row.ts';

// `pnpm bench:speed`: what stands in the parser's README. `pnpm bench:speed warc threads` runs these parts only.
// EMBALM_BENCH_MB makes the inputs smaller for a quick look, EMBALM_BENCH_RUNS says how many runs to take the median of,
// and EMBALM_BENCH_WARC names a WARC file of one's own to measure as well.
const parts: Readonly<Record<string, () => readonly SpeedRow[]>> = {
  start: measureStart,
  text: measureText,
  gzip: measureGzip,
  warc: measureWarc,
  threads: measureThreads,
  nasty: measureNastyPrefixes,
};

const asked = process.argv.slice(2).filter((name) => name !== '--');
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const head = ['input', 'embalm find', 'CPU', 'MB/s', 'peak MB', 'compared with', 'its time', 'its CPU', 'ratio'];
const names = asked.length > 0 ? asked : Object.keys(parts);
printTable(
  head,
  names.flatMap((name) => (parts[name]?.() ?? []).map(toCells)),
);

function toCells({ input, bytes, ours, compared, theirs }: SpeedRow): readonly string[] {
  const ratio = theirs.seconds / ours.seconds;
  return [
    input,
    seconds(ours.seconds),
    seconds(ours.cpuSeconds),
    bytes === null ? '' : (bytes / 1e6 / ours.seconds).toFixed(0),
    Number.isNaN(ours.peakMegabytes) ? '–' : ours.peakMegabytes.toFixed(0),
    compared,
    seconds(theirs.seconds),
    seconds(theirs.cpuSeconds),
    `${ratio.toFixed(ratio < 10 ? 2 : 0)}×`,
  ];
}

function seconds(value: number): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(2)} s`;
}
