import {
  type CorpusFormat,
  corpusFormats,
  expandInputs,
  findInInputs,
  type FindInInputsOptions,
  findJsonLines,
  type FoundReference,
  isCorpusName,
} from '@embalm/parser/read';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { FindOptions } from '../options/find-options.ts';
import type { Io } from '../io.ts';
import { counted } from '../print/counted.ts';
import { csvHead, csvLine } from '../print/found-csv.ts';
import type { FoundPrinter } from '../print/found-printer.ts';
import { groupInputs } from '../inputs/group-inputs.ts';
import { jsonLine } from '../print/found-json.ts';
import { printable } from '../print/printable.ts';
import { keepNurserySmall } from '../keep-nursery-small.ts';
import { tuneForFinding } from '../tune-for-finding.ts';

/** `embalm find`: print every reference to a post, in the order of the inputs. */
export async function find(inputs: readonly string[], options: FindOptions, io: Io): Promise<ExitCode> {
  const output = options.json === true ? 'json' : (options.output ?? (io.out.isTerminal ? 'table' : 'json'));
  const format = readFormat(options.format);
  let failures = 0;
  let skipped = 0;
  let unreached = 0;
  const settings: FindInInputsOptions = {
    ...(format === null ? {} : { format }),
    ...(options.field === undefined ? {} : { field: options.field }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    countLines: output === 'table',
    get stdin() {
      return io.stdin;
    },
    signal: io.signal,
    onProblem: ({ source, message, fatal }) => {
      io.err.line(`embalm: ${printable(source) || '""'}: ${printable(message)}`);
      if (fatal) failures += 1;
      else skipped += 1;
    },
  };
  if (output === 'json') {
    keepNurserySmall();
    tuneForFinding();
    await printJson();
  } else {
    await print(await choosePrinter(output, io));
  }
  if (failures > 0) return exitCodes.usage;
  if (unreached > 0) return exitCodes.incomplete;
  return skipped > 0 && options.strict === true ? exitCodes.incomplete : exitCodes.done;

  async function printJson(): Promise<void> {
    for (const group of groupInputs(inputs)) {
      if (group.kind === 'files') {
        for await (const lines of findJsonLines(expand(group.names), settings)) await io.out.write(lines);
      } else {
        write((await findInPage(group.url)).map(jsonLine));
      }
    }
  }

  async function print(printer: FoundPrinter): Promise<void> {
    let count = 0;
    if (output === 'csv') io.out.line(csvHead);
    for await (const found of findAll()) {
      count += found.length;
      write(printer.print(found));
      await io.out.drained();
    }
    write(printer.end());
    if (output === 'csv' || options.quiet === true) return;
    io.err.line(counted(count, 'reference'));
  }

  async function* findAll(): AsyncGenerator<readonly FoundReference[]> {
    for (const group of groupInputs(inputs)) {
      if (group.kind === 'files') yield* findInInputs(expand(group.names), settings);
      else yield await findInPage(group.url);
    }
  }

  async function findInPage(url: string): Promise<readonly FoundReference[]> {
    const { findInWebPage } = await import('../inputs/find-in-web-page.ts');
    const found = await findInWebPage(url, options, io);
    if (found === null) unreached += 1;
    return found ?? [];
  }

  /** A line at a time would be a call of the system at a time. */
  function write(lines: readonly string[]): void {
    if (lines.length > 0) io.out.line(lines.join('\n'));
  }
}

function expand(names: readonly string[]): AsyncIterable<string> {
  return expandInputs(names, isCorpusName);
}

/** Tables measure text, and take time to load. */
async function choosePrinter(output: string, io: Io): Promise<FoundPrinter> {
  if (output === 'table') return (await import('../print/found-table.ts')).foundTable(io.out.columns);
  return { print: (found) => found.map(csvLine), end: () => [] };
}

/** WET files are WARC files of another kind of record. */
function readFormat(name: string | undefined): CorpusFormat | null {
  return name === 'wet' ? 'warc' : (corpusFormats.find((format) => format === name) ?? null);
}
