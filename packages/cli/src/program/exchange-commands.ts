import { exportOptions } from '../options/export-options.ts';
import { postQueryOptions } from '../options/post-query.ts';
import { archiveOption, outputOptions } from '../options/shared-options.ts';
import { ownKeyOption } from '../options/signing-key.ts';
import type { CommandAdder } from './command-adder.ts';

/** To others, and from them. */
export function addExchangeCommands({ add, end, io, group }: CommandAdder): void {
  group('Exchange');

  add('export [posts...]', 'write posts for others: WACZ, WARC, JSON Lines, or a folder of BagIt or OCFL', [
    archiveOption,
    ...exportOptions,
    ...postQueryOptions,
    ...outputOptions,
  ])
    .argument('[posts...]', 'posts by URL, x:ID, or the bare id; none for all that the options leave')
    .action((posts, options) =>
      end(import('../commands/export.ts').then(({ exportPosts }) => exportPosts(posts, options, io))),
    );

  add('import <files...>', 'take in posts from files: WACZ, WARC, recorded payloads, X’s data export', [
    archiveOption,
    ownKeyOption,
    ...outputOptions,
  ])
    .argument('<files...>', 'files, plain or gzip; or the folder of a data export')
    .option('--again', 'also take posts that were forgotten on request')
    .action((files, options) =>
      end(import('../commands/import.ts').then(({ importFiles }) => importFiles(files, options, io))),
    );
}
