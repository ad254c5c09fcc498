import { Command, Option } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import { findExamples, findOptions } from './find-options.ts';
import type { Io } from './io.ts';
import { exportOptions } from './export-options.ts';
import {
  archiveOption,
  captureOptions,
  networkOptions,
  offlineOption,
  outputOptions,
  proxyOptions,
  wholeNumber,
} from './options.ts';
import { mediaOptions } from './media-options.ts';
import { parseDuration } from './parse-duration.ts';
import { parseMoment } from './parse-moment.ts';
import { parseNonce } from './parse-nonce.ts';
import { parseSample } from './parse-sample.ts';
import { postQueryOptions } from './post-query.ts';
import { refreshOptions } from './refresh-options.ts';
import { keyOption } from './signing-key.ts';
import { tsaCaOption, tsaOption } from './timestamp-options.ts';
import { version } from './version.ts';

const toOption = new Option('--to <format>', 'what becomes of Markdown: the same with its posts in it, or a page')
  .choices(['same', 'html'])
  .default('same');
const linksOption = new Option('--links <how>', 'say in links to posts which version was archived (Robust Links)')
  .choices(['keep', 'robust'])
  .default('keep');
const inputsHelp = 'files, folders, globs, web pages by URL, or - for standard input';
const recordNumber = wholeNumber(1, 999_999_999);
const postHelp = 'a post: its URL, x:ID, or the bare id; or a web page: its URL';

/**
 * The command line: names, arguments, options and their help. What a command does is in `commands/`, loaded when it is
 * called, so that a quick one stays quick.
 *
 * @param onEnd Gets the exit code of the command that ran.
 */
