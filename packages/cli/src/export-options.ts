import { Option } from 'commander';
import { keyOption, type SigningOptions } from './signing-key.ts';

/** Where to export to: one of them is given. */
export interface ExportTargetOptions extends SigningOptions {
  readonly wacz?: string;
  readonly warc?: string;
  readonly jsonl?: string;
  /** False with `--no-sign`. */
  readonly sign: boolean;
}

const isWritten = 'or - for standard output';

export const exportOptions: readonly Option[] = [
  new Option('--wacz <file>', `one WACZ file that replays without network, ${isWritten}`).conflicts(['warc', 'jsonl']),
  new Option('--warc <file>', `one WARC file, each record a gzip member, ${isWritten}`).conflicts('jsonl'),
  new Option('--jsonl <file>', `a row a capture, for research, ${isWritten}`),
  keyOption,
  new Option('--no-sign', 'do not sign a WACZ file'),
];
