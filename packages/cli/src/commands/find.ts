import { type CorpusFormat, corpusFormats, expandInputs, findInInputs, isCorpusName } from '@embalm/parser/read';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { FindOptions } from '../find-options.ts';
import type { Io } from '../io.ts';
import { csvHead, csvLine } from '../print/found-csv.ts';
import { jsonLine } from '../print/found-json.ts';
import type { FoundPrinter } from '../print/found-printer.ts';

/** `embalm find`: print every reference to a post, in the order of the inputs. */
export async function find(inputs: readonly string[], options: FindOptions, io: Io): Promise<ExitCode> {
  const output = options.json === true ? 'json' : (options.output ?? (io.out.isTerminal ? 'table' : 'json'));
  const format = readFormat(options.format);
  let failures = 0;
  let skipped = 0;
  let count = 0;
  const batches = findInInputs(expandInputs(inputs, isCorpusName), {
    ...(format === null ? {} : { format }),
    ...(options.field === undefined ? {} : { field: options.field }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    countLines: output === 'table',
    stdin: io.stdin,
    signal: io.signal,
    onProblem: ({ source, message, fatal }) => {
      io.err.line(`embalm: ${source}: ${message}`);
      if (fatal) failures += 1;
      else skipped += 1;
    },
  });
  const printer = await choosePrinter(output, io);
  if (output === 'csv') io.out.line(csvHead);
  for await (const found of batches) {
    count += found.length;
    write(printer.print(found));
    await io.out.drained();
  }
  write(printer.end());
  if (output === 'table' && options.quiet !== true) io.err.line(`${count} ${count === 1 ? 'reference' : 'references'}`);
  if (failures > 0) return exitCodes.usage;
  return skipped > 0 && options.strict === true ? exitCodes.incomplete : exitCodes.done;

  /** A line at a time would be a call of the system at a time. */
  function write(lines: readonly string[]): void {
    if (lines.length > 0) io.out.line(lines.join('\n'));
  }
}

/** Tables measure text, and take time to load. */
async function choosePrinter(output: string, io: Io): Promise<FoundPrinter> {
  if (output === 'table') return (await import('../print/found-table.ts')).foundTable(io.out.columns);
  const print = output === 'csv' ? csvLine : jsonLine;
  return { print: (found) => found.map(print), end: () => [] };
}

/** WET files are WARC files of another kind of record. */
function readFormat(name: string | undefined): CorpusFormat | null {
  return name === 'wet' ? 'warc' : (corpusFormats.find((format) => format === name) ?? null);
}