export function buildProgram(io: Io, onEnd: (code: ExitCode) => void): Command {
  const program = new Command('embalm')
    .description('Preserve the posts that pages embed: find, capture, keep, render.')
    .version(version)
    .showHelpAfterError('Run `embalm --help` for examples.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.line(text.trimEnd()),
      writeErr: (text) => io.err.line(text.trimEnd()),
    })
    .addHelpText('after', examples);

  add(
    'run <inputs...>',
    'find, capture and render: the main job',
    [archiveOption, ...mediaOptions, ...networkOptions, ...outputOptions],
    {
      isDefault: true,
    },
  )
    .argument('<inputs...>', inputsHelp)
    .option('-o, --out <path>', 'the folder for the pages, or one page ending in .html or .md', 'out')
    .addOption(toOption)
    .addOption(linksOption)
    .option('--strict', 'end with 1 if a post could not be captured')
    .option('--lang <lang>', 'the language of the labels, as in de or pt-BR', 'en')
    .action((inputs, options) => end(import('./commands/run.ts').then(({ run }) => run(inputs, options, io))));

  add('find <inputs...>', 'print every reference to a post', [...findOptions, ...outputOptions])
    .argument('<inputs...>', `${inputsHelp}; corpora too, plain, gzip or zstd`)
    .addHelpText('after', findExamples)
    .action((inputs, options) => end(import('./commands/find.ts').then(({ find }) => find(inputs, options, io))));

  add('archive <inputs...>', 'capture only', [archiveOption, ...networkOptions, ...outputOptions])
    .argument('<inputs...>', `${inputsHelp}; or posts by URL or x:ID`)
    .action((inputs, options) =>
      end(import('./commands/archive.ts').then(({ archive }) => archive(inputs, options, io))),
    );

  add('render <inputs...>', 'make pages from the archive, without network', [
    archiveOption,
    ...mediaOptions,
    ...outputOptions,
  ])
    .argument('<inputs...>', inputsHelp)
    .option('-o, --out <path>', 'the folder for the pages, or one page ending in .html or .md', 'out')
    .addOption(toOption)
    .addOption(linksOption)
    .option(
      '--in-place',
      'put the posts into all pages of built sites: inputs are their folders, and -o and --to do not count',
    )
    .option('--lang <lang>', 'the language of the labels, as in de or pt-BR', 'en')
    .action((inputs, options) => end(import('./commands/render.ts').then(({ render }) => render(inputs, options, io))));

  add('embed <post>', 'print one archived post as HTML, text or Markdown', [archiveOption, ...mediaOptions])
    .argument('<post>', postHelp)
    .option('--form <form>', 'full, compact, feed, text, markdown, iframe, dsd, epub or image', 'full')
    .option('-o, --out <file>', 'write to a file; an image is PNG, or WebP if the name says so')
    .option('--json-ld', 'describe the post for machines beside it')
    .option('--media <dir>', 'put photos and videos into a folder and not into the markup')
    .addOption(new Option('--theme <theme>', 'its colours').choices(['auto', 'light', 'dark']).default('auto'))
    .option('--lang <lang>', 'the language of the labels, as in de or pt-BR', 'en')
    .action((post, options) => end(import('./commands/embed.ts').then(({ embed }) => embed(post, options, io))));

  add('list', 'list what the archive holds', [archiveOption, ...postQueryOptions, ...outputOptions])
    .addOption(new Option('--limit <n>', 'at most so many').argParser(wholeNumber(1, 1_000_000_000)))
    .option('--after <post>', 'go on after this post')
    .action((options) => end(import('./commands/list.ts').then(({ list }) => list(options, io))));

  add('show <post>', 'show what is known of one archived post', [archiveOption, ...outputOptions])
    .argument('<post>', postHelp)
    .action((post, options) => end(import('./commands/show.ts').then(({ show }) => show(post, options, io))));

  add('refresh [posts...]', 'look at archived posts and web pages again; a new record only where something changed', [
    archiveOption,
    ...refreshOptions,
    ...captureOptions,
    ...outputOptions,
  ])
    .argument('[posts...]', 'posts: their URLs, x:ID, or the bare ids; or web pages: their URLs')
    .action((posts, options) =>
      end(import('./commands/refresh.ts').then(({ refresh }) => refresh(posts, options, io))),
    );

  add('history <post>', 'list the records of one archived post, and what changed from each to the next', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .option('--checks', 'also the looks in between that found nothing new')
    .action((post, options) => end(import('./commands/history.ts').then(({ history }) => history(post, options, io))));

  add('diff <post> [before] [after]', 'show what changed between two records of a post; end with 1 if something did', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .argument('[before]', 'the number of a record; default the last but one that has content', recordNumber)
    .argument('[after]', 'the number of a record; default the last one that has content', recordNumber)
    .option('--counts', 'also how often it was liked, answered and so on')
    .action((post, before, after, options) =>
      end(import('./commands/diff.ts').then(({ diff }) => diff(post, [before, after], options, io))),
    );

  add('verify', 'read every byte of the archive and check every digest and chain', [archiveOption, ...outputOptions])
    .addOption(
      new Option('--sample <part>', 'read a part: 5% begins anywhere, 3/20 is the third of twenty').argParser((text) =>
        parseSample(text, Math.random),
      ),
    )
    .addOption(new Option('--since <date>', 'read only files written since this day or instant').argParser(parseMoment))
    .addOption(
      new Option('--max-duration <time>', 'stop after this long, as in 90s, 30m or 2h').argParser(parseDuration),
    )
    .option('--public-key <file>', 'checkpoints must be signed with this key (PEM)')
    .option('--checkpoint <file>', 'the archive must still have this checkpoint, which was kept elsewhere')
    .addOption(tsaCaOption)
    .action((options) => end(import('./commands/verify.ts').then(({ verify }) => verify(options, io))));

  add('checkpoint', 'sign what the archive holds now, so that dropping or rewriting any of it shows', [
    archiveOption,
    keyOption,
    tsaOption,
    ...proxyOptions,
    ...outputOptions,
  ])
    .option('--public-key', 'print the public key instead, for `embalm verify --public-key`')
    .action((options) => end(import('./commands/checkpoint.ts').then(({ checkpoint }) => checkpoint(options, io))));

  add('repair', 'put back what is damaged or gone from a copy of the archive, and verify again', [
    archiveOption,
    ...outputOptions,
  ])
    .requiredOption('--from <dir>', 'the copy: another archive that has what this one lost')
    .action((options) => end(import('./commands/repair.ts').then(({ repair }) => repair(options, io))));

  add('compare <other>', 'read every byte of two archives and name the files in which they differ', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<other>', 'the folder of another archive, or a file from `embalm attest` on another machine')
    .addOption(new Option('--nonce <hex>', 'the nonce that `embalm attest` was given').argParser(parseNonce))
    .action((other, options) =>
      end(import('./commands/compare.ts').then(({ compare }) => compare(other, options, io))),
    );

  add('attest', 'answer a nonce with a hash of every file, for `embalm compare` on another machine', [archiveOption])
    .addOption(
      new Option('--nonce <hex>', 'chosen by who asks, anew each time, as by `openssl rand -hex 32`')
        .argParser(parseNonce)
        .makeOptionMandatory(),
    )
    .action((options) => end(import('./commands/attest.ts').then(({ attest }) => attest(options, io))));

  add('forget <post>', 'erase a post for good, on request; later captures of it are refused', [
    archiveOption,
    ...outputOptions,
  ])
    .argument('<post>', postHelp)
    .requiredOption('--why <text>', 'why; it stays in the ledger')
    .option('--by <who>', 'who asked or decided; it stays in the ledger')
    .action((post, options) => end(import('./commands/forget.ts').then(({ forget }) => forget(post, options, io))));

  add('gc', 'remove bytes that no record names, and that have lain for a while', [archiveOption, ...outputOptions])
    .addOption(new Option('--grace <time>', 'for how long').argParser(parseDuration).default(604_800_000, '7d'))
    .option('--dry-run', 'remove nothing, only tell')
    .action((options) => end(import('./commands/gc.ts').then(({ gc }) => gc(options, io))));

  add('reindex', 'make the index anew from the records', [archiveOption, ...outputOptions]).action((options) =>
    end(import('./commands/reindex.ts').then(({ reindex }) => reindex(options, io))),
  );

  add('export [posts...]', 'write posts for others: WACZ, WARC, JSON Lines, or a folder of BagIt or OCFL', [
    archiveOption,
    ...exportOptions,
    ...postQueryOptions,
    ...outputOptions,
  ])
    .argument('[posts...]', 'posts by URL, x:ID, or the bare id; none for all that the options leave')
    .action((posts, options) =>
      end(import('./commands/export.ts').then(({ exportPosts }) => exportPosts(posts, options, io))),
    );

  add('import <files...>', 'take in posts from files: WACZ, WARC, recorded payloads, X’s data export', [
    archiveOption,
    keyOption,
    ...outputOptions,
  ])
    .argument('<files...>', 'files, plain or gzip; or the folder of a data export')
    .option('--again', 'also take posts that were forgotten on request')
    .action((files, options) =>
      end(import('./commands/import.ts').then(({ importFiles }) => importFiles(files, options, io))),
    );

  add('check <html...>', 'fail if a page would run a script, load anything from elsewhere, or leak', outputOptions)
    .argument('<html...>', 'HTML files, folders, globs, or - for standard input')
    .option('--fix', 'take out what can be taken out, in place')
    .option('--self-contained', 'also count what a page loads from its own site')
    .action((inputs, options) => end(import('./commands/check.ts').then(({ check }) => check(inputs, options, io))));

  add('doctor', 'check what this machine has: browser, fonts, disk, proxy, network', [
    archiveOption,
    offlineOption,
    ...proxyOptions,
    ...outputOptions,
  ])
    .option('--install', 'install a browser and fonts if there are none, and do nothing else')
    .action((options) => end(import('./commands/doctor.ts').then(({ doctor }) => doctor(options, io))));

  return program;

  function add(usage: string, description: string, options: readonly Option[], settings = {}): Command {
    const name = usage.split(' ', 1)[0] ?? usage;
    const command = program.command(name, settings).description(description);
    for (const option of options) command.addOption(option);
    return command;
  }

  async function end(code: Promise<ExitCode>): Promise<void> {
    onEnd(await code);
  }
}

const examples = `
Examples:
  $ embalm article.txt                         find, capture, render: makes out/article.html
  $ embalm https://news.example/a.html          a page of the web, and the posts in it: makes out/a.html
  $ embalm run news/ -o public --archive posts a folder of articles, an archive of your choice
  $ embalm find article.txt                    a table on a terminal, JSON Lines in a pipe
  $ cat article.txt | embalm find - | jq .post
  $ embalm archive https://x.com/jack/status/20
  $ embalm render article.txt -o out           again, from the archive only
  $ embalm render public --in-place            every page of a built site; again, only what changed
  $ embalm verify && embalm list
  $ embalm list --author nasa --since 2022-03-01 --search 'space station'
  $ embalm refresh --due --max-time 20m        what is due, as a timer would; --watch stays
  $ embalm history x:20 && embalm diff x:20    what became of a post, and what changed
  $ embalm export --wacz nasa.wacz --author NASA  one file, for ReplayWeb.page
  $ embalm export --ocfl repository              a storage root; again, only what is new
  $ embalm import old.warc.gz nasa.wacz          posts that others captured
  $ embalm check out/*.html                    would these pages load or run anything?
  $ embalm doctor                              what this machine has and lacks

Exit codes:
  0 done · 1 some posts could not be captured (archive, refresh; run with --strict); check or diff found something
  2 usage · 3 the archive is damaged · 4 no browser, no disk, read-only · 130 interrupted`;
