import type { WitnessName } from '@embalm/archiver';
import { InvalidArgumentError, Option } from 'commander';
import { witnessOption } from './witness-option.ts';

/** Options that every command that looks into an archive has. */
export interface ArchiveOptions {
  readonly archive: string;
}

/** Options of every command that prints. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Options that say how to get out to the network. */
export interface ProxyOptions {
  readonly proxy?: string;
  readonly proxyCa?: string;
}

/** Options of every command that captures what an article refers to. */
export interface NetworkOptions extends CaptureOptions {
  readonly offline?: boolean;
  /** Also keep posts that were forgotten. */
  readonly again?: boolean;
}

/** Options of every command that captures. */
export interface CaptureOptions extends ProxyOptions {
  readonly concurrency: number;
  /** For one post, in seconds. */
  readonly timeout: number;
  /** False with `--no-browser`. */
  readonly browser: boolean;
  /** An e-mail address or a web address. */
  readonly contact?: string;
  /** Between two questions to one endpoint, in ms. */
  readonly spacing?: number;
  /** Of one photo or video, in bytes. */
  readonly maxMedia?: number;
  /** A file for a log of every exchange. */
  readonly log?: string;
  /** Who else is asked for posts that X does not show. */
  readonly witness?: readonly WitnessName[];
}

/** Of every command that looks into an archive. */
export const archiveOption: Option = new Option('--archive <dir>', 'the archive').default('archive');

/** Of every command that prints. */
export const outputOptions: readonly Option[] = [
  new Option('--json', 'print JSON Lines, as when the output is piped'),
  new Option('-q, --quiet', 'no progress and no summary, only results that were asked for and errors'),
];

/** Of commands that can do without the network. */
export const offlineOption: Option = new Option('--offline', 'never ask the network');

/** How to get out to the network. */
export const proxyOptions: readonly Option[] = [
  new Option('--proxy <url>', 'send everything through this proxy').env('HTTPS_PROXY'),
  new Option('--proxy-ca <file>', 'accept certificates of this authority (PEM) from the proxy'),
];

/** Of every command that captures. */
export const captureOptions: readonly Option[] = [
  ...proxyOptions,
  new Option('--no-browser', 'capture without Chromium: no screenshots, no record of the page'),
  new Option('--concurrency <n>', 'posts captured at a time').argParser(wholeNumber(1, 32)).default(2),
  witnessOption,
  new Option('--log <file>', 'log every request and answer, in the HAR format that browsers open'),
  new Option('--contact <who>', 'an e-mail or web address to name in the User-Agent, for the hosts that are asked'),
  new Option('--spacing <ms>', 'the least time between two questions to one endpoint (default 250)').argParser(
    wholeNumber(0, 60_000),
  ),
  new Option(
    '--max-media <size>',
    'take the best photo or video of at most so many bytes, as in 200M (default 512M)',
  ).argParser(readSize),
  new Option('--timeout <s>', 'seconds for one post or web page; the files of a post may take longer, while they go on')
    .argParser(wholeNumber(1, 3600))
    .default(60),
];

/** Of every command that captures what an article refers to. */
export const networkOptions: readonly Option[] = [
  offlineOption,
  new Option('--again', 'also keep posts that were forgotten on request'),
  ...captureOptions,
];

/** Read a number of bytes, as in `800000`, `200M` or `1G` (of 1024). */
export function readSize(text: string): number {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,11})([kmg]?)$/i.exec(text) ?? [];
  const size = Number(digits) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
  if (digits !== '' && size <= 2 ** 40) return size;
  throw new InvalidArgumentError('Expected a number of bytes, as in 800000, 200M or 1G.');
}

/** Read a whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}

/** Read words to look for. */
export function searchWords(text: string): string {
  if (text.split(/\s+/).length <= 32) return text;
  throw new InvalidArgumentError('Expected at most 32 words.');
}
