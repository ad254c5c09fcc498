import { Option } from 'commander';
import { findExamples, findOptions } from '../options/find-options.ts';
import { mediaOptions } from '../options/media-options.ts';
import { refreshOptions } from '../options/refresh-options.ts';
import { archiveOption, captureOptions, networkOptions, outputOptions } from '../options/shared-options.ts';
import { inputsHelp, shownPostHelp } from './argument-help.ts';
import type { CommandAdder } from './command-adder.ts';
import { rejectMistypedCommand } from './reject-mistyped-command.ts';
import { languageOption, linksOption, pageOption, toOption } from './page-options.ts';

/** From articles to posts, and from posts to pages. */
export function addMainCommands({ add, end, io, group, typedWords, commandNames }: CommandAdder): void {
  group('Preserve');

  add(
    'run <inputs...>',
    'find, capture and render: the main job',
    [archiveOption, ...mediaOptions, ...networkOptions, ...outputOptions],
    { isDefault: true },
  )
    .argument('<inputs...>', `${inputsHelp}; or posts by URL or x:ID`)
    .addOption(pageOption)
    .addOption(toOption)
    .addOption(linksOption)
    .option('--strict', 'end with 1 if a post could not be captured')
    .addOption(languageOption)
    .action((inputs, options) => {
      rejectMistypedCommand(typedWords(), commandNames());
      return end(import('../commands/run.ts').then(({ run }) => run(inputs, options, io)));
    });

  add('find <inputs...>', 'print every reference to a post', [...findOptions, ...outputOptions])
    .argument('<inputs...>', `${inputsHelp}; corpora too, plain, gzip or zstd`)
    .addHelpText('after', findExamples)
    .action((inputs, options) => end(import('../commands/find.ts').then(({ find }) => find(inputs, options, io))));

  add('archive <inputs...>', 'capture only', [archiveOption, ...networkOptions, ...outputOptions])
    .argument('<inputs...>', `${inputsHelp}; or posts by URL or x:ID`)
    .action((inputs, options) =>
      end(import('../commands/archive.ts').then(({ archive }) => archive(inputs, options, io))),
    );

  add('render <inputs...>', 'make pages from the archive, without network', [
    archiveOption,
    ...mediaOptions,
    ...outputOptions,
  ])
    .argument('<inputs...>', `${inputsHelp}; or posts by URL or x:ID`)
    .addOption(pageOption)
    .addOption(toOption)
    .addOption(linksOption)
    .option(
      '--in-place',
      'put the posts into all pages of built sites: inputs are their folders; -o and --to are not used',
    )
    .addOption(languageOption)
    .action((inputs, options) =>
      end(import('../commands/render.ts').then(({ render }) => render(inputs, options, io))),
    );

  add('embed <post>', 'print one archived post as HTML, text or Markdown, or make a picture of it', [
    archiveOption,
    ...mediaOptions,
  ])
    .argument('<post>', shownPostHelp)
    .option('--form <form>', 'full, compact, feed, text, markdown, iframe, dsd, epub or image', 'full')
    .option('-o, --out <file>', 'write to a file; an image is PNG, or WebP if the name says so')
    .option('--json-ld', 'describe the post for machines beside it')
    .option('--media <dir>', 'put photos and videos into a folder and not into the markup')
    .addOption(new Option('--theme <theme>', 'its colours').choices(['auto', 'light', 'dark']).default('auto'))
    .addOption(languageOption)
    .action((post, options) => end(import('../commands/embed.ts').then(({ embed }) => embed(post, options, io))));

  add('refresh [posts...]', 'look at archived posts and web pages again; a new record only where something changed', [
    archiveOption,
    ...refreshOptions,
    ...captureOptions,
    ...outputOptions,
  ])
    .argument('[posts...]', 'posts: their URLs, x:ID, or the bare ids; or web pages: their URLs')
    .action((posts, options) =>
      end(import('../commands/refresh.ts').then(({ refresh }) => refresh(posts, options, io))),
    );
}
