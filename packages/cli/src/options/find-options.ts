import { Option } from 'commander';
import { type OutputOptions, type ProxyOptions, proxyOptions, wholeNumber } from './shared-options.ts';

/** Options of `embalm find`. */
export interface FindOptions extends OutputOptions, ProxyOptions {
  /** How the inputs are written. */
  readonly format?: string;
  readonly field?: string;
  readonly output?: string;
  readonly workers?: number;
  readonly strict?: boolean;
}

/** How inputs can be written. The parser's readers are not loaded to print help: that the names agree is tested. */
export const inputFormats: readonly string[] = [
  'text',
  'html',
  'markdown',
  'jsonl',
  'json',
  'csv',
  'tsv',
  'feed',
  'warc',
  'wet',
  'parquet',
];

/** Shown below the options. */
export const findExamples: string = `
Examples:
  $ embalm find article.html notes/ 'news/**/*.md'
  $ embalm find corpus.jsonl.gz --field article.body > found.jsonl
  $ cat page.html | embalm find --format html -
  $ embalm find https://news.example/a.html     what its server sends; nothing is kept
  $ embalm find crawl.warc.gz --output csv > found.csv
  $ ls shard-*.jsonl | xargs -P 2 -I {} sh -c 'embalm find --json {} > {}.found'

Without --format the name tells how an input is written, or else its beginning. With records \`source\` ends in #N, the
record's number, and \`range\` counts within its text, in UTF-16 units. The network is asked only for web addresses, without a
browser: what the scripts of a page make of it, \`embalm archive\` sees. A page that cannot be had ends with 1.`;

/** Options of `embalm find`. */
export const findOptions: readonly Option[] = [
  new Option('--format <name>', 'how the inputs are written, if their names do not tell').choices(inputFormats),
  new Option('--field <name>', 'the field or column of a record that has its text, as in text or article.body'),
  new Option('--output <kind>', 'how to print: a table, JSON Lines or CSV').choices(['table', 'json', 'csv']),
  new Option('--workers <n>', 'threads that look for references (default: 1, and 2 for long inputs)').argParser(
    wholeNumber(1, 64),
  ),
  new Option('--strict', 'end with 1 if a part of an input was skipped'),
  ...proxyOptions,
];
