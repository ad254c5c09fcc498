import { extname } from 'node:path';
import { detectFormat, formatByExtension } from '../read/article-format.ts';

/** How an input of {@link findInInputs} can be written. */
export const corpusFormats = [
  'text',
  'html',
  'markdown',
  'jsonl',
  'json',
  'csv',
  'tsv',
  'feed',
  'warc',
  'parquet',
] as const;

/** One of {@link corpusFormats}. WET files are WARC files. */
export type CorpusFormat = (typeof corpusFormats)[number];

const recordFormats: readonly (readonly [string, CorpusFormat])[] = [
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
  ['.json', 'json'],
  ['.csv', 'csv'],
  ['.tsv', 'tsv'],
  ['.rss', 'feed'],
  ['.atom', 'feed'],
  ['.xml', 'feed'],
  ['.warc', 'warc'],
  ['.wet', 'warc'],
  ['.parquet', 'parquet'],
];
const byExtension: ReadonlyMap<string, CorpusFormat> = new Map([...formatByExtension, ...recordFormats]);
const packed: ReadonlySet<string> = new Set(['.gz', '.zst', '.zstd']);

/** What a file's name says of how it is written, packed or not; `null` if it says nothing. */
function formatOfName(name: string): CorpusFormat | null {
  const extension = extname(name).toLowerCase();
  const inner = packed.has(extension) ? extname(name.slice(0, -extension.length)).toLowerCase() : extension;
  return byExtension.get(inner) ?? null;
}

/** Formats that are told by how they begin. */
const beginnings: readonly (readonly [RegExp, CorpusFormat])[] = [
  [/^WARC\/\d/, 'warc'],
  [/^PAR1/, 'parquet'],
  [/^\s{0,99}(?:<[?!][^>]{0,500}>\s{0,99}){0,4}<(?:rss|feed|rdf:RDF)[\s>]/, 'feed'],
  [/^\{"(?:[^\n]{0,1900}\}\r?(?:\n|$)|[^\n]{1900})/, 'jsonl'],
];

/** How an input is written, by its name or else by how it begins. */
export function detectCorpusFormat(name: string, head: string): CorpusFormat {
  return formatOfName(name) ?? beginnings.find(([start]) => start.test(head))?.[1] ?? detectFormat('', head);
}

/** Whether a file's name says that references can be looked for in it. */
export function isCorpusName(name: string): boolean {
  return formatOfName(name) !== null;
}
