import { InvalidArgumentError, Option } from 'commander';
import { keyOption, type SigningOptions } from './signing-key.ts';

/** Where to export to: one of them is given. */
export interface ExportTargetOptions extends SigningOptions {
  readonly wacz?: string;
  readonly warc?: string;
  readonly jsonl?: string;
  readonly bagit?: string;
  readonly ocfl?: string;
  /** `YYYY-MM-DD`. */
  readonly baggingDate?: string;
  /** False with `--no-sign`. */
  readonly sign: boolean;
}

const isWritten = 'or - for standard output';

/** What `embalm export` writes, and how. */
export const exportOptions: readonly Option[] = [
  oneTarget(new Option('--wacz <file>', `one WACZ file that replays without network, ${isWritten}`)),
  oneTarget(new Option('--warc <file>', `one WARC file, each record a gzip member, ${isWritten}`)),
  oneTarget(new Option('--jsonl <file>', `a row a capture, for research, ${isWritten}`)),
  oneTarget(
    new Option(
      '--bagit <dir>',
      'a BagIt bag: records, posts and media as files, with manifests; a new or empty folder',
    ),
  ),
  oneTarget(
    new Option(
      '--ocfl <dir>',
      'an OCFL storage root: an object a post, a version a capture; one that is there is added to',
    ),
  ),
  new Option(
    '--bagging-date <day>',
    'the day a bag tells, as in 2026-11-22 (default that of the newest capture)',
  ).argParser(readDay),
  keyOption,
  new Option('--no-sign', 'do not sign a WACZ file'),
];

/** Each target excludes the others. */
function oneTarget(option: Option): Option {
  return option.conflicts(['wacz', 'warc', 'jsonl', 'bagit', 'ocfl'].filter((name) => name !== option.name()));
}

function readDay(text: string): string {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  // The thirtieth of February would be a day of March.
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('Expected a day, as in 2026-11-22.');
}
