import { Option } from 'commander';
import { postQueryOptions } from '../options/post-query.ts';
import { archiveOption, outputOptions, wholeNumber } from '../options/shared-options.ts';
import { postHelp } from './argument-help.ts';
import type { CommandAdder } from './command-adder.ts';

const recordNumber = wholeNumber(1, 999_999_999);

/** What an archive holds, and what became of it. */
export function addLookCommands({ add, end, io, group }: CommandAdder): void {
  group('Look');

  add('list', 'list what the archive holds', [archiveOption, ...postQueryOptions, ...outputOptions])
    .addOption(new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 1_000_000_000)))
    .option('--after <post>', 'go on after this post')
    .action((options) => end(import('../commands/list.ts').then(({ list }) => list(options, io))));

  add('show <post>', 'show what is known of one archived post', [archiveOption, ...outputOptions])
    .argument('<post>', postHelp)
    .action((post, options) => end(import('../commands/show.ts').then(({ show }) => show(post, options, io))));

  add('history <post>', 'list the records of one archived post, and what changed from each to the next', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .option('--checks', 'also the looks in between that found nothing new')
    .action((post, options) => end(import('../commands/history.ts').then(({ history }) => history(post, options, io))));

  add('diff <post> [before] [after]', 'show what changed between two records of a post; end with 1 if something did', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .argument('[before]', 'the number of a record; default the last but one that has content', recordNumber)
    .argument('[after]', 'the number of a record; default the last one that has content', recordNumber)
    .option('--counts', 'also how often it was liked, answered and so on')
    .action((post, before, after, options) =>
      end(import('../commands/diff.ts').then(({ diff }) => diff(post, [before, after], options, io))),
    );
}
