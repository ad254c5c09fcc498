import { Option } from 'commander';
import type { ArchiveOptions, CaptureOptions, OutputOptions } from './shared-options.ts';
import { wholeNumber } from './shared-options.ts';
import { parseDuration } from './parse-duration.ts';

/** Options of `embalm refresh`. Durations are in ms. */
export interface RefreshCommandOptions extends ArchiveOptions, CaptureOptions, OutputOptions {
  readonly due?: boolean;
  readonly all?: boolean;
  readonly watch?: boolean;
  readonly every: number;
  readonly budget?: number;
  readonly maxTime?: number;
  readonly report?: string;
}

/** What `embalm refresh` looks at, and for how long. */
export const refreshOptions: readonly Option[] = [
  new Option('--due', 'every post and web page whose turn has come, the longest overdue first').conflicts('all'),
  new Option('--all', 'every post and web page, whether its turn has come or not; with --no-browser, posts only'),
  new Option('--watch', 'stay, and look at posts as they become due, until SIGTERM or ctrl-C').conflicts('all'),
  new Option('--every <time>', 'with --watch: look into the archive at least this often')
    .argParser(parseDuration)
    .default(600_000, '10m'),
  new Option('--budget <n>', 'look at no more than n posts').argParser(wholeNumber(1, 1_000_000_000)),
  new Option('--max-time <time>', 'begin no other post after this time, as in 90s, 20m, 1h').argParser(parseDuration),
  new Option('--report <file>', 'write what was done to a JSON file'),
];
